import type { Equation } from '../form/equations.ts';
import type { Cell } from './cell.ts';

/** Computes missing totals if all their parts are known. Changes `cells`. */
export function computeTotals(cells: Map<string, Cell>, equations: readonly Equation[]): void {
  const ordered = definitionsIn(equations);
  let changed = true;
  while (changed) {
    changed = false;
    for (const { left, right } of ordered) {
      const total = cells.get(left[0] ?? '');
      if (total?.reason !== 'total') continue;
      const sum = sumOf(cells, right);
      if (sum === undefined) continue;
      const { reason: _, ...known } = total;
      cells.set(total.path, { ...known, state: 'computed', value: sum, text: String(sum) });
      changed = true;
    }
  }
}

const known = new WeakMap<readonly Equation[], readonly Equation[]>();

/** The equations that define a total. A row's total comes first; the sum over a total column gives the same number. */
function definitionsIn(equations: readonly Equation[]): readonly Equation[] {
  const before = known.get(equations);
  if (before) return before;
  const all = equations.filter(({ identity }) => 'definesLeft' in identity && identity.definesLeft);
  const ordered = [...all.filter(({ derived }) => !derived), ...all.filter(({ derived }) => derived)];
  known.set(equations, ordered);
  return ordered;
}

/** The sum of cells; undefined if one of them is not known. */
export function sumOf(cells: ReadonlyMap<string, Cell>, paths: readonly string[]): number | undefined {
  let sum = 0;
  for (const path of paths) {
    const value = cells.get(path)?.value;
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}
