import type { Browser } from '../browser/types.ts';
import type { PageFault } from '../diagnostics/page-faults.ts';
import type { PageView } from '../view/page-view.ts';
import type { Publication, ReviewPage } from './publication.ts';
import type { PdfContent } from './readback/pdf-reading.ts';
import type { Templates } from './templates.ts';

/** The input of an output format. */
export interface RenderInput {
  readonly publication: Publication;
  /** The finished HTML page; empty if no format of the build needs it. */
  readonly page: string;
  readonly templates: Templates;
  /** The sheet for sign-off; undefined if no format of the build needs it. */
  readonly review?: ReviewPage | undefined;
  /** Renders the page of another view of the same report: one whose tables are split for paper. */
  readonly pageOf: (view: PageView) => Promise<string>;
  /** The running browser. */
  readonly browser: () => Promise<Browser>;
  readonly signal: AbortSignal;
}

/** An output format. Each is one file in this folder. */
export interface Format {
  /** The extension of its files, without a dot. */
  readonly extension: string;
  /** True if it needs the browser, which is then started early. */
  readonly needsBrowser: boolean;
  /** True if it needs the finished page, for which the fonts are loaded early. */
  readonly needsPage: boolean;
  /** True if it is for website editors, not for readers; the page does not link to it. */
  readonly forPublisher?: boolean;
  /** True if it never leaves the office: it is also built for a report with errors, and published files do not name it. */
  readonly internal?: boolean;
  readonly render: (input: RenderInput) => Promise<Uint8Array>;
  /** Reads a finished file back and returns its differences from the report. `pdf` reads PDFs. */
  readonly readBack: (content: Uint8Array, input: RenderInput, pdf: ReadPdf) => Promise<PageFault[]>;
}

export type ReadPdf = (bytes: Uint8Array) => Promise<PdfContent>;
