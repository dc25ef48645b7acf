import type { Report } from './report.ts';
import { resolve } from './resolve.ts';

/**
 * What the braces of a text print. In words between blanks:
 *
 * - a path: the cell, or a short text of the head
 * - `sum OPERAND…`: the cells added up
 * - `share PART WHOLE [decimals]`: the part of the whole in per cent, `17.46%`
 * - `change OPERAND [decimals]`: against last year, `增长12.5%`, `下降3.2%` or `持平`
 *
 * An operand is the path of a cell, of a row (its total) or of a group (the totals of its rows, without those that are
 * sums themselves); a column may be named behind a group. Two decimals unless said, without zeros at the end.
 */
export type Printed =
  /** Empty where a number is not known yet. */
  { readonly text: string } | { readonly fault: Fault };

/**
 * Why an expression prints nothing.
 * - `words`: what stands there is no expression; `path` is the word that was not understood
 * - `no-cell`: no cell, row or group has this path
 * - `no-count`: text, money or a change: it can not be added up
 * - `no-previous`: there is no report of the year before
 * - `not-in-previous`: last year's form has no such cell
 * - `whole-is-zero`: nothing can be a share of it
 * - `previous-is-zero`: nothing can be a change of it
 */
export interface Fault {
  readonly kind:
    | 'words'
    | 'no-cell'
    | 'no-count'
    | 'no-previous'
    | 'not-in-previous'
    | 'whole-is-zero'
    | 'previous-is-zero';
  readonly path: string;
}

/** The words that an expression may begin with. */
export const FUNCTIONS = ['sum', 'share', 'change'] as const;

/** More digits behind the point say nothing of counts. */
const MOST_DECIMALS = 4;
const USUAL_DECIMALS = 2;
/** More operands are no sentence. */
const MOST_OPERANDS = 50;

/** What an expression prints in a report. Never throws. */
export function evaluate(report: Report, expression: string): Printed {
  const [name = '', ...words] = expression.split(/ +/);
  try {
    if (name === 'sum' && words.length > 0 && words.length <= MOST_OPERANDS) return sum(report, words);
    if (name === 'share') return share(report, words);
    if (name === 'change') return change(report, words);
    if (words.length > 0) throw new Faulty('words', FUNCTIONS.some((one) => one === name) ? expression : name);
    return value(report, name);
  } catch (error) {
    if (error instanceof Faulty) return { fault: { kind: error.kind, path: error.path } };
    throw error;
  }
}

/** Thrown and caught in this file. */
class Faulty extends Error {
  readonly kind: Fault['kind'];
  readonly path: string;

  constructor(kind: Fault['kind'], path: string) {
    super(kind);
    this.kind = kind;
    this.path = path;
  }
}

function value(report: Report, path: string): Printed {
  const found = resolve(report, path);
  if (!found) throw new Faulty('no-cell', path);
  return { text: 'cell' in found ? found.cell.text : found.text };
}

function sum(report: Report, operands: readonly string[]): Printed {
  const total = countOf(report, operands);
  return { text: total === undefined ? '' : String(total) };
}

function share(report: Report, words: readonly string[]): Printed {
  const [part, whole, digits, ...more] = words;
  if (part === undefined || whole === undefined || more.length > 0)
    throw new Faulty('words', ['share', ...words].join(' '));
  const decimals = decimalsOf(digits);
  const [a, b] = [countOf(report, [part]), countOf(report, [whole])];
  if (a === undefined || b === undefined) return { text: '' };
  if (b === 0) throw new Faulty('whole-is-zero', whole);
  return { text: `${percent(a, b, decimals)}%` };
}

function change(report: Report, words: readonly string[]): Printed {
  const [operand, digits, ...more] = words;
  if (operand === undefined || more.length > 0) throw new Faulty('words', ['change', ...words].join(' '));
  const decimals = decimalsOf(digits);
  const now = countOf(report, [operand]);
  if (!report.previous) throw new Faulty('no-previous', operand);
  const before = countOf(report.previous, [operand], 'not-in-previous');
  if (now === undefined || before === undefined) return { text: '' };
  if (now === before) return { text: '持平' };
  if (before === 0) throw new Faulty('previous-is-zero', operand);
  return { text: `${now > before ? '增长' : '下降'}${percent(Math.abs(now - before), before, decimals)}%` };
}

function decimalsOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const decimals = /^[0-9]$/.test(word) ? Number(word) : Number.POSITIVE_INFINITY;
  if (decimals > MOST_DECIMALS) throw new Faulty('words', word);
  return decimals;
}

/** Exact, half away from zero. Without `decimals` at most two, and no zeros at the end. */
function percent(part: number, whole: number, decimals: number | undefined): string {
  const digits = decimals ?? USUAL_DECIMALS;
  const scaled = (2n * BigInt(part) * 10n ** BigInt(digits + 2) + BigInt(whole)) / (2n * BigInt(whole));
  const padded = scaled.toString().padStart(digits + 1, '0');
  const text = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
  return decimals === undefined ? text.replace(/\.?0+$/, '') : text;
}

/** The sum of operands; undefined where one of their numbers is not known. */
function countOf(report: Report, operands: readonly string[], missing: Fault['kind'] = 'no-cell'): number | undefined {
  let total: number | undefined = 0;
  for (const operand of operands) {
    const paths = operandCells(report, operand);
    if (paths.length === 0) throw new Faulty(resolve(report, operand) ? 'no-count' : missing, operand);
    for (const path of paths) {
      const cell = report.cells.get(path);
      if (cell?.kind !== 'count') throw new Faulty('no-count', operand);
      total = total === undefined || cell.value === undefined ? undefined : total + cell.value;
    }
  }
  return total;
}

/** The paths of the cells that an operand stands for; none where it stands for nothing. */
export function operandCells(report: Report, operand: string): string[] {
  if (report.cells.has(operand)) return [operand];
  const keys = operand.split('.');
  const rows = rowsBelow(report, keys, 'total');
  return rows.length > 0 ? rows : rowsBelow(report, keys.slice(0, -1), keys.at(-1) ?? '');
}

/** A column of every row below a group; a whole table is no group: its rows are not of a kind. */
function rowsBelow({ cells, equations }: Report, keys: readonly string[], column: string): string[] {
  if (keys.length < 2) return [];
  const group = `${keys.join('.')}.`;
  const below = [...cells.keys()].filter((path) => path.startsWith(group) && path.endsWith(`.${column}`));
  const sums = new Set(
    equations.flatMap(({ left, right }) => (right.every((path) => below.includes(path)) ? left : [])),
  );
  return below.filter((path) => !sums.has(path));
}

/** Does an expression speak of last year too? */
export const isChange = (expression: string): boolean => expression.startsWith('change ');
