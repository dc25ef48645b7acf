import { PDFWriter } from '@cantoo/pdf-lib';
import type { Publication } from '../publication.ts';
import { attachFiles } from './attachments.ts';
import { momentOf } from './dates.ts';
import { openPdf } from './open.ts';
import { finishPages } from './pages.ts';
import { writeProperties } from './properties.ts';
import { mendTags } from './tags.ts';

/**
 * A PDF as a browser printed it -> the PDF that is handed out: tags mended, everything else marked as an artifact, files
 * attached, metadata written. The same input gives the same bytes, whatever the browser had printed before.
 * `browser` is its name and version. Throws a `UserError` when what was printed is no whole PDF.
 */
export async function finishPdf(printed: Uint8Array, publication: Publication, browser: string): Promise<Uint8Array> {
  const pdf = await openPdf(printed);
  const moment = momentOf(publication);
  finishPages(pdf, mendTags(pdf));
  writeProperties(pdf, publication, browser, moment);
  attachFiles(pdf, publication, browser, moment);
  return PDFWriter.forContext(pdf.context, Number.POSITIVE_INFINITY).serializeToBuffer();
}
