/** Heights of everything on a page. Lengths are in CSS pixels. */
export interface Heights {
  /** The report from top to bottom. */
  readonly flow: readonly SheetBlock[];
  readonly tables: readonly SheetTable[];
}

/** A part of the report between which a page can end: a paragraph, a heading, a chart, a table. */
export interface SheetBlock {
  /** The distance to the block above. */
  readonly gap: number;
  readonly height: number;
  /** The number of its lines; 1 if it is not divided. */
  readonly lines: number;
  /** True if it stays with the block below. */
  readonly kept: boolean;
  /** For a table of the form: its index in `tables`. */
  readonly table?: number;
}

/** The browser's measurements of a page laid out for paper. Lengths are in CSS pixels. */
export interface Sheet extends Heights {
  /** Width and height of the text area of a page. */
  readonly width: number;
  readonly height: number;
  /** The height of a line of text. */
  readonly line: number;
  /** The height of all content, as if the page had no end. */
  readonly used: number;
  readonly headings: readonly SheetText[];
  /** The first words of each text that exceeds the right edge or is partly hidden. */
  readonly outside: readonly string[];
  /** Pairs of consecutive elements of which the second starts before the first ends: the first words of each. */
  readonly overlaps: readonly (readonly [string, string])[];
  /** The characters on the page, by the value of their `font-family`. */
  readonly drawn: Readonly<Record<string, string>>;
}

export interface SheetText {
  readonly text: string;
  /** False if the element has no size or is invisible. */
  readonly seen: boolean;
}

export interface SheetTable {
  readonly width: number;
  /**
   * `captionHeight` and `headHeight`: the section heading and the table header, which stay on the page of the first
   * row.
   */
  readonly captionHeight: number;
  readonly headHeight: number;
  /** The footnote with its distance to the table; 0 if there is none. */
  readonly footHeight: number;
  /** The rows below the header, and whether each starts a page. */
  readonly rows: readonly { readonly height: number; readonly startsPage: boolean }[];
  readonly cells: readonly SheetCell[];
}

export interface SheetCell extends SheetText {
  /** The dotted path, for a cell with data. */
  readonly path?: string;
  /** `clipped`: the text exceeds the cell. `overlap`: the cell overlaps the one before it. */
  readonly fault?: 'clipped' | 'overlap';
}
