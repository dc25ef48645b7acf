import type { Equation } from '../../form/equations.ts';
import type { Cell } from '../../report/cell.ts';

/** The cells of a report by dotted path. */
export type CellMap = ReadonlyMap<string, Cell>;

/** The possible values of an unknown cell: from `least` to `most`, both included. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Bounds of unknown cells by path; a count without an entry can be any number from 0 up. */
export type Known = ReadonlyMap<string, Bounds>;

/** One side of an equation: its cells and the bounds of its sum. */
export interface Side extends Bounds {
  readonly cells: readonly Cell[];
  /** The sum of the known cells. */
  readonly sum: number;
  readonly unknown: readonly Cell[];
}

const ANY_COUNT: Bounds = { least: 0, most: Number.POSITIVE_INFINITY };
const NOTHING: Known = new Map();

export const boundsOf = ({ path, value }: Cell, known: Known): Bounds =>
  value === undefined ? (known.get(path) ?? ANY_COUNT) : { least: value, most: value };

/** The two sides of an equation. Counts are never negative, so the known cells are a lower bound of the sum. */
export function sidesOf(cells: CellMap, equation: Equation, known: Known = NOTHING): { left: Side; right: Side } {
  return { left: side(cells, equation.left, known), right: side(cells, equation.right, known) };
}

function side(cells: CellMap, paths: readonly string[], known: Known): Side {
  const here: Cell[] = [];
  const unknown: Cell[] = [];
  let [sum, least, most] = [0, 0, 0];
  // One loop, because every tried number of `faults.ts` comes here for every equation.
  for (const path of paths) {
    const cell = cells.get(path);
    if (!cell) continue;
    here.push(cell);
    if (cell.value === undefined) unknown.push(cell);
    const bounds = boundsOf(cell, known);
    sum += cell.value ?? 0;
    least += bounds.least;
    most += bounds.most;
  }
  return { cells: here, sum, unknown, least, most };
}

/** Whether no numbers in the unknown cells can make the sides equal. */
export const canNotHold = ({ left, right }: { left: Side; right: Side }): boolean =>
  left.least > right.most || right.least > left.most;
