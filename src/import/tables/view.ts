import type { ContentCell, ContentGrid } from '../document.ts';
import { plainLabel } from './labels.ts';

/** A cell with the area that it covers in a view. */
export interface ViewCell {
  readonly cell: ContentCell;
  /** Its text in plain spelling, to compare it with labels. */
  readonly label: string;
  readonly blank: boolean;
  /** First and last row and column, both included. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * A grid without the rows and columns in which no cell begins. So a merge over a million places is as small as the cells
 * around it.
 */
export interface View {
  /** The index of its block in the document. */
  readonly block: number;
  readonly grid: ContentGrid;
  readonly rows: number;
  readonly columns: number;
  /** It had the numbers of several years, and it is not known which are the report's. */
  readonly unknownYear?: true;
  at(row: number, column: number): ViewCell | undefined;
  /** The distinct cells that cover a place of the row, from left to right. */
  row(row: number): readonly ViewCell[];
}

/** The form has 28 rows and 15 columns; what is beyond these limits is no table of the form. */
const MOST_ROWS = 1000;
const MOST_COLUMNS = 60;

export function viewOf(grid: ContentGrid, block: number): View {
  const rows = starts(grid, 'row', MOST_ROWS);
  const columns = starts(grid, 'column', MOST_COLUMNS);
  const cells = grid.cells.flatMap((cell) => {
    const [top, bottom] = covered(rows, cell.row, cell.rowSpan);
    const [left, right] = covered(columns, cell.column, cell.columnSpan);
    if (top > bottom || left > right) return [];
    return [{ cell, label: plainLabel(cell.text), blank: cell.text.trim() === '', top, bottom, left, right }];
  });
  return arranged(cells, { block, grid, rows: rows.length, columns: columns.length });
}

/** The same with rows and columns exchanged. */
export function turned(view: View): View {
  const cells = allCells(view).map((one) => ({
    ...one,
    top: one.left,
    bottom: one.right,
    left: one.top,
    right: one.bottom,
  }));
  return arranged(cells, { ...view, rows: view.columns, columns: view.rows });
}

/** The same without some rows; `labels` are other labels of its cells. */
export function without(view: View, rows: ReadonlySet<number>, labels: ReadonlyMap<ContentCell, string>): View {
  const kept = Array.from({ length: view.rows }, (_, row) => row).filter((row) => !rows.has(row));
  const cells = allCells(view).flatMap((one) => {
    const [top, bottom] = covered(kept, one.top, one.bottom - one.top + 1);
    const label = labels.get(one.cell) ?? one.label;
    return top > bottom
      ? []
      : [{ ...one, top, bottom, label, blank: one.blank || (labels.has(one.cell) && label === '') }];
  });
  return arranged(cells, { ...view, rows: kept.length });
}

/** Every cell of a view once, in reading order. */
export function allCells(view: View): ViewCell[] {
  return Array.from({ length: view.rows }, (_, row) => view.row(row).filter(({ top }) => top === row)).flat();
}

function arranged(cells: readonly ViewCell[], size: Omit<View, 'at' | 'row'>): View {
  const places: (ViewCell | undefined)[] = new Array(size.rows * size.columns);
  for (const cell of cells)
    for (let row = cell.top; row <= cell.bottom; row++)
      places.fill(cell, row * size.columns + cell.left, row * size.columns + cell.right + 1);
  const at = (row: number, column: number) =>
    row < 0 || column < 0 || row >= size.rows || column >= size.columns
      ? undefined
      : places[row * size.columns + column];
  const lines = Array.from({ length: size.rows }, (_, row) => [
    ...new Set(places.slice(row * size.columns, (row + 1) * size.columns).filter((one) => one !== undefined)),
  ]);
  return { ...size, at, row: (row) => lines[row] ?? [] };
}

/** The rows or columns in which a cell begins; if they are too many, only those of written cells, up to the limit. */
function starts({ cells }: ContentGrid, side: 'row' | 'column', most: number): number[] {
  const all = new Set(cells.map((cell) => cell[side]));
  const written = () => new Set(cells.flatMap((cell) => (cell.text.trim() === '' ? [] : [cell[side]])));
  return [...(all.size <= most ? all : written())].sort((a, b) => a - b).slice(0, most);
}

/** The first and last index of the numbers from `start` on; the first is larger if there are none. */
function covered(numbers: readonly number[], start: number, span: number): [number, number] {
  return [firstFrom(numbers, start), firstFrom(numbers, start + span) - 1];
}

function firstFrom(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
