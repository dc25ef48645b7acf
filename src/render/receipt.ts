import { createHash } from 'node:crypto';

/** The record in every output of what it was made from, so that `report verify` can build it again. */
export interface Receipt {
  /** Name and version: `ogi-report 0.1.0`. */
  readonly tool: string;
  /** Form version: `2021`. */
  readonly form: string;
  /** Hash of the template's files. */
  readonly template: string;
  /** Hash of the report file's text, and its name without a folder; no name if the file was built without its source. */
  readonly source: { readonly name?: string; readonly hash: string };
  /** The formats that were built together and link to each other. `base` is their file name without the extension. */
  readonly formats: readonly string[];
  readonly base: string;
  readonly draft?: true;
  /** It is in a sheet for sign-off, which is not published. */
  readonly review?: true;
  readonly systemFonts?: true;
}

/**
 * The receipt in a PDF. The attachment `receipt.json` is this object as JSON in UTF-8. The other attachments are
 * `data.json` (`publication.data`) and, if it was built with its source, the report file under its own name
 * (`publication.source.text`, byte for byte). pdf.js returns them by these names (`getAttachments`); see `pdf-document/attachments.ts`.
 */
export interface PdfReceipt extends Receipt {
  /** The browser that printed the PDF: `HeadlessChrome/147.0.7727.0`. */
  readonly browser: string;
}

/** `sha256:` and 64 hexadecimal digits: the hash of the joined texts in UTF-8. */
export function hashOf(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text, 'utf8');
  return `sha256:${hash.digest('hex')}`;
}
