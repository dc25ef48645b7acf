import type { Report } from './report.ts';
import { resolve } from './resolve.ts';

/**
 * The value of an expression in braces. An expression is words separated by spaces:
 *
 * - a path: a cell, or a short text of the head
 * - `sum OPERAND…`: the sum of the cells
 * - `share PART WHOLE [decimals]`: PART as a percentage of WHOLE, `17.46%`
 * - `change OPERAND [decimals]`: the change from last year, `增长12.5%`, `下降3.2%` or `持平`
 *
 * An operand is the path of a cell, of a row (its total) or of a group (the totals of its rows, except rows that are sums
 * themselves); a column can follow a group. The default is at most two decimals, without trailing zeros.
 */
export type Printed =
  /** Empty if a number is not known yet. */
  { readonly text: string } | { readonly fault: ExpressionFault };

/**
 * The reason why an expression has no value.
 * - `words`: this is not an expression; `path` is the word that was not understood
 * - `no-cell`: no cell, row or group has this path
 * - `too-long`: the value is longer than any name or number
 * - `no-count`: the operand is text, money or a change, which cannot be added up
 * - `no-previous`: there is no report of the year before
 * - `not-in-previous`: last year's form has no such cell
 * - `whole-is-zero`: a share of 0 is not defined
 * - `previous-is-zero`: a change from 0 is not defined
 */
export interface ExpressionFault {
  readonly kind:
    | 'words'
    | 'no-cell'
    | 'too-long'
    | 'no-count'
    | 'no-previous'
    | 'not-in-previous'
    | 'whole-is-zero'
    | 'previous-is-zero';
  readonly path: string;
}

/** The operations: the words that an expression can begin with. */
export const FUNCTIONS = ['sum', 'share', 'change'] as const;

/** The largest number of decimals; more make no sense for counts. */
const MOST_DECIMALS = 4;
const USUAL_DECIMALS = 2;
/** The longest value: a long one in many places would make gigabytes of text. */
const MOST_CHARACTERS = 200;
/** The largest number of operands. */
const MOST_OPERANDS = 50;

/** Evaluates an expression in a report. Never throws. */
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
  readonly kind: ExpressionFault['kind'];
  readonly path: string;

  constructor(kind: ExpressionFault['kind'], path: string) {
    super(kind);
    this.kind = kind;
    this.path = path;
  }
}

function value(report: Report, path: string): Printed {
  const found = resolve(report, path);
  if (!found) throw new Faulty('no-cell', path);
  const text = 'cell' in found ? found.cell.text : found.text;
  if (text.length > MOST_CHARACTERS) throw new Faulty('too-long', path);
  return { text };
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

/**
 * PART as a percentage of WHOLE, without the sign %. Rounds exactly, half away from zero. Without `decimals`: at most two
 * decimals and no trailing zeros.
 */
export function percent(part: number | bigint, whole: number | bigint, decimals?: number): string {
  const digits = decimals ?? USUAL_DECIMALS;
  const scaled = (2n * BigInt(part) * 10n ** BigInt(digits + 2) + BigInt(whole)) / (2n * BigInt(whole));
  const padded = scaled.toString().padStart(digits + 1, '0');
  const text = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
  return decimals === undefined ? text.replace(/\.?0+$/, '') : text;
}

/** The sum of operands; undefined if one of their numbers is unknown. */
function countOf(
  report: Report,
  operands: readonly string[],
  missing: ExpressionFault['kind'] = 'no-cell',
): number | undefined {
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

/** The paths of the cells of an operand; empty if it has none. */
export function operandCells(report: Report, operand: string): string[] {
  if (report.cells.has(operand)) return [operand];
  const keys = operand.split('.');
  const rows = rowsBelow(report, keys, 'total');
  return rows.length > 0 ? rows : rowsBelow(report, keys.slice(0, -1), keys.at(-1) ?? '');
}

/** A column of every row in a group. A whole table is not a group, because its rows count different things. */
function rowsBelow({ cells, equations }: Report, keys: readonly string[], column: string): string[] {
  if (keys.length < 2) return [];
  const group = `${keys.join('.')}.`;
  const below = [...cells.keys()].filter((path) => path.startsWith(group) && path.endsWith(`.${column}`));
  const sums = new Set(
    equations.flatMap(({ left, right }) => (right.every((path) => below.includes(path)) ? left : [])),
  );
  return below.filter((path) => !sums.has(path));
}

/** Whether an expression needs last year's report. */
export const isChange = (expression: string): boolean => expression.startsWith('change ');
