import type { Diagnostic } from './diagnostic.ts';
import type { Text } from './text.ts';

/** A finding that does not count because of a waiver or the baseline. */
export interface Waived {
  readonly diagnostic: Diagnostic;
  /** A waiver in the report, or the baseline of known findings. */
  readonly by: 'waiver' | 'baseline';
  /** The reason in the waiver; empty for a baseline. */
  readonly reason: string;
}

/** A checked file, with the files that were written for it. */
export interface FileResult {
  /** The name shown to users: the path relative to the working folder, with `/`. */
  readonly file: string;
  /** The report in it, if it can be read. */
  readonly subject?: { readonly agency: string; readonly year?: number };
  /** The text of the file, for code frames. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that do not count, in no particular order; ignore their `cause`. */
  readonly waived: readonly Waived[];
  /** The files written, named like `file`. */
  readonly outputs: readonly string[];
}

/** Why something could not be checked or built; a UserError is one. */
export interface Problem {
  readonly text: Text;
  /** The report that could not be built. */
  readonly file?: string;
  /** What to do. */
  readonly hint?: Text | undefined;
  /** More lines below the message. */
  readonly details?: readonly Text[];
}

/** The results of a run of `validate` or `build`, as reporters get them. */
export type RunResult = readonly FileResult[];

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** The lowest severity that fails a run. */
export type FailOn = 'error' | 'warning';

/** Whether a finding fails the run. */
export const fails = (result: Pick<FileResult, 'diagnostics'>, failOn: FailOn): boolean =>
  result.diagnostics.some(({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'));

/** The number of findings of each severity. */
export function countFindings(results: RunResult): Counts {
  const all = results.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Diagnostic['severity']) => all.filter((one) => one.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
