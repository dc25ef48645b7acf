import type { RunResult } from '../diagnostics/result.ts';
import type { Language } from '../diagnostics/text.ts';

export interface ReporterOptions {
  readonly language: Language;
  readonly color: boolean;
  /** Nothing but findings. */
  readonly quiet: boolean;
  /** Findings of severity info too. */
  readonly verbose: boolean;
  /** Columns of the terminal. */
  readonly columns: number;
}

/** Turns findings into text: a pure function. */
export type Reporter = (result: RunResult, options: ReporterOptions) => string;
