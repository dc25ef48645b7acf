/** What the browser says of a page laid out for paper. Lengths are CSS pixels from the top left corner of the text. */
export interface Sheet {
  /** The part of a page that text fills. */
  readonly width: number;
  readonly height: number;
  readonly headings: readonly SheetText[];
  readonly tables: readonly SheetTable[];
  /** Text that reaches past the right edge, or that something hides a part of. */
  readonly outside: readonly string[];
  /** Neighbours one below the other, of which the second begins before the first ends: the words they begin with. */
  readonly overlaps: readonly (readonly [string, string])[];
  /** Characters that are drawn, by the value of `font-family` they are drawn with. */
  readonly drawn: Readonly<Record<string, string>>;
}

export interface SheetText {
  readonly text: string;
  /** False where it takes no room or can't be seen. */
  readonly seen: boolean;
}

export interface SheetTable {
  readonly width: number;
  /** Of all that must stay together with the first row: heading of the section, header of the table. */
  readonly captionHeight: number;
  readonly headHeight: number;
  /** Of the rows below the header, and which of them begin a page. */
  readonly rows: readonly { readonly height: number; readonly startsPage: boolean }[];
  readonly cells: readonly SheetCell[];
}

export interface SheetCell extends SheetText {
  /** Of a cell of data. */
  readonly path?: string;
  /** Its text leaves the cell, or the cell stands on its neighbour. */
  readonly fault?: 'clipped' | 'overlap';
}
