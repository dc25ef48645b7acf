import type { ContentCell, ContentGrid } from '../../../src/import/document.ts';
import { gridOf } from './official.ts';

/** Ways in which pages print a grid in another way. */

/** The same grid with other texts. */
export const reworded = (one: ContentGrid, change: (text: string, cell: ContentCell) => string): ContentGrid => ({
  ...one,
  cells: one.cells.map((cell) => ({ ...cell, text: change(cell.text, cell) })),
});

/** Without merges: every place is a cell, with the text of the merged cell or blank except the first. */
export function unmerged(one: ContentGrid, repeat: boolean): ContentGrid {
  const cells = one.cells.flatMap((cell) =>
    Array.from(
      { length: cell.rowSpan * cell.columnSpan },
      (_, index): ContentCell => ({
        row: cell.row + Math.floor(index / cell.columnSpan),
        column: cell.column + (index % cell.columnSpan),
        rowSpan: 1,
        columnSpan: 1,
        text: repeat || index === 0 ? cell.text : '',
      }),
    ),
  );
  return gridOf(
    cells.sort((a, b) => a.row - b.row || a.column - b.column),
    one.rows,
  );
}

/** The rows from `from` to before `to` as a grid; a cell over the cut is printed in both parts. */
export function rows(one: ContentGrid, from: number, to: number): ContentGrid {
  const cells = one.cells.flatMap((cell) => {
    const [first, last] = [Math.max(cell.row, from), Math.min(cell.row + cell.rowSpan, to)];
    return first < last ? [{ ...cell, row: first - from, rowSpan: last - first }] : [];
  });
  return gridOf(cells, to - from, one.place);
}

/** The columns from `from` to before `to` as a grid. */
export const columns = (one: ContentGrid, from: number, to: number): ContentGrid => turn(rows(turn(one), from, to));

/** Rows and columns exchanged. */
export const turn = (one: ContentGrid): ContentGrid => ({
  ...gridOf(
    one.cells
      .map((cell) => ({
        text: cell.text,
        row: cell.column,
        column: cell.row,
        rowSpan: cell.columnSpan,
        columnSpan: cell.rowSpan,
      }))
      .sort((a, b) => a.row - b.row || a.column - b.column),
    one.columns,
  ),
});

/** Several grids below each other in one. */
export function stacked(...grids: readonly ContentGrid[]): ContentGrid {
  let top = 0;
  const cells = grids.flatMap((one) => {
    const moved = one.cells.map((cell) => ({ ...cell, row: cell.row + top }));
    top += one.rows;
    return moved;
  });
  return gridOf(cells, top);
}

/** With columns before it; `write` gives their text. */
export function moved(one: ContentGrid, by: number, write: (row: number) => string): ContentGrid {
  const added = Array.from(
    { length: one.rows },
    (_, row): ContentCell => ({
      row,
      column: 0,
      rowSpan: 1,
      columnSpan: by,
      text: write(row),
    }),
  );
  const cells = [...added, ...one.cells.map((cell) => ({ ...cell, column: cell.column + by }))];
  return gridOf(
    cells.sort((a, b) => a.row - b.row || a.column - b.column),
    one.rows,
  );
}

/** With all labels of a row in one cell; `header` rows and `width` columns are labels. */
export function oneLabel(one: ContentGrid, between: string, header = 3, width = 3): ContentGrid {
  const inBody = ({ row, column }: ContentCell) => row >= header && column < width;
  const over = (cell: ContentCell, row: number) => cell.row <= row && row < cell.row + cell.rowSpan;
  const labels = one.cells.filter(inBody);
  const joined = Array.from({ length: one.rows - header }, (_, index): ContentCell => {
    const own = labels.filter((cell) => over(cell, header + index));
    const texts = own.map((cell) => cell.text).join(between);
    return { row: header + index, column: 0, rowSpan: 1, columnSpan: width, text: texts };
  });
  const cells = [...one.cells.filter((cell) => !inBody(cell)), ...joined];
  return gridOf(
    cells.sort((a, b) => a.row - b.row || a.column - b.column),
    one.rows,
  );
}

/** With a row cut in two: the label goes on in a new row below, whose other cells are blank. */
export function cutRow(one: ContentGrid, row: number, at: number): ContentGrid {
  const cells = one.cells.flatMap((cell): ContentCell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row + 1 }];
    if (cell.row + cell.rowSpan - 1 > row || (cell.row < row && cell.row + cell.rowSpan > row))
      return [{ ...cell, rowSpan: cell.rowSpan + 1 }];
    if (cell.row !== row) return [cell];
    const label = !/^\d*$/u.test(cell.text);
    const [upper, lower] = label ? [cell.text.slice(0, at), cell.text.slice(at)] : [cell.text, ''];
    return [
      { ...cell, text: upper },
      { ...cell, row: row + 1, text: lower },
    ];
  });
  return gridOf(
    cells.sort((a, b) => a.row - b.row || a.column - b.column),
    one.rows + 1,
  );
}
