import type { Equation } from '../../form/equations.ts';
import type { ImportedCell } from '../reading.ts';

/** The cells of a table by path. */
export type TableCells = ReadonlyMap<string, ImportedCell>;

interface Side {
  readonly sum: number;
  readonly unknown: readonly string[];
}

function sideOf(cells: TableCells, paths: readonly string[], zeros: ReadonlySet<string>): Side {
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

function stateOf(cells: TableCells, equation: Equation, zeros: ReadonlySet<string>): 'holds' | 'broken' | 'open' {
  const [left, right] = [sideOf(cells, equation.left, zeros), sideOf(cells, equation.right, zeros)];
  if (left.unknown.length === 0 && left.sum < right.sum) return 'broken';
  if (right.unknown.length === 0 && right.sum < left.sum) return 'broken';
  if (left.unknown.length + right.unknown.length > 0) return 'open';
  return left.sum > 0 ? 'holds' : 'open';
}

/** More rounds than the equations of a form need. */
const MOST_ROUNDS = 50;

/**
 * The blank cells of a table, if its sums leave nothing but 0 for each of them: no count is negative, so the blank cells of
 * a side are 0 if the others already add up to the other side. Empty if one of them stays open or a sum does not hold.
 */
export function provedZeros(cells: TableCells, equations: readonly Equation[]): ReadonlySet<string> {
  const blank = [...cells.values()].filter(({ value }) => value === undefined);
  const zeros = new Set<string>();
  if (blank.some(({ reason }) => reason !== 'blank' && reason !== 'dash')) return zeros;
  for (let round = 0, before = -1; zeros.size > before && round < MOST_ROUNDS; round++) {
    before = zeros.size;
    for (const { left, right } of equations) proveSides(sideOf(cells, left, zeros), sideOf(cells, right, zeros), zeros);
  }
  const proved = zeros.size === blank.length && balance(cells, equations, zeros).broken === 0;
  return proved ? zeros : new Set();
}

function proveSides(left: Side, right: Side, zeros: Set<string>): void {
  if (left.sum !== right.sum) return;
  if (left.unknown.length > 0 && right.unknown.length > 0) return;
  for (const path of [...left.unknown, ...right.unknown]) zeros.add(path);
}
