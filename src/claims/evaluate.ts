import type { Cell } from '../report/cell.ts';
import { fenOf, moneyText } from '../report/money.ts';
import type { Report } from '../report/report.ts';
import type { Figure } from './lex/figures.ts';
import type { Cells } from './quantity.ts';
import type { About } from './vocabulary/numbers.ts';

/**
 * A candidate with the report's numbers: its cells and their sum. Blank cells among known numbers are left out of the sum,
 * because many people mean zero by them (they have their own finding). undefined if no number is known.
 */
export interface Candidate {
  readonly terms: readonly { readonly path: string; readonly minus: boolean }[];
  readonly value: number | undefined;
  /**
   * All its numbers are known, or can only be zero. Otherwise the sum is only a lower bound, and a larger figure does not
   * contradict it.
   */
  readonly complete: boolean;
}

/** The candidates whose cells exist in the report's form. */
export function candidatesIn(report: Report, lists: readonly Cells[]): Candidate[] {
  return lists.flatMap((candidate) => {
    const terms = candidate.map((term) => termsOf(report, term));
    return terms.some((own) => own.length === 0) ? [] : valued(report, terms.flat());
  });
}

function termsOf(report: Report, term: string): Candidate['terms'][number][] {
  const minus = term.startsWith('-');
  const path = minus ? term.slice(1) : term;
  if (!path.includes('.**.')) return report.cells.has(path) ? [{ path, minus }] : [];
  return rowsOf(report.cells, path).map((row) => ({ path: row, minus }));
}

const known = new WeakMap<Report['cells'], Map<string, readonly string[]>>();

/** The cells of a report that `GROUP.**.COLUMN` means. They are remembered for each report. */
function rowsOf(cells: Report['cells'], pattern: string): readonly string[] {
  const ofReport = known.get(cells) ?? new Map<string, readonly string[]>();
  known.set(cells, ofReport);
  const [group, column] = pattern.split('.**.');
  const isRow = (cell: string) =>
    cell === `${group}.${column}` || (cell.startsWith(`${group}.`) && cell.endsWith(`.${column}`));
  const rows = ofReport.get(pattern) ?? [...cells.keys()].filter(isRow);
  ofReport.set(pattern, rows);
  return rows;
}

/** The part of a report that candidates depend on. */
export type Numbers = Pick<Report, 'cells' | 'equations' | 'zeros'>;

/** The sum of these cells of a report. */
export function valued(report: Numbers, terms: Candidate['terms']): Candidate {
  const found = terms.map(({ path, minus }) => ({ minus, ...numberAt(report, path) }));
  const numbers = found.flatMap(({ value, minus }) => (value === undefined ? [] : [minus ? -value : value]));
  // Blanks that can only be zero are zeros beside a number; where there are only blanks, nothing is filled in yet.
  const complete = numbers.length > 0 && found.every((one) => one.complete);
  // A number cannot be subtracted from a blank cell.
  const isKnown = complete || (numbers.length > 0 && !terms.some(({ minus }) => minus));
  return { terms, value: isKnown ? exactSum(numbers) : undefined, complete };
}

/** The number in a cell; a blank total is added up from the columns of its row. Money is in yuan. */
function numberAt(report: Numbers, path: string): Pick<Candidate, 'value' | 'complete'> {
  const cell = report.cells.get(path);
  if (cell?.kind === 'yuan' || cell?.kind === 'wan_yuan') {
    const fen = fenOf(cell);
    const value = fen === undefined ? undefined : Number(moneyText(fen, 'yuan'));
    return { value, complete: value !== undefined };
  }
  const isZero = (blank: string) => report.zeros?.has(blank) ?? false;
  if (!cell || cell.value !== undefined) return { value: cell?.value, complete: cell !== undefined };
  const total = report.equations.find(({ identity, left }) => identity.across === 'rows' && left.join() === path);
  const columns = total?.right.flatMap((column) => report.cells.get(column) ?? []) ?? [];
  // A column left out counts as zero only in a row with a number.
  const isBegun = columns.some(({ state }) => state === 'stated');
  const value = isBegun ? exactSum(columns.flatMap((column) => column.value ?? [])) : undefined;
  const isKnown = (column: Cell) => column.value !== undefined || isZero(column.path);
  return { value, complete: isZero(path) || (columns.length > 0 && columns.every(isKnown)) };
}

/** Adds counts, or amounts in yuan, exactly to the 分: in binary, 0.1 + 0.2 is not 0.3. */
export const exactSum = (numbers: readonly number[]): number => exact(numbers.reduce((sum, one) => sum + one, 0));

/** A number without the error of binary fractions: at most two decimals, because 1 分 is 0.01 元. */
export const exact = (number: number): number => Number(number.toFixed(2));

/** True if the number equals the figure when rounded to the digits of the figure. */
export const roundsTo = (exact: number, { value, step }: Pick<Figure, 'value' | 'step'>): boolean =>
  Math.abs(exact - value) <= step / 2 + 1e-9;

/**
 * True if a figure can be said of a number: rounded as it is written, and as far as 余, 近 or 约 allow. A count that is written as a
 * whole number is exact; where it can be rounded, use `roundsTo`.
 */
export function fitsFigure(figure: Figure, value: number): boolean {
  const { about, value: told, step, kind } = figure;
  if (about) return fitsAbout(about, value - told, slackOf(figure));
  const isRounded =
    kind === 'percent' ||
    (kind === 'money' && told > 0) ||
    (kind === 'count' && step > 1) ||
    (kind === 'count' && told % 1 !== 0);
  // A number is never rounded to zero.
  return isRounded ? roundsTo(value, figure) : value === told;
}

/** How far a number can be from one that is about it. */
function fitsAbout(about: About, gap: number, slack: number): boolean {
  switch (about) {
    case 'more':
      return gap >= -1e-9 && gap < slack;
    // 近一成 is also said of 10.4 %.
    case 'less':
      return gap <= slack / 20 + 1e-9 && -gap < slack;
    case 'around':
      return Math.abs(gap) < slack;
    // 超过1000件 can be said of 1529.
    case 'least':
      return gap >= -1e-9;
    case 'most':
      return gap <= 1e-9;
  }
}

/** 1 in the last digit that is not 0: 100 for 1500余; 三成 and 四分之一 are as close as 半成. */
const slackOf = ({ kind, step, value, about }: Figure): number =>
  kind === 'percent' && step === 10 ? (about === 'around' ? 5 : 10) : Math.max(step, magnitudeOf(value));

/** The value of 1 in the last digit that is not 0: 100 for 1500. */
function magnitudeOf(value: number): number {
  let unit = 1;
  while (value > 0 && value % (unit * 10) === 0) unit *= 10;
  return unit;
}

/** Numbers up to these are often close by chance: in general, and where the words name one cell. */
const SMALL = 20;
const SMALLEST = 10;

/**
 * True if one number is likely the other one with a mistake: off by one, two digits swapped, or one digit changed of at least
 * four. Small numbers are compared in this way only where the words name one cell.
 */
export function isNear(told: number, exact: number, isOneCell = false): boolean {
  if (exact < SMALLEST || told === exact || told % 1 !== 0 || exact % 1 !== 0) return false;
  if (Math.abs(told - exact) === 1) return isOneCell || exact >= SMALL;
  // 125000 and 135000 are 125 and 135 thousand: zeros at the end are no digits that could be mistyped.
  const zeros = Math.min(magnitudeOf(told), magnitudeOf(exact));
  const [a, b] = [String(told / zeros), String(exact / zeros)];
  if (a.length !== b.length) return false;
  const places = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  if (places.length === 1) return a.length >= 4;
  const [one = 0, other = 0] = places;
  return a.length >= (isOneCell ? 2 : 3) && places.length === 2 && a[one] === b[other] && a[other] === b[one];
}
