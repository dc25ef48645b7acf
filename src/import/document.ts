import type { Text } from '../diagnostics/text.ts';

import type { WorkbookMark } from '../report/workbook-mark.ts';

/**
 * The content of a published file as every adapter gives it, whatever the format: texts and grids in reading order. It has
 * nothing of the official form; `tables/` and `texts/` look for that.
 */

/** Where something stands in a published file. Numbers count from 1; a format without pages or sheets has none. */
export interface FilePlace {
  readonly page?: number;
  /** The name of a sheet in a workbook. */
  readonly sheet?: string;
  /** The number of the grid in the file, layout tables not counted. */
  readonly table?: number;
  /** Row and column in the grid as a person counts them; the first row and column of a merged cell. */
  readonly row?: number;
  readonly column?: number;
}

/** A paragraph, heading or list item. */
export interface ContentText {
  readonly kind: 'text';
  /** Plain text. Runs of white space are one space; a line break inside the paragraph is `\n`. Never empty. */
  readonly text: string;
  /** The same as Markdown, if it differs: links, emphasis, a nested list. */
  readonly markdown?: string;
  /** The level of a heading, from 1, if the file tells it. */
  readonly level?: number;
  /** It is an item of a list; `depth` from 0. */
  readonly item?: { readonly ordered: boolean; readonly depth: number };
  readonly place: FilePlace;
  /** Its role on the page, if the file tells it by its mark-up: part of a menu, a list of links, a page header. */
  readonly furniture?: true;
}

/** A cell of a grid with the area that it covers. */
export interface ContentCell {
  /** Row and column of its top left corner, from 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Plain text; paragraphs and line breaks inside the cell are `\n`. Empty for a blank cell. */
  readonly text: string;
  /** Where it stands, if it is not where the grid stands: a grid can go on over pages. */
  readonly place?: FilePlace;
}

/** A table of cells. An adapter resolves overlapping spans: no two cells cover the same place. */
export interface ContentGrid {
  readonly kind: 'grid';
  readonly rows: number;
  readonly columns: number;
  /** In reading order. Places that no cell covers are absent. */
  readonly cells: readonly ContentCell[];
  /** Its page or sheet, and its number in the file. */
  readonly place: FilePlace;
  /** Its cells were told apart by white space only: no number is sure unless labels and sums support it. */
  readonly guessed?: true;
}

export type ContentBlock = ContentText | ContentGrid;

/** What a file says of itself outside its content. */
export interface DocumentProperties {
  readonly title?: string;
  /** A date as written: of publication before the date of the last change. */
  readonly date?: string;
  /** The body that published it, as written. */
  readonly publisher?: string;
}

/**
 * Why nothing in a file can be told as sure, although it was read.
 * - `recognized-text`: a scan whose text a program recognized
 * - `unknown-letters`: fonts that do not say which letters they show
 * - `pages-without-text`: pages that are perhaps pictures; what is on the others is sure
 */
export interface DocumentDoubt {
  readonly kind: 'recognized-text' | 'unknown-letters' | 'pages-without-text';
  readonly text: Text;
}

/** A published file as blocks in reading order. */
export interface PublishedDocument {
  readonly blocks: readonly ContentBlock[];
  readonly properties: DocumentProperties;
  readonly doubt?: DocumentDoubt;
  /** The text of the report file inside, if this tool built the file and nothing was changed since. */
  readonly source?: { readonly name: string; readonly text: string };
  /** What a workbook that this tool built says of the report it was made from. */
  readonly workbook?: WorkbookMark;
}
