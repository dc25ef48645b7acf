/** A printed table: rows of cells with their spans, ready for any output format. */

/**
 * - `corner`: the cell above the row labels
 * - `heading`: a line that names a block of rows
 * - `column`, `row`: header cells
 * - `number`: a cell of data
 */
export type GridCellKind = 'corner' | 'heading' | 'column' | 'row' | 'number';

export interface GridCell {
  readonly kind: GridCellKind;
  /** What is printed. */
  readonly text: string;
  /** Columns and rows of the grid it takes; left out for one. */
  readonly colspan?: number;
  readonly rowspan?: number;
  /** Of a row header: the column of the grid it begins in, from 1. */
  readonly column?: number;
  /** Of a header: what data cells refer to, unique within the page. */
  readonly id?: string;
  /** Of a header: what it speaks of. */
  readonly scope?: 'col' | 'colgroup' | 'row' | 'rowgroup';
  /** Of data: the ids of its headers, separated by spaces. */
  readonly headers?: string;
  /** Of data: the dotted path of the cell. */
  readonly path?: string;
  /** Of data: printed in brackets after the number. */
  readonly note?: string;
  /** Of data in a draft: no number is known, and the text says so. */
  readonly unknown?: true;
  /** In a draft: the notes at its end that concern this cell. */
  readonly notes?: readonly number[];
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** On paper it begins a page: the table is too long for one. */
  readonly startsPage?: true;
}

export interface Grid {
  /** The columns of the grid from left to right: what stands in them. */
  readonly columns: readonly ('label' | 'number')[];
  readonly head: readonly GridRow[];
  /** Groups of rows that belong together. */
  readonly bodies: readonly { readonly rows: readonly GridRow[] }[];
}
