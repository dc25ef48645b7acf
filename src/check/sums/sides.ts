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
  const here = paths.map((path) => cells.get(path)).filter((cell) => cell !== undefined);
  const bounds = here.map((cell) => boundsOf(cell, known));
  return {
    cells: here,
    sum: here.reduce((total, { value }) => total + (value ?? 0), 0),
    unknown: here.filter(({ value }) => value === undefined),
    least: bounds.reduce((total, { least }) => total + least, 0),
    most: bounds.reduce((total, { most }) => total + most, 0),
  };
}

/** Whether no numbers in the unknown cells can make the sides equal. */
export const canNotHold = ({ left, right }: { left: Side; right: Side }): boolean =>
  left.least > right.most || right.least > left.most;
