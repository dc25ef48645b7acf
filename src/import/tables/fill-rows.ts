import type { FoundRow, GridLine } from './rows.ts';
import type { Target } from './target.ts';

/**
 * Adds the rows whose labels were not recognized, where exactly as many lines as rows are between two rows that were
 * found. They are not clear.
 */
export function fillRows(found: readonly FoundRow[], targets: readonly Target[]): FoundRow[] {
  return found.flatMap((row, index) => {
    const next = found[index + 1];
    return next ? [row, ...between(row, next, targets)] : [row];
  });
}

function between(one: FoundRow, other: FoundRow, targets: readonly Target[]): FoundRow[] {
  const [from, to] = [one.lines.at(-1) as GridLine, other.lines[0] as GridLine];
  const missing = targets.slice(targets.indexOf(one.target) + 1, targets.indexOf(other.target));
  const rows = to.row - from.row - 1;
  if (from.view !== to.view || rows !== missing.length) return [];
  return missing.map((target, index) => ({
    target,
    lines: [{ view: from.view, row: from.row + 1 + index }],
    labels: [],
    likeness: 0,
    clear: false,
  }));
}
