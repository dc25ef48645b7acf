import { fenOf, moneyText } from '../report/money.ts';
import type { Report } from '../report/report.ts';
import type { Figure } from './figures.ts';
import type { Quantity } from './vocabulary/quantities.ts';

/**
 * A candidate with the report's numbers: the cells it adds up, and what they come to. A blank among known numbers counts
 * as nothing, as those who leave blanks mean it (the blank has a finding of its own); undefined where nothing is known.
 */
export interface Candidate {
  readonly terms: readonly { readonly path: string; readonly minus: boolean }[];
  readonly value: number | undefined;
}

/** The candidates that a report's form has cells for. */
export function candidatesIn(report: Report, { candidates }: Pick<Quantity, 'candidates'>): Candidate[] {
  return candidates.flatMap((candidate) => {
    const terms = candidate.map((term) => termsOf(report, term));
    return terms.some((own) => own.length === 0) ? [] : [valued(report, terms.flat())];
  });
}

function termsOf(report: Report, term: string): Candidate['terms'][number][] {
  const minus = term.startsWith('-');
  const path = minus ? term.slice(1) : term;
  const [group, column] = path.split('.**.');
  if (column === undefined) return report.cells.has(path) ? [{ path, minus }] : [];
  const rows = [...report.cells.keys()].filter(
    (cell) => cell === `${group}.${column}` || (cell.startsWith(`${group}.`) && cell.endsWith(`.${column}`)),
  );
  return rows.map((row) => ({ path: row, minus }));
}

function valued(report: Report, terms: Candidate['terms']): Candidate {
  const numbers = terms.flatMap(({ path, minus }) => {
    const number = numberAt(report, path);
    return number === undefined ? [] : [minus ? -number : number];
  });
  // What is taken off a blank is no number.
  const isKnown = numbers.length === terms.length || (numbers.length > 0 && !terms.some(({ minus }) => minus));
  return { terms, value: isKnown ? numbers.reduce((sum, number) => sum + number, 0) : undefined };
}

/** A number of a report; a total that was left blank, from the columns of its row. Money in yuan. */
function numberAt(report: Report, path: string): number | undefined {
  const cell = report.cells.get(path);
  if (!cell) return undefined;
  if (cell.kind === 'yuan' || cell.kind === 'wan_yuan') {
    const fen = fenOf(cell);
    return fen === undefined ? undefined : Number(moneyText(fen, 'yuan'));
  }
  if (cell.value !== undefined) return cell.value;
  const total = report.equations.find(({ identity, left }) => identity.across === 'rows' && left.join() === path);
  const columns = total?.right.flatMap((column) => report.cells.get(column)?.value ?? []) ?? [];
  return columns.length === 0 ? undefined : columns.reduce((sum, value) => sum + value, 0);
}

/** Is this what a number comes to, rounded to the digits that are written? */
export const roundsTo = (exact: number, { value, step }: Pick<Figure, 'value' | 'step'>): boolean =>
  Math.abs(exact - value) <= step / 2 + 1e-9;
