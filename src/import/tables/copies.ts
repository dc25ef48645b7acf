import type { TableDef } from '../../form/types.ts';
import type { ImportedCell } from '../reading.ts';
import type { GridContext } from './contexts.ts';
import { readCells } from './read-cells.ts';
import { cellCount, type FoundTable, findTable } from './read-table.ts';
import type { View } from './view.ts';

/** A table of the form as it is printed once; a document can have it several times. */
export interface Copy {
  readonly views: readonly View[];
  readonly found: FoundTable;
  readonly cells: ReadonlyMap<string, ImportedCell>;
  readonly context: GridContext;
}

/** A copy has at least this share of the cells of its table. */
const LEAST = 0.3;
/** A grid with more than this share of the same cells is another copy and no continuation; below other captions less is enough. */
const SAME = 0.5;
const SAME_BELOW_OTHER = 0.1;
/** More grids than the parts of a table and its copies, and more rows than one of them has. */
const MOST_GRIDS = 60;
const MOST_ROWS = 200;

interface Part {
  readonly views: View[];
  readonly paths: Set<string>;
}

/** The copies of a table in a document, in its order. */
export function copiesOf(table: TableDef, views: readonly View[], contexts: readonly GridContext[]): Copy[] {
  const parts: Part[] = [];
  for (const view of views.filter(({ rows }) => rows <= MOST_ROWS).slice(0, MOST_GRIDS)) {
    const paths = new Set(findTable(table, [view]).draft.cells.keys());
    const last = parts.at(-1);
    if (last && !isOther(last, { views: [view], paths }, contexts)) {
      last.views.push(view);
      for (const path of paths) last.paths.add(path);
    } else if (paths.size > 0) parts.push({ views: [view], paths });
  }
  return parts
    .filter(({ paths }) => paths.size >= cellCount(table) * LEAST)
    .map(({ views: own }) => {
      const found = findTable(table, own);
      return { views: own, found, cells: readCells(found.draft), context: contexts[own[0]?.block ?? 0] as GridContext };
    });
}

function isOther(one: Part, other: Part, contexts: readonly GridContext[]): boolean {
  const [mine, yours] = [one, other].map(({ views }) => contexts[views.at(-1)?.block ?? 0]);
  const again = [...other.paths].filter((path) => one.paths.has(path)).length;
  const most = mine?.other === yours?.other ? SAME : SAME_BELOW_OTHER;
  return again > most * Math.min(one.paths.size, other.paths.size);
}
