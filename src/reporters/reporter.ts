import type { RunResult } from '../diagnostics/result.ts';
import type { RuleInfo } from '../diagnostics/rule.ts';
import type { Language } from '../diagnostics/text.ts';

/** The program that found something, for the formats that name it. */
export interface Tool {
  readonly version: string;
  /** Where one reads about it; an address. */
  readonly homepage?: string;
  /** Every rule there is. */
  readonly rules: readonly RuleInfo[];
}

export interface ReporterOptions {
  readonly tool: Tool;
  readonly language: Language;
  readonly color: boolean;
  /** Nothing but findings. */
  readonly quiet: boolean;
  /** The severity that fails the run. */
  readonly failOn: 'error' | 'warning';
  /** Findings of severity info too. */
  readonly verbose: boolean;
  /** Columns of the terminal. */
  readonly columns: number;
}

/** Turns findings into text: a pure function. */
export type Reporter = (result: RunResult, options: ReporterOptions) => string;
