import type { Browser } from '../browser/types.ts';
import type { PageFault } from '../diagnostics/page-faults.ts';
import type { PageView } from '../view/page-view.ts';
import type { Publication } from './publication.ts';
import type { PdfContent } from './readback/read-pdf.ts';
import type { Templates } from './templates.ts';

/** What a format is made from. */
export interface RenderInput {
  readonly publication: Publication;
  /** The finished HTML page; empty where no format of the build needs it. */
  readonly page: string;
  readonly templates: Templates;
  /** The page of another view of the same report: one whose tables are broken for paper. */
  readonly pageOf: (view: PageView) => Promise<string>;
  /** The running browser. */
  readonly browser: () => Promise<Browser>;
  readonly signal: AbortSignal;
}

/** An output format: one file in this folder. */
export interface Format {
  /** The ending of its files, without a dot. */
  readonly extension: string;
  /** It is made with the browser, which is then started early. */
  readonly needsBrowser: boolean;
  /** It is made from the finished page, for which the fonts are loaded early. */
  readonly needsPage: boolean;
  /** For whoever puts the report on a website, not for its readers: the page does not offer it. */
  readonly forPublisher?: boolean;
  readonly render: (input: RenderInput) => Promise<Uint8Array>;
  /** Reads a finished file back: what in it is not as the report has it. `pdf` is the reader of PDFs. */
  readonly readBack: (content: Uint8Array, input: RenderInput, pdf: ReadPdf) => Promise<PageFault[]>;
}

export type ReadPdf = (bytes: Uint8Array) => Promise<PdfContent>;
