/** A printed table as rows of cells with spans, for any output format. */

/**
 * - `corner`: the cell above the row labels
 * - `heading`: a line that names a block of rows
 * - `column`, `row`: header cells
 * - `number`: a cell of data
 */
export type GridCellKind = 'corner' | 'heading' | 'column' | 'row' | 'number';

export interface GridCell {
  readonly kind: GridCellKind;
  /** The printed text. */
  readonly text: string;
  /** The number of grid columns and rows it takes; left out if 1. */
  readonly colspan?: number;
  readonly rowspan?: number;
  /** For a row header: the grid column it begins in, from 1. */
  readonly column?: number;
  /** For a header: the id that data cells refer to, unique within the page. */
  readonly id?: string;
  /** For a header: its scope in HTML. */
  readonly scope?: 'col' | 'colgroup' | 'row' | 'rowgroup';
  /** For a data cell: the ids of its headers, separated by spaces. */
  readonly headers?: string;
  /** For a data cell: its dotted path. */
  readonly path?: string;
  /** For a data cell: a note printed in brackets after the number. */
  readonly note?: string;
  /** For a data cell in a draft: the number is unknown and the text is 待填. */
  readonly unknown?: true;
  /** In a draft: the numbers of the notes about this cell. */
  readonly notes?: readonly number[];
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** On paper this row begins a new page, because the table is too long for one page. */
  readonly startsPage?: true;
  /** A heading line that is printed again, because a page begins below it. It is not read aloud twice. */
  readonly repeated?: true;
}

export interface Grid {
  /** The kinds of the grid columns, from left to right. */
  readonly columns: readonly ('label' | 'number')[];
  readonly head: readonly GridRow[];
  /** Groups of rows that belong together. */
  readonly bodies: readonly { readonly rows: readonly GridRow[] }[];
}

/** Every cell of a table, header cells too, in printed order. */
export const cellsOf = ({ head, bodies }: Grid): GridCell[] =>
  [...head, ...bodies.flatMap(({ rows }) => rows)].flatMap(({ cells }) => [...cells]);

/** What a cell shows: the number, its note in brackets, and in a draft the numbers of the notes at its end. */
export const cellText = ({ text, note, notes = [] }: GridCell): string =>
  `${text}${note === undefined ? '' : `（${note}）`}${notes.map((number) => `〔${number}〕`).join('')}`
    .replace(/\s+/gu, ' ')
    .trim();
