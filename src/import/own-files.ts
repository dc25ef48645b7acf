import { stringify } from 'yaml';
import { isZip } from '../disk/unpack-zip.ts';
import { DATA_FILE, RECEIPT_FILE } from '../render/pdf-document/attachment-names.ts';
import { receiptIn } from '../render/read-receipt.ts';
import { checkShown } from '../render/readback/check-page.ts';
import { refusedPdf } from '../render/readback/pdf-bounds.ts';
import { readHtml } from '../render/readback/read-html.ts';
import { readPdf } from '../render/readback/read-pdf.ts';
import { hashOf } from '../render/receipt.ts';
import type { Cell } from '../report/cell.ts';
import { type Report, readReport } from '../report/report.ts';
import { parse } from '../source/parse.ts';
import { pageView } from '../view/page.ts';
import type { PublishedFile } from './adapter.ts';
import type { ImportedCell, PublishedReading } from './reading.ts';
import { Refusal } from './refusal.ts';

/** What this tool put into a file that it built, with what the file shows. */
interface Inside {
  readonly blocks: Parameters<typeof checkShown>[0];
  readonly receipt: string | undefined;
  /** The attached files by name. */
  readonly attached: ReadonlyMap<string, string>;
}

/**
 * The reading of a page, PDF or Word document that this tool built and nobody changed: the report file in a PDF, whose
 * hash the receipt has, or the data in the others. It must say what the file shows; otherwise, and for any other file,
 * undefined, and the file is read as any other. Throws a `Refusal` for a sheet for sign-off.
 */
export async function readOwn({ name, bytes }: PublishedFile): Promise<PublishedReading | undefined> {
  if (isZip(bytes)) return readOwnWord(name, bytes);
  const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
  const inside = await (isPdf ? insidePdf(bytes) : insidePage(bytes));
  const receipt = receiptIn(inside?.receipt, isFormatName);
  if (!inside || !receipt) return undefined;
  if (receipt.review) throw SHEET;
  const source = isPdf ? fileIn(inside, receipt.source) : dataIn(inside.attached.get('data'), receipt);
  if (!source) return undefined;
  const report = readReport(parse(source.text, source.name).data);
  if (checkShown(inside.blocks, pageView(report)).length > 0) return undefined;
  return reading(name, isPdf ? 'pdf' : 'html', report, source);
}

/** A Word document has the data of its report, like a page. */
async function readOwnWord(name: string, bytes: Uint8Array): Promise<PublishedReading | undefined> {
  const { showsItsReport, wordInside } = await import('./own-word.ts');
  const inside = wordInside(bytes);
  const receipt = inside && receiptIn(inside.receipt, isFormatName);
  const source = receipt && dataIn(inside.data, receipt);
  if (!source) return undefined;
  const report = readReport(parse(source.text, source.name).data);
  const isShown = await showsItsReport(inside.parts, report, { data: inside.data, receipt });
  return isShown ? reading(name, 'docx', report, source) : undefined;
}

const isFormatName = (name: string): boolean => /^[a-z][a-z0-9-]*$/u.test(name);

type Own = NonNullable<PublishedReading['source']>;

/** The report file attached to a PDF, if it is the one that the receipt names. */
function fileIn({ attached }: Inside, source: { readonly name?: string; readonly hash: string }): Own | undefined {
  const { name, hash } = source;
  if (name === undefined) return undefined;
  const text = [...attached].find(([file]) => file !== DATA_FILE && file.endsWith(name))?.[1];
  return text !== undefined && hashOf(text) === hash ? { name, text } : undefined;
}

/**
 * The data in a page or Word document as a report file. Those of a draft, and of a file built without its report, are
 * not complete.
 */
function dataIn(
  json: string | undefined,
  { source, draft }: NonNullable<ReturnType<typeof receiptIn>>,
): Own | undefined {
  if (json === undefined || source.name === undefined || draft) return undefined;
  const { data } = parse(json, DATA_FILE);
  return data === undefined ? undefined : { name: DATA_FILE, text: stringify(data, { lineWidth: 0 }) };
}

async function insidePdf(bytes: Uint8Array): Promise<Inside | undefined> {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/EmbeddedFile')) return undefined;
  if (refusedPdf(bytes)) return undefined;
  try {
    const { blocks, attachments } = await readPdf(bytes);
    return { blocks, receipt: attachments.get(RECEIPT_FILE), attached: attachments };
  } catch {
    // The reader of all PDFs says what is wrong.
    return undefined;
  }
}

function insidePage(bytes: Uint8Array): Inside | undefined {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!page.includes('id="receipt"')) return undefined;
  try {
    const { blocks, data } = readHtml(page.toString());
    return { blocks, receipt: data.get('receipt'), attached: data };
  } catch {
    return undefined;
  }
}

function reading(file: string, format: string, report: Report, source: Own): PublishedReading {
  const { form, hybrid, cells } = report;
  return {
    file,
    format,
    tables: {
      form,
      hybrid,
      cells: new Map([...cells.values()].map((cell) => [cell.path, imported(cell)])),
      missing: [],
      remarks: [],
      used: new Map(),
      leftovers: [],
    },
    texts: { facts: [], texts: [], parts: new Map(), leftovers: [], placed: [] },
    source,
  };
}

function imported({ path, state, text, note }: Cell): ImportedCell {
  if (state === 'unknown') return { path, text: '', confidence: 'unknown', reason: 'blank' };
  return { path, value: text, text, ...(note !== undefined && { note }), confidence: 'sure', reason: 'plain' };
}

const SHEET = new Refusal(
  'sign-off-sheet',
  { zh: '这是送领导审签用的，不是报告', en: 'It is a sheet for sign-off, not a report' },
  { zh: '给出 report build 生成的网页或者 PDF', en: 'Give the page or the PDF that report build wrote' },
);
