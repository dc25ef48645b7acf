import type { FormDef } from '../form/types.ts';
import type { WorkbookMark } from '../report/workbook-mark.ts';
import type { DocumentDoubt, FilePlace } from './document.ts';

/**
 * How sure a cell is.
 * - `sure`: a plain number under labels that leave no doubt
 * - `doubtful`: there is a value, but something was guessed: see the reason
 * - `unknown`: no value
 */
export type Confidence = 'sure' | 'doubtful' | 'unknown';

/**
 * Why a cell has its confidence.
 * Sure: `plain` · `rewritten` (units, thousands, full-width or torn digits that can mean only one number) · `note` (a number
 * with a remark in brackets).
 * Doubtful: `proved-zero` (blank, but the sums of its table leave only 0) · `shifted` (the grid was read another way, because
 * the sums only hold so) · `label-guessed` (the label is a misprint too far off) · `ambiguous` (the text can mean several numbers) ·
 * `unbalanced` (plain, but most sums of its table do not hold) · `recognized` (plain, but the file as a whole is doubtful: the text of a scan) ·
 * `unruled` (its table has no lines, and labels or sums do not confirm which cells are where).
 * Unknown: `blank` · `dash` (`/`, `-`, `—`) · `not-a-number` · `missing` (its row, column or table was not found).
 */
export type ReadingReason =
  | 'plain'
  | 'rewritten'
  | 'note'
  | 'proved-zero'
  | 'shifted'
  | 'label-guessed'
  | 'ambiguous'
  | 'unbalanced'
  | 'recognized'
  | 'unruled'
  | 'blank'
  | 'dash'
  | 'not-a-number'
  | 'missing';

/** One number of the form as it was read. */
export interface ImportedCell {
  /** Dotted path from the root of a report: `applications.received.total`. */
  readonly path: string;
  /** The number as a report file has it; undefined if unknown. */
  readonly value?: string;
  /** The remark printed after the number. */
  readonly note?: string;
  /** What stood in the cell; empty if blank or missing. */
  readonly text: string;
  readonly place?: FilePlace;
  readonly confidence: Confidence;
  readonly reason: ReadingReason;
}

/** A text of a report by its path: `overview.text`, `applications.footnote`. Markdown. */
export interface ImportedText {
  readonly path: string;
  readonly text: string;
  readonly place: FilePlace;
}

/** A part of a section of prose, in order. */
export interface ImportedPart {
  readonly aspect?: string;
  readonly heading: string;
  readonly text: string;
  readonly place: FilePlace;
}

/** A fact about the report: `agency.name`, `year`, `published`; the value as a report file has it. */
export interface ImportedFact {
  readonly path: string;
  readonly value: string;
  readonly confidence: 'sure' | 'doubtful';
  /** What it was read from. */
  readonly text: string;
  readonly place: FilePlace;
}

/** What was found and has no place in a report file. */
export interface Unplaced {
  readonly text: string;
  readonly place: FilePlace;
  /** It belongs to the page around the report: navigation, buttons, page headers, the foot of the website. */
  readonly furniture?: true;
}

/** What the reader of the tables found. */
export interface TablesReading {
  readonly form: FormDef;
  /** Dotted paths of the groups that are printed as one row, as in hybrid reports. */
  readonly hybrid: readonly string[];
  /** Every cell of the form in printed order, by path; missing ones too. */
  readonly cells: ReadonlyMap<string, ImportedCell>;
  /** The keys of the tables that were not found. */
  readonly missing: readonly string[];
  /** What was decided for a whole table, such as another reading of its grid: in plain words. */
  readonly remarks: readonly TableRemark[];
  /** The index of the blocks that are parts of a table, by the key of the table; the texts between them are no prose. */
  readonly used: ReadonlyMap<number, string>;
  readonly leftovers: readonly Unplaced[];
}

/** Something to know about the reading of a table. */
export interface TableRemark {
  readonly table: string;
  readonly kind: 'shifted' | 'split' | 'sums-broken' | 'rows-missing' | 'label-misprinted';
  /** The words or the number that it is about. */
  readonly text: string;
  readonly place: FilePlace;
}

/** What the reader of the texts found. */
export interface TextsReading {
  readonly facts: readonly ImportedFact[];
  readonly texts: readonly ImportedText[];
  readonly parts: ReadonlyMap<'overview' | 'problems' | 'other_matters', readonly ImportedPart[]>;
  readonly leftovers: readonly Unplaced[];
  /** The leftovers of the tables that are texts of the report: a heading or a note in a row of a table. */
  readonly placed: readonly Unplaced[];
}

/** A published file, read as a report. */
export interface PublishedReading {
  readonly file: string;
  /** The name of the format. */
  readonly format: string;
  readonly tables: TablesReading;
  readonly texts: TextsReading;
  /** Why the whole file is doubtful. */
  readonly doubt?: DocumentDoubt;
  /** The report file that was inside, if any; then it is taken instead of what the page says. */
  readonly source?: { readonly name: string; readonly text: string };
  /** If the file is a workbook that this tool built: which report it was made from. */
  readonly workbook?: WorkbookMark;
}
