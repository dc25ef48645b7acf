import type { TableView } from '../../view/page-view.ts';
import { NOTE_OUTSIDE } from './styles.ts';
import { columnWidths, numberType, type TableLook } from './table-look.ts';
import { rowsOf, type WordCell } from './table-rows.ts';
import { TEXT_SIZES } from './text-sizes.ts';

/** In twips: a border of 0.75 pt, and the half point that sizes are in. */
const BORDER = 15;
const NOTE = TEXT_SIZES.CellNote;
const HALF_POINT = 10;

/** The width of a text in characters: letters and digits of Latin take half of one. */
export const charactersIn = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char < '\u2000' ? 0.5 : 1), 0);

/** The heights of the rows of a table in twips, which lines of exact height decide. */
export function rowHeights(
  { grid }: TableView,
  look: TableLook,
): { readonly head: number; readonly rows: readonly number[] } {
  const widths = columnWidths(grid, look);
  const { side } = numberType(grid, widths, look);
  const rows = rowsOf(grid, { keeps: false, breaks: [] });
  const heights = rows.map(({ cells }) => {
    let column = 0;
    const lines = cells.map((cell) => {
      const start = column;
      column += cell.colspan ?? 1;
      const width = widths.slice(start, column).reduce((sum, one) => sum + one, 0) - 2 * side;
      return heightOf(cell, width, look);
    });
    return Math.max(look.line, ...lines) + 2 * look.vertical + BORDER;
  });
  const head = rows.filter(({ repeats }) => repeats).length;
  return { head: heights.slice(0, head).reduce((sum, one) => sum + one, 0), rows: heights.slice(head) };
}

/** The height of the text of a cell; a cell of several rows has room enough. */
function heightOf({ rowspan, kind, text, note }: WordCell, width: number, { size, line }: TableLook): number {
  if (rowspan) return 0;
  const lines = kind === 'number' ? 1 : linesOf(text, width / (size * HALF_POINT));
  return (
    lines * line +
    (note ? linesOf(`（${note}）`, (width + 2 * NOTE_OUTSIDE) / (NOTE.size * HALF_POINT)) * NOTE.line : 0)
  );
}

/** The number of lines of a text in lines of so many characters. */
export const linesOf = (text: string, characters: number): number =>
  Math.max(1, Math.ceil(charactersIn(text) / Math.floor(characters * 2) / 0.5));
