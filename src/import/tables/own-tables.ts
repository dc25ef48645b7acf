import type { PublishedDocument } from '../document.ts';
import type { ImportedCell } from '../reading.ts';
import type { GridContext } from './contexts.ts';
import { type Copy, copiesOf } from './copies.ts';
import { byCaptions, type CopyChoice, chosen, numbersOfOverview } from './own-copy.ts';
import type { FoundTable, ReadTable } from './read-table.ts';
import type { View } from './view.ts';

/** A table of the report, and what its other copies say about it. */
interface OwnTable {
  readonly found: FoundTable;
  readonly judge: (table: ReadTable) => ReadTable;
}

interface Around {
  readonly views: readonly View[];
  readonly contexts: readonly GridContext[];
}

/** Of tables that a document has several times, the report's own; the cells of two copies are never mixed. */
export function ownTables(
  document: PublishedDocument,
  found: readonly FoundTable[],
  { views, contexts }: Around,
): OwnTable[] {
  const overview = numbersOfOverview(document, contexts);
  const choices = found.map(({ draft }) => {
    const copies = draft.cells.size === 0 ? [] : copiesOf(draft.table, views, contexts);
    return copies.length > 1 ? chosen(copies, overview) : undefined;
  });
  const clear = choices.filter((choice) => choice?.clear).map((choice) => choice as CopyChoice);
  return found.map((one, index) => {
    const choice = choices[index];
    if (!choice) return { found: one, judge: (table) => table };
    const followed = choice.clear ? undefined : byCaptions([choice.own, ...choice.others], clear);
    const own = followed ?? choice.own;
    const others = [choice.own, ...choice.others].filter((copy) => copy !== own);
    return { found: own.found, judge: choice.clear || followed ? (table) => table : (table) => doubted(table, others) };
  });
}

/** Where nothing tells which copy is meant, a cell is doubtful if it differs in another one. */
function doubted(table: ReadTable, others: readonly Copy[]): ReadTable {
  const judged = ([path, cell]: [string, ImportedCell]): [string, ImportedCell] => {
    const differs = others.some(({ cells }) => {
      const value = cells.get(path)?.value;
      return value !== undefined && value !== cell.value;
    });
    return [
      path,
      differs && cell.confidence === 'sure' ? { ...cell, confidence: 'doubtful', reason: 'ambiguous' } : cell,
    ];
  };
  return { ...table, cells: new Map([...table.cells].map(judged)) };
}
