import type { PageView } from '../view/page-view.ts';
import type { Receipt } from './receipt.ts';

/** One report on its way out: what every format of a build is made from. Plain values, the same for the same report. */
export interface Publication {
  readonly view: PageView;
  /** The report file: its name without a folder, its text with line feeds alone. */
  readonly source: { readonly name: string; readonly text: string };
  /** The report with every number written out: JSON, in the form of a report file. */
  readonly data: string;
  readonly receipt: Receipt;
  /** The date of the document: that of the correction or publication, `YYYY-MM-DD`; for a draft without one, undefined. */
  readonly date: string | undefined;
  /** Seconds since 1970 that stand in for the date of a draft without one: SOURCE_DATE_EPOCH. */
  readonly epoch?: number;
}
