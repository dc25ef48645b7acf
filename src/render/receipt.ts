import { createHash } from 'node:crypto';

/** What stands in every output to tell what it was made from, so that `report verify` can make it again. */
export interface Receipt {
  /** Name and version: `ogi-report 0.1.0`. */
  readonly tool: string;
  /** Edition of the form: `2021`. */
  readonly form: string;
  /** Hash of the template's files. */
  readonly template: string;
  /** Name of the report file, without a folder, and hash of its text. */
  readonly source: { readonly name: string; readonly hash: string };
  /** The formats that were built together, which link to each other, and what their files are called before the dot. */
  readonly formats: readonly string[];
  readonly base: string;
  readonly draft?: true;
  readonly systemFonts?: true;
}

/**
 * The receipt as it stands in a PDF: the attachment `receipt.json` is the JSON of this object, in UTF-8. Beside it stand
 * `data.json`, the JSON of `publication.data`, and the report file under its own name, byte for byte
 * `publication.source.text`. pdf.js gives all three by these names (`getAttachments`); see `pdf-document/attachments.ts`.
 */
export interface PdfReceipt extends Receipt {
  /** The browser that printed: `HeadlessChrome/147.0.7727.0`. */
  readonly browser: string;
}

/** `sha256:` and 64 hexadecimal digits, of the UTF-8 bytes of the texts, one after the other. */
export function hashOf(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text, 'utf8');
  return `sha256:${hash.digest('hex')}`;
}
