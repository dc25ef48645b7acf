import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';

/** A finding with the findings that follow from it. */
export interface Tree {
  readonly diagnostic: Diagnostic;
  readonly consequences: readonly Tree[];
}

const GRAVITY: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/**
 * Groups the findings in `shown` under their causes. A finding whose cause is not shown is listed on its own, and so is one
 * that is more severe than its cause: an error must not be hidden below a warning.
 *
 * @param all the list that `cause` is an index into
 */
export function hangConsequences(all: readonly Diagnostic[], shown: readonly Diagnostic[]): Tree[] {
  const there = new Set(shown);
  const under = new Map<Diagnostic | undefined, Diagnostic[]>();
  for (const one of shown) {
    const cause = one.cause === undefined ? undefined : all[one.cause];
    const hangs = cause && there.has(cause) && GRAVITY[one.severity] <= GRAVITY[cause.severity];
    const parent = hangs ? cause : undefined;
    under.set(parent, [...(under.get(parent) ?? []), one]);
  }
  const treesUnder = (parent: Diagnostic | undefined): Tree[] =>
    (under.get(parent) ?? []).map((diagnostic) => ({ diagnostic, consequences: treesUnder(diagnostic) }));
  return treesUnder(undefined);
}
