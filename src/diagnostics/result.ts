import type { Diagnostic } from './diagnostic.ts';

/** A finding that does not count: somebody looked at it and lets it stand. */
export interface Waived {
  readonly diagnostic: Diagnostic;
  /** A waiver in the report itself, or the baseline of an office that adopted the tool later. */
  readonly by: 'waiver' | 'baseline';
  /** As the waiver gives it; empty for a baseline. */
  readonly reason: string;
}

/** One file that was checked, and what was written for it. */
export interface FileResult {
  /** As it is named to people: relative to the working folder, with `/`. */
  readonly file: string;
  /** The file's text, for the code frames. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that do not count, in no particular order; their `cause` says nothing. */
  readonly waived: readonly Waived[];
  /** Files written, named as `file` is. */
  readonly outputs: readonly string[];
}

/** What a run of `validate` or `build` found: what reporters print. */
export type RunResult = readonly FileResult[];

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** The least severity that fails a run. */
export type FailOn = 'error' | 'warning';

/** Is there a finding that fails the run? */
export const fails = (result: Pick<FileResult, 'diagnostics'>, failOn: FailOn): boolean =>
  result.diagnostics.some(({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'));

/** How many findings of each severity there are. */
export function countFindings(results: RunResult): Counts {
  const all = results.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Diagnostic['severity']) => all.filter((one) => one.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
