import type { PrintedPublication } from '../publication.ts';
import { attachFiles, type Packed, packed } from './attachments.ts';
import { meetsStandards } from './claim/meets-standards.ts';
import { momentOf } from './dates.ts';
import { placeFigures } from './figures.ts';
import { openPdf } from './open.ts';
import { writeOutputIntent } from './output-intent.ts';
import { finishPages } from './pages.ts';
import { writeProperties } from './properties.ts';
import { mendTags } from './tags.ts';
import { splitUnicodeRanges } from './unicode-ranges.ts';
import { writePdf } from './write.ts';

export { packed };

/**
 * Turns the browser's PDF into the final one: corrects the tags, marks everything else as artifacts, attaches files and
 * writes metadata. If nothing in it is against PDF/A-3a and PDF/UA-1, it claims to conform to them. The same input
 * gives the same bytes, regardless of what the browser printed before. `browser` is its name and version. `known` is
 * what was compressed before printing. Throws a `UserError` if the PDF is not complete.
 */
export async function finishPdf(
  printed: Uint8Array,
  publication: PrintedPublication,
  browser: string,
  known: Packed = packed(publication),
): Promise<Uint8Array> {
  const pdf = await openPdf(printed);
  const moment = momentOf(publication);
  const contents = finishPages(pdf, mendTags(pdf));
  placeFigures(pdf, contents);
  splitUnicodeRanges(pdf.context);
  writeOutputIntent(pdf);
  const claims = moment !== undefined && meetsStandards(pdf, contents);
  writeProperties(pdf, publication, { browser, moment, claims });
  attachFiles(pdf, publication, { browser, moment, known });
  return writePdf(pdf.context);
}
