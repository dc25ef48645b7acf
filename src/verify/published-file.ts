import { resolve } from 'node:path';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { readWholeFile } from '../disk/read-file.ts';
import { isZip } from '../disk/unpack-zip.ts';
import { UnreadablePdf } from '../publish/pdf-reader.ts';
import type { ReadPdf } from '../render/format.ts';
import { isFormat } from '../render/formats.ts';
import { DATA_FILE, RECEIPT_FILE } from '../render/pdf-document/attachment-names.ts';
import { receiptIn } from '../render/read-receipt.ts';
import { refusedPdf } from '../render/readback/pdf-bounds.ts';
import type { PdfContent } from '../render/readback/pdf-reading.ts';
import { type HtmlContent, readHtml, UnreadableHtml } from '../render/readback/read-html.ts';
import type { PdfReceipt, Receipt } from '../render/receipt.ts';
import { NO_PAGE, NO_RECEIPT, type NotReadable, printedByOthers, SHEET } from './not-readable.ts';
import { otherProgram } from './other-program.ts';
import { type PublishedWord, readWord } from './published-word.ts';

/** The content of a published file. */
export type Published = PublishedPdf | PublishedPage | PublishedWord;

interface Common {
  /** The file name to show. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The data of the report in the file, as JSON. */
  readonly data: string | undefined;
}

export interface PublishedPdf extends Common {
  readonly kind: 'pdf';
  readonly pdf: PdfContent;
  readonly receipt: PdfReceipt;
  /** The text of the report in the PDF. */
  readonly source: string | undefined;
  /** The names of files attached to it beside the report, its data and the receipt. */
  readonly others: readonly string[];
}

export interface PublishedPage extends Common {
  readonly kind: 'html';
  readonly html: string;
  readonly content: HtmlContent;
  readonly receipt: Receipt;
}

/** Bytes. No annual report is larger. */
const LARGEST = 64 * 1024 * 1024;

/** Reads a published file; `readPdf` reads PDFs. Throws a UserError if it cannot be opened or is too large. */
export async function readPublished(name: string, cwd: string, readPdf: ReadPdf): Promise<Published | NotReadable> {
  const bytes = contentOf(resolve(cwd, name), name);
  if (bytes.subarray(0, 1024).includes('%PDF-')) return readPdfFile(name, bytes, readPdf);
  if (isZip(bytes)) return readWord(name, bytes);
  const html = decodeHtml(bytes);
  if (html === undefined) return NO_PAGE;
  const content = readPage(html);
  if ('reason' in content) return content;
  const receipt = receiptIn(content.data.get('receipt'), isFormat);
  if (!receipt) return NO_RECEIPT;
  if (receipt.review) return SHEET;
  return { kind: 'html', name, bytes, html, content, receipt, data: content.data.get('data') };
}

async function readPdfFile(name: string, bytes: Uint8Array, readPdf: ReadPdf): Promise<Published | NotReadable> {
  const refused = refusedPdf(bytes);
  if (refused) return refused;
  try {
    const pdf = await readPdf(bytes);
    if (!pdf.attachments.has(RECEIPT_FILE)) return printedByOthers(otherProgram(pdf.producer));
    const receipt = receiptIn(pdf.attachments.get(RECEIPT_FILE), isFormat);
    if (receipt?.review) return SHEET;
    if (!receipt?.browser) return NO_RECEIPT;
    const printed = { ...receipt, browser: receipt.browser };
    const { attachments } = pdf;
    const others = [...attachments].filter(([file]) => file !== DATA_FILE && file !== RECEIPT_FILE);
    // A PDF built without its source has no other attachment, so any other one is a difference.
    const { name: sourceName } = receipt.source;
    const own = others.find(([file]) => sourceName !== undefined && file.endsWith(sourceName));
    const names = others.filter((one) => one !== own).map(([file]) => file);
    const data = attachments.get(DATA_FILE);
    return { kind: 'pdf', name, bytes, pdf, receipt: printed, source: own?.[1], others: names, data };
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    return {
      reason: {
        zh: `不是完整的 PDF，读不出来（${error.message}）`,
        en: `The PDF is damaged or incomplete and cannot be read (${error.message})`,
      },
    };
  }
}

function readPage(html: string): HtmlContent | NotReadable {
  try {
    return readHtml(html);
  } catch (error) {
    if (!(error instanceof UnreadableHtml)) throw error;
    return {
      reason: {
        zh: `没有哪份报告的网页有这么多元素、套得这么深，没有再读`,
        en: `No page of a report is so large or so deep, so the rest was not read (${error.message})`,
      },
    };
  }
}

function contentOf(path: string, name: string): Buffer {
  const bytes = readWholeFile(path, name, LARGEST, { hint: WHICH_FILE });
  if (typeof bytes !== 'number') return bytes;
  throw new UserError(
    { zh: `${name} 超过 64 MB，不读`, en: `${name} is larger than 64 MB and is not read` },
    { zh: '给出 report 生成的网页、PDF 或 Word 文件', en: 'Give a web page, PDF or Word document built with report' },
  );
}

const WHICH_FILE: Text = {
  zh: '给出要核对的网页、PDF 或 Word 文件',
  en: 'Give the web page, PDF or Word document to verify',
};

function decodeHtml(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return /<[a-z!]/i.test(text) && !text.includes('\0') ? text : undefined;
  } catch {
    return undefined;
  }
}
