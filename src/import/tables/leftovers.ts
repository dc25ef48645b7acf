import type { FormDef } from '../../form/types.ts';
import type { PublishedDocument } from '../document.ts';
import type { Unplaced } from '../reading.ts';
import type { DraftTable } from './draft.ts';
import { likeness, plainLabel } from './labels.ts';
import { placeOf } from './read-cells.ts';
import { formTexts } from './target.ts';

/** The cells of the grids of a form's tables that are neither labels of the form nor numbers that were read. */
export function leftoversOf(document: PublishedDocument, drafts: readonly DraftTable[], form: FormDef): Unplaced[] {
  const taken = new Set(drafts.flatMap((draft) => [...draft.labels]));
  for (const { cells } of drafts)
    for (const { cells: own } of cells.values()) for (const { cell } of own) taken.add(cell);
  const isLabel = labelTest(form);
  return [...new Set(drafts.flatMap(({ views }) => views.map(({ block }) => block)))].flatMap((index) => {
    const grid = document.blocks[index];
    if (grid?.kind !== 'grid') return [];
    const left = grid.cells.filter((cell) => cell.text.trim() !== '' && !taken.has(cell) && !isLabel(cell.text));
    return left.map((cell) => ({ text: cell.text, place: placeOf({ grid }, { cell }) }));
  });
}

/** Whether a text is a label of the form, a misprint of one, or a part of one. */
function labelTest(form: FormDef): (text: string) => boolean {
  const labels = [...formTexts(form)];
  const known = new Map<string, boolean>();
  const test = (label: string): boolean =>
    /\p{L}/u.test(label) && labels.some((own) => own.includes(label) || likeness(own, label) >= 0.75);
  return (text) => {
    const label = plainLabel(text);
    const found = known.get(label) ?? test(label);
    known.set(label, found);
    return found;
  };
}
