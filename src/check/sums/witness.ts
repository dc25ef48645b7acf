import { type Candidate, type Numbers, valued } from '../../claims/evaluate.ts';
import type { Finding } from '../../diagnostics/diagnostic.ts';

/** A sum of cells and the number that it should have. */
export interface ExpectedSum {
  readonly terms: Candidate['terms'];
  readonly number: number;
}

/**
 * A comparison of cells with something outside the tables: last year's report, or a number in the prose. If it fails
 * together with sums of the tables and one number makes all of them hold, that number is the cause.
 */
export interface Witness {
  /** It holds if one of these sums has its number. */
  readonly expected: readonly ExpectedSum[];
  /** undefined if a number is unknown. */
  readonly holds: (numbers: Numbers) => boolean | undefined;
  readonly isAbout: (finding: Finding) => boolean;
}

/** The cells of a witness. */
export const cellsOf = ({ expected }: Witness): string[] =>
  expected.flatMap(({ terms }) => terms.map(({ path }) => path));

/** A witness that demands one sum. `at` is the path of the rule's finding. */
export function sumWitness(rule: string, at: string, terms: Candidate['terms'], number: number | undefined): Witness[] {
  if (number === undefined) return [];
  const holds = (numbers: Numbers) => {
    const { value, complete } = valued(numbers, terms);
    return complete ? value === number : undefined;
  };
  const isAbout = (finding: Finding) => finding.rule === rule && finding.path.join('.') === at;
  return [{ expected: [{ terms, number }], holds, isAbout }];
}
