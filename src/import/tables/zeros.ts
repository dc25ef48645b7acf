import type { Equation } from '../../form/equations.ts';
import { sideOf, stateOf, type TableCells } from './sums.ts';

/**
 * The blank cells of a table for which its sums leave only 0: no count is negative, so where the numbers of an equation
 * already add up, its blank cells are 0. A cell is proved only if no sum in which it stands contradicts this. So the
 * order of the equations does not matter, and a wrong total proves nothing about its own row and column.
 */
export function provedZeros(cells: TableCells, equations: readonly Equation[]): ReadonlySet<string> {
  const blank = new Set(
    [...cells.values()].flatMap(({ path, reason }) => (reason === 'blank' || reason === 'dash' ? [path] : [])),
  );
  // An equation with a cell that has words or was not found could be about any number.
  const usable = equations.filter(({ left, right }) =>
    [...left, ...right].every((path) => cells.get(path)?.value !== undefined || blank.has(path)),
  );
  // Every round takes out at least one cell, so that what was proved with its help is proved again without it.
  for (;;) {
    const zeros = closedZeros(cells, usable, blank);
    const contradicted = equations
      .filter((equation) => stateOf(cells, equation, zeros) === 'broken')
      .flatMap(({ left, right }) => [...left, ...right].filter((path) => blank.has(path)));
    if (contradicted.length === 0) return zeros;
    for (const path of contradicted) blank.delete(path);
  }
}

/** The cells of `blank` that equations make 0 one after the other. */
function closedZeros(cells: TableCells, equations: readonly Equation[], blank: ReadonlySet<string>): Set<string> {
  const zeros = new Set<string>();
  for (let before = -1; zeros.size > before; ) {
    before = zeros.size;
    for (const equation of equations) {
      const [left, right] = [sideOf(cells, equation.left, zeros), sideOf(cells, equation.right, zeros)];
      // Blank cells on both sides can all be the same number.
      if (left.sum !== right.sum || (left.unknown.length > 0 && right.unknown.length > 0)) continue;
      for (const path of [...left.unknown, ...right.unknown]) if (blank.has(path)) zeros.add(path);
    }
  }
  return zeros;
}
