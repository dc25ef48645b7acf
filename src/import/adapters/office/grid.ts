import type { ContentCell, ContentGrid } from '../../document.ts';
import { tooLarge } from '../container/refusals.ts';

/** A cell as office formats have it: in its row, from left to right. */
export interface RowCell {
  readonly text: string;
  readonly columnSpan: number;
  /** It belongs to the cell above it (`below`), or other cells can belong to it. */
  readonly merge?: 'below' | 'start' | undefined;
  /** It belongs to the cell on its left. */
  readonly joined?: boolean;
}

export interface OfficeRow {
  /** Columns that are left out before the first cell. */
  readonly before: number;
  readonly cells: readonly RowCell[];
}

/** The form has at most 11 columns and about 40 rows. */
const MOST_CELLS = 50_000;
const MOST_COLUMNS = 1_000;

/** Rows with vertical merges as a grid. Throws a `Refusal` if it is too large. */
export function gridOf(rows: readonly OfficeRow[], table: number): ContentGrid {
  const cells: { -readonly [K in keyof ContentCell]: ContentCell[K] }[] = [];
  let columns = 0;
  let above = new Map<number, (typeof cells)[number]>();
  for (const [row, { before, cells: line }] of rows.entries()) {
    const open: typeof above = new Map();
    let column = before;
    let left: (typeof cells)[number] | undefined;
    for (const { text, columnSpan, merge, joined } of line) {
      const upper = merge === 'below' ? above.get(column) : undefined;
      if (upper?.columnSpan === columnSpan) {
        upper.rowSpan++;
        open.set(column, upper);
        left = undefined;
      } else if (joined && left) left.columnSpan += columnSpan;
      else {
        left = { row, column, rowSpan: 1, columnSpan, text };
        cells.push(left);
        if (merge) open.set(column, left);
      }
      column += columnSpan;
      if (cells.length > MOST_CELLS || column > MOST_COLUMNS) throw tooLarge();
    }
    columns = Math.max(columns, column);
    above = open;
  }
  return { kind: 'grid', rows: rows.length, columns, cells, place: { table } };
}
