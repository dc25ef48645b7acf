import type { Equation } from '../../form/equations.ts';
import type { TableDef } from '../../form/types.ts';
import type { ImportedCell } from '../reading.ts';
import type { DraftTable } from './draft.ts';
import { readCells } from './read-cells.ts';
import { readMatrix } from './read-matrix.ts';
import { readSideBySide } from './read-side-by-side.ts';
import { provedZeros } from './sums.ts';
import { turned, type View } from './view.ts';

/** A table with its values. */
export interface ReadTable {
  readonly draft: DraftTable;
  readonly cells: ReadonlyMap<string, ImportedCell>;
}

/** Finds a table by its labels in every way in which it may be laid out, and keeps the way that finds most. */
export function findTable(table: TableDef, views: readonly View[]): DraftTable {
  const own = table.layout === 'side-by-side' ? readSideBySide : readMatrix;
  const drafts = [own(table, views)];
  const most = Math.max(0, ...[...(drafts[0]?.cells.keys() ?? [])].map(() => 1)) * (drafts[0]?.cells.size ?? 0);
  if (table.layout === 'side-by-side' || most === 0) {
    const around = views.map(turned);
    drafts.push(own(table, around));
    if (table.layout === 'side-by-side') drafts.push(readMatrix(table, views), readMatrix(table, around));
  }
  return drafts.reduce((best, draft) => (draft.cells.size > best.cells.size ? draft : best));
}

/** Reads the values of a table that was found. */
export function readTable(draft: DraftTable, equations: readonly Equation[]): ReadTable {
  const cells = readCells(draft);
  for (const path of provedZeros(cells, equations)) {
    const cell = cells.get(path);
    if (cell) cells.set(path, { ...cell, value: '0', confidence: 'doubtful', reason: 'proved-zero' });
  }
  return { draft, cells };
}
