import type { Problem, RunResult } from '../diagnostics/result.ts';
import type { RuleInfo } from '../diagnostics/rule.ts';
import type { Language } from '../diagnostics/text.ts';

/** The tool itself, for the formats that name it. */
export interface Tool {
  readonly version: string;
  /** URL of its documentation. */
  readonly homepage?: string;
  /** All rules. */
  readonly rules: readonly RuleInfo[];
}

export interface ReporterOptions {
  readonly tool: Tool;
  readonly language: Language;
  readonly color: boolean;
  /** Print only findings, no summary. */
  readonly quiet: boolean;
  /** The severity that fails the run. */
  readonly failOn: 'error' | 'warning';
  /** Also print findings of severity info. */
  readonly verbose: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  /** Why something could not be checked. */
  readonly problems?: readonly Problem[] | undefined;
  /**
   * JSON only: the run checked this shard, and its whole results are carried for `report merge`. `list` is the hash of all names
   * that were divided.
   */
  readonly shard?: { readonly index: number; readonly count: number; readonly list?: string | undefined } | undefined;
  /** Text only: the problems are on standard error already, and are only listed in short. */
  readonly told?: boolean;
}

/** A pure function from findings to text. */
export type Reporter = (result: RunResult, options: ReporterOptions) => string;

/** A pure function from findings to the bytes of a file. */
export type WorkbookReporter = (result: RunResult, options: ReporterOptions) => Promise<Uint8Array>;
