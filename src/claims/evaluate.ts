import { fenOf, moneyText } from '../report/money.ts';
import type { Report } from '../report/report.ts';
import type { Figure } from './figures.ts';
import type { Quantity } from './vocabulary/quantities.ts';

/**
 * A candidate with the report's numbers: its cells and their sum. A blank cell among known numbers counts as zero, because
 * that is what people who leave it blank mean (the blank cell has its own finding). undefined if no number is known.
 */
export interface Candidate {
  readonly terms: readonly { readonly path: string; readonly minus: boolean }[];
  readonly value: number | undefined;
}

/** The candidates whose cells exist in the report's form. */
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
  // A number cannot be subtracted from a blank cell.
  const isKnown = numbers.length === terms.length || (numbers.length > 0 && !terms.some(({ minus }) => minus));
  return { terms, value: isKnown ? numbers.reduce((sum, number) => sum + number, 0) : undefined };
}

/** The number in a cell; a blank total is added up from the columns of its row. Money is in yuan. */
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

/** True if the number equals the figure when rounded to the digits of the figure. */
export const roundsTo = (exact: number, { value, step }: Pick<Figure, 'value' | 'step'>): boolean =>
  Math.abs(exact - value) <= step / 2 + 1e-9;
