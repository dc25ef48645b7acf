import type { ContentCell, ContentGrid } from '../../document.ts';
import { isUnseen } from './kinds.ts';
import type { ElementSizes } from './measure.ts';
import { tooLarge } from './refusals.ts';
import { attribute, elementsIn, type WebElement } from './tree.ts';
import { linesOf } from './words.ts';

/** A row of a table with the number of its group (`thead`, `tbody`, `tfoot`): no merge goes beyond the group. */
export interface TableRow {
  readonly group: number;
  readonly cells: readonly WebElement[];
}

/** What browsers allow: see "colspan" and "rowspan" in the HTML standard. */
const WIDEST_MERGE = 1000;
const HIGHEST_MERGE = 65_534;
/** The form has at most 11 columns and about 40 rows. */
export const MOST_COLUMNS = 500;
export const MOST_CELLS = 100_000;
/** The most places that are looked at to place the cells of a table. */
const MOST_STEPS = 20_000_000;

/** The rows that are seen, in the order of print: heads first, feet last. */
export function rowsOf(table: WebElement): TableRow[] {
  const order = ['thead', 'tbody', 'tfoot'];
  const groups = elementsIn(table).filter((child) => order.includes(child.tagName) && !isUnseen(child));
  groups.sort((a, b) => order.indexOf(a.tagName) - order.indexOf(b.tagName));
  return groups.flatMap((group, index) =>
    elementsIn(group)
      .filter((row) => row.tagName === 'tr' && !isUnseen(row))
      .map((row) => ({ group: index, cells: elementsIn(row).filter(isSeenCell) })),
  );
}

const isSeenCell = (cell: WebElement): boolean => /^t[dh]$/u.test(cell.tagName) && !isUnseen(cell);

/** Makes a grid of rows. Throws a `Refusal` if it has too many columns or cells. */
export function gridOf(rows: readonly TableRow[], table: number, measures: ElementSizes): ContentGrid {
  const placed = place(rows, measures);
  const across = lines(placed.map(({ column }) => column));
  const down = lines(placed.map(({ row }) => row));
  if (across.length > MOST_COLUMNS) throw tooManyCells();
  const [columnAt, rowAt] = [countedFrom(across), countedFrom(down)];
  const cells = placed.map(({ row, column, rowSpan, columnSpan, text }) => ({
    row: rowAt(row),
    column: columnAt(column),
    rowSpan: rowAt(row + rowSpan) - rowAt(row),
    columnSpan: columnAt(column + columnSpan) - columnAt(column),
    text,
  }));
  return { kind: 'grid', rows: down.length, columns: across.length, cells, place: { table } };
}

/**
 * Places the cells as browsers do. Where a merge would cover a cell that stands there already, it ends before that cell; it
 * also ends with its group of rows.
 */
function place(rows: readonly TableRow[], measures: ElementSizes): ContentCell[] {
  /** For each column, the row in which it is free again. */
  const free: number[] = [];
  const placed: ContentCell[] = [];
  const ends = new Map(rows.map(({ group }, row) => [group, row + 1]));
  let steps = 0;
  rows.forEach(({ group, cells }, row) => {
    const left = (ends.get(group) ?? row + 1) - row;
    let column = 0;
    for (const cell of cells) {
      const from = column;
      while ((free[column] ?? 0) > row) column++;
      const wish = spanOf(cell, 'colspan', WIDEST_MERGE);
      let columnSpan = 1;
      while (columnSpan < wish && (free[column + columnSpan] ?? 0) <= row) columnSpan++;
      const rowSpan = Math.min(left, spanOf(cell, 'rowspan', HIGHEST_MERGE) || left);
      steps += column - from + columnSpan;
      if (placed.length >= MOST_CELLS || steps > MOST_STEPS) throw tooManyCells();
      for (let x = column; x < column + columnSpan; x++) free[x] = row + rowSpan;
      placed.push({ row, column, rowSpan, columnSpan, text: linesOf(cell, measures) });
      column += columnSpan;
    }
  });
  return placed;
}

/** The rows or columns in which a cell starts. Nobody sees the others: they have no cell of their own. */
const lines = (starts: readonly number[]): number[] => [...new Set(starts)].sort((a, b) => a - b);

/** The number of lines before a place. */
function countedFrom(starts: readonly number[]): (place: number) => number {
  const counts = new Map(starts.map((start, index) => [start, index]));
  return (place) => {
    const known = counts.get(place);
    if (known !== undefined) return known;
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** The number of a span attribute as browsers read it; 0, for `rowspan` only, is "to the end". */
function spanOf(cell: WebElement, name: 'rowspan' | 'colspan', most: number): number {
  const [, digits] = /^\s*\+?(\d+)/u.exec(attribute(cell, name) ?? '') ?? [];
  if (digits === undefined) return 1;
  const number = Math.min(Number(digits), most);
  return number === 0 && name === 'colspan' ? 1 : number;
}

const tooManyCells = () =>
  tooLarge(
    `一个表格多于 ${MOST_COLUMNS} 列或者 ${MOST_CELLS} 格`,
    `a table with more than ${MOST_COLUMNS} columns or ${MOST_CELLS} cells`,
  );
