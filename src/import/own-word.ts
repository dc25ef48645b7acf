import { UnreadableZip, unpackZip } from '../disk/unpack-zip.ts';
import { docxOf } from '../render/docx-document/document.ts';
import { readDocument } from '../render/docx-document/read.ts';
import { dataIn, receiptJson } from '../render/docx-document/receipt.ts';
import type { Publication } from '../render/publication.ts';
import { compareBlocks } from '../render/readback/compare.ts';
import { foreignInWord } from '../render/readback/word/foreign.ts';
import { MAIN, type WordParts, xmlIn } from '../render/readback/word/parts.ts';
import type { Report } from '../report/report.ts';
import { pageView } from '../view/page.ts';

/** The parts of a Word document with the receipt and the data that this tool put into it; undefined if it has none. */
export function wordInside(bytes: Uint8Array): { parts: WordParts; receipt: string; data: string } | undefined {
  try {
    const parts = unpackZip(bytes, () => true);
    const [receipt, data] = [receiptJson(parts), dataIn(parts)];
    return receipt === undefined || data === undefined ? undefined : { parts, receipt, data };
  } catch (error) {
    if (!(error instanceof UnreadableZip)) throw error;
    // The reader of all Word files says what is wrong.
    return undefined;
  }
}

/**
 * Whether a Word document shows what its report says, and nothing else: people go on writing in Word, and what they changed is
 * in the text alone.
 */
export async function showsItsReport(
  parts: WordParts,
  report: Report,
  { data, receipt }: Pick<Publication, 'data' | 'receipt'>,
): Promise<boolean> {
  const view = pageView(report);
  const pictures = new Map(view.charts.map(({ id, words }) => [id, { png: NO_PICTURE, words, width: 1, height: 1 }]));
  const ours = unpackZip(await docxOf({ view, data, receipt, date: undefined }, { pictures }), () => true);
  const [expected, found] = [ours, parts].map((each) => readDocument(xmlIn(each, MAIN)));
  return compareBlocks(expected ?? [], found ?? []).length === 0 && foreignInWord(parts, ours).length === 0;
}

/** What a picture shows is not read. */
const NO_PICTURE = new Uint8Array();
