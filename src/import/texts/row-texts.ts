import type { ContentCell, PublishedDocument } from '../document.ts';
import type { TablesReading, Unplaced } from '../reading.ts';
import { oneLine } from './clean.ts';
import { headingsIn } from './headings.ts';
import { NOTE } from './notes.ts';
import { type RowTexts, textLine } from './pieces.ts';

/**
 * The rows of the form's tables that are texts of the report and not of the table: a heading, a note, a sentence. `placed`
 * are those that the reader of the tables left over.
 */
export function rowTextsOf(
  { blocks }: PublishedDocument,
  { used, leftovers }: TablesReading,
): { readonly rowTexts: RowTexts; readonly placed: readonly Unplaced[] } {
  const left = new Map<string, Unplaced[]>();
  for (const one of leftovers) left.set(one.text, [...(left.get(one.text) ?? []), one]);
  const rowTexts = new Set<ContentCell>();
  const placed: Unplaced[] = [];
  for (const index of used.keys()) {
    const grid = blocks[index];
    if (grid?.kind !== 'grid') continue;
    for (const cell of alone(grid.cells)) {
      if (!isText(cell.text)) continue;
      rowTexts.add(cell);
      const known = left.get(cell.text)?.pop();
      if (known) placed.push(known);
    }
  }
  return { rowTexts, placed };
}

/** The cells that are the only one with a text in their row. */
function alone(cells: readonly ContentCell[]): ContentCell[] {
  const rows = new Map<number, ContentCell[]>();
  for (const cell of cells) {
    if (cell.text.trim() === '') continue;
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows.values()].flatMap((row) => (row.length === 1 ? row : []));
}

const SENTENCE = /[^。]{8}。/u;

function isText(written: string): boolean {
  const text = oneLine(written);
  return NOTE.test(text) || SENTENCE.test(text) || headingsIn(textLine(text, {})).some(({ official }) => official);
}
