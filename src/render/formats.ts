import type { Browser } from '../browser/types.ts';
import type { PageView } from '../view/page.ts';
import { html } from './html.ts';
import { pdf } from './pdf.ts';
import type { Publication } from './publication.ts';

/** What a format is made from. */
export interface RenderInput {
  readonly publication: Publication;
  /** The finished HTML page. */
  readonly page: string;
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
  readonly render: (input: RenderInput) => Promise<Uint8Array>;
}

/** Every output format, by the name that `--format` takes. */
export const FORMATS: Readonly<Record<string, Format>> = { html, pdf };
