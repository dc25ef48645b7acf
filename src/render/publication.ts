import type { PageView } from '../view/page-view.ts';
import type { ReviewView } from '../view/review-view.ts';
import type { WorkbookView } from '../view/workbook.ts';
import type { Receipt } from './receipt.ts';

/** A report ready to publish: the input of every format of a build. Plain values, the same for the same report. */
export interface Publication {
  readonly view: PageView;
  /** What a workbook has besides the tables of the view. */
  readonly workbook: WorkbookView;
  /** The report file: its name without a folder, and its text with LF line endings. Undefined if it must not be published. */
  readonly source: { readonly name: string; readonly text: string } | undefined;
  /** The report as JSON with all numbers written out, with the keys of a report file; without `source`, only what is printed. */
  readonly data: string;
  readonly receipt: Receipt;
  /** The date of the correction or publication, `YYYY-MM-DD`; undefined for a draft without a date. */
  readonly date: string | undefined;
  /** SOURCE_DATE_EPOCH, in seconds since 1970: replaces the missing date of a draft. */
  readonly epoch?: number;
}

/** What a PDF is completed with; without `data`, it has no data attached. */
export type PrintedPublication = Omit<Publication, 'data' | 'view' | 'workbook'> & {
  readonly view: Pick<PageView, 'title' | 'agency'>;
  readonly data?: string;
};

/** The finished sheet for sign-off. */
export interface ReviewPage {
  /** Its content as it is shown. */
  readonly view: ReviewView;
  readonly html: string;
  /** What its PDF is completed with: neither the report file nor its data. */
  readonly publication: PrintedPublication;
}
