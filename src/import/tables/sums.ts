import type { Equation } from '../../form/equations.ts';
import type { ImportedCell } from '../reading.ts';

/** The cells of a table by path. */
export type TableCells = ReadonlyMap<string, ImportedCell>;

/** One side of an equation. */
interface Side {
  /** The sum of the numbers that are known. */
  readonly sum: number;
  /** The paths of the cells without a number. */
  readonly unknown: readonly string[];
}

/** A side of an equation, with 0 for the cells in `zeros`. */
export function sideOf(cells: TableCells, paths: readonly string[], zeros: ReadonlySet<string>): Side {
  const unknown = paths.filter((path) => cells.get(path)?.value === undefined && !zeros.has(path));
  return { sum: paths.reduce((sum, path) => sum + Number(cells.get(path)?.value ?? 0), 0), unknown };
}

/** How many equations hold, and how many don't. Equations with unknown cells count only if no numbers can make them hold. */
export interface Balance {
  /** Equations in which every number is 0 are not counted: they hold in every reading. */
  readonly hold: number;
  readonly broken: number;
}

/** Checks the sums of a reading. */
export function balance(
  cells: TableCells,
  equations: readonly Equation[],
  zeros: ReadonlySet<string> = new Set(),
): Balance {
  const states = equations.map((equation) => stateOf(cells, equation, zeros));
  return {
    hold: states.filter((state) => state === 'holds').length,
    broken: states.filter((state) => state === 'broken').length,
  };
}

/** `broken`: no numbers in the unknown cells can make it hold. `open`: it has unknown cells, or only zeros. */
export function stateOf(
  cells: TableCells,
  equation: Equation,
  zeros: ReadonlySet<string>,
): 'holds' | 'broken' | 'open' {
  const [left, right] = [sideOf(cells, equation.left, zeros), sideOf(cells, equation.right, zeros)];
  if (left.unknown.length === 0 && left.sum < right.sum) return 'broken';
  if (right.unknown.length === 0 && right.sum < left.sum) return 'broken';
  if (left.unknown.length + right.unknown.length > 0) return 'open';
  return left.sum > 0 ? 'holds' : 'open';
}
