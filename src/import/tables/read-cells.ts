import type { FilePlace } from '../document.ts';
import type { ImportedCell } from '../reading.ts';
import { type DraftCell, type DraftTable, draftText } from './draft.ts';
import { readValue } from './values.ts';
import type { View, ViewCell } from './view.ts';

/** The cells of a table with their values. */
export const readCells = ({ cells }: DraftTable): Map<string, ImportedCell> =>
  new Map([...cells.values()].map((draft) => [draft.path, readCell(draft)]));

const SEVERAL = { confidence: 'unknown', reason: 'not-a-number' } as const;

/** A cell with its value. */
export function readCell(draft: DraftCell): ImportedCell {
  const text = draftText(draft);
  const read = draft.several ? SEVERAL : readValue(text, draft.column, draft.header);
  const cell = draft.cells[0];
  const place = cell && { place: placeOf(draft.view, cell) };
  const found = { path: draft.path, text, ...place, ...read };
  if (read.confidence !== 'sure') return found;
  if (draft.shared) return { ...found, confidence: 'doubtful', reason: 'ambiguous' };
  return draft.clear ? found : { ...found, confidence: 'doubtful', reason: 'label-guessed' };
}

/** Where a cell stands in the file. */
export const placeOf = ({ grid }: Pick<View, 'grid'>, { cell }: Pick<ViewCell, 'cell'>): FilePlace => ({
  ...grid.place,
  row: cell.row + 1,
  column: cell.column + 1,
  ...cell.place,
});
