import type { ImportedCell } from '../reading.ts';
import { readCells } from './read-cells.ts';
import { findTable, type ReadTable } from './read-table.ts';
import type { View } from './view.ts';

/** A copy has at least this share of the cells of a table. */
const COPY = 0.8;

/**
 * Where a document has a table twice with different numbers, nothing tells which of them is meant: a cell that differs in
 * the second copy is doubtful.
 */
export function comparedWithCopy(one: ReadTable, views: readonly View[]): ReadTable {
  const used = new Set(one.draft.views.map(({ block }) => block));
  const rest = views.filter(({ block }) => !used.has(block));
  if (rest.length === 0 || one.cells.size === 0) return one;
  const copy = readCells(findTable(one.draft.table, rest).draft);
  if (copy.size < one.cells.size * COPY) return one;
  const doubted = ([path, cell]: [string, ImportedCell]): [string, ImportedCell] => {
    const other = copy.get(path)?.value;
    const differs = other !== undefined && other !== cell.value && cell.confidence === 'sure';
    return [path, differs ? { ...cell, confidence: 'doubtful', reason: 'ambiguous' } : cell];
  };
  return { ...one, cells: new Map([...one.cells].map(doubted)) };
}
