import { basename, resolve } from 'node:path';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { readWholeFile } from '../disk/read-file.ts';
import { UnreadablePdf } from '../publish/pdf-reader.ts';
import type { ReadPdf } from '../render/format.ts';
import { FORMATS } from '../render/formats.ts';
import { DATA_FILE, RECEIPT_FILE } from '../render/pdf-document/attachment-names.ts';
import { type HtmlContent, readHtml } from '../render/readback/read-html.ts';
import type { PdfContent } from '../render/readback/read-pdf.ts';
import type { PdfReceipt, Receipt } from '../render/receipt.ts';

/** The content of a published file. */
export type Published = PublishedPdf | PublishedPage;

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
}

export interface PublishedPage extends Common {
  readonly kind: 'html';
  readonly html: string;
  readonly content: HtmlContent;
  readonly receipt: Receipt;
}

/** Why a file cannot have been built from a report. */
export interface NotOurs {
  readonly reason: Text;
}

/** Bytes. No annual report is larger. */
const LARGEST = 64 * 1024 * 1024;

/** Reads a published file; `readPdf` reads PDFs. Throws a UserError if it cannot be opened or is too large. */
export async function readPublished(name: string, cwd: string, readPdf: ReadPdf): Promise<Published | NotOurs> {
  const bytes = contentOf(resolve(cwd, name), name);
  if (bytes.subarray(0, 1024).includes('%PDF-')) return readPdfFile(name, bytes, readPdf);
  const html = decodeHtml(bytes);
  if (html === undefined) return { reason: { zh: '既不是 PDF 也不是网页', en: 'It is neither a PDF nor a web page' } };
  const content = readHtml(html);
  const receipt = receiptIn(content.data.get('receipt'));
  if (!receipt) return NO_RECEIPT;
  return { kind: 'html', name, bytes, html, content, receipt, data: content.data.get('data') };
}

async function readPdfFile(name: string, bytes: Uint8Array, readPdf: ReadPdf): Promise<Published | NotOurs> {
  try {
    const pdf = await readPdf(bytes);
    const receipt = receiptIn(pdf.attachments.get(RECEIPT_FILE));
    if (!receipt?.browser) return NO_RECEIPT;
    const own = { ...receipt, browser: receipt.browser };
    const { attachments } = pdf;
    const others = [...attachments].filter(([file]) => file !== DATA_FILE && file !== RECEIPT_FILE);
    // A PDF built without its source has no other attachment, so any other one is a difference.
    const [, source] = others.find(([file]) => file.endsWith(receipt.source.name ?? '')) ?? [];
    return { kind: 'pdf', name, bytes, pdf, receipt: own, source, data: attachments.get(DATA_FILE) };
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

const NO_RECEIPT: NotOurs = {
  reason: {
    zh: '里面没有生成记录：不是 report 生成的网页或 PDF，或者记录已经被去掉（粘贴用的 fragment 本来就没有）',
    en: 'It has no receipt: it was not built with report, or the receipt was removed (a fragment never has one)',
  },
};

function contentOf(path: string, name: string): Buffer {
  const bytes = readWholeFile(path, name, LARGEST, { hint: WHICH_FILE });
  if (typeof bytes !== 'number') return bytes;
  throw new UserError(
    { zh: `${name} 超过 64 MB，不读`, en: `${name} is larger than 64 MB and is not read` },
    { zh: '给出 report 生成的网页或 PDF', en: 'Give a web page or PDF built with report' },
  );
}

const WHICH_FILE: Text = { zh: '给出要核对的网页或 PDF 文件', en: 'Give the web page or PDF to verify' };

function decodeHtml(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return /<[a-z!]/i.test(text) && !text.includes('\0') ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Parses a receipt. Anybody may have written the file, so only values of the right type are used; undefined if one is
 * missing.
 */
function receiptIn(text: string | undefined): (Receipt & { browser?: string }) | undefined {
  const value = parsed(text);
  const { tool, form, template, source, formats, base, draft, systemFonts, browser } = value as Record<string, unknown>;
  const { name, hash } = (source ?? {}) as Record<string, unknown>;
  const texts = [tool, form, template, name ?? '', hash, base];
  if (!texts.every((one) => typeof one === 'string' && one.length < 500)) return undefined;
  if (!Array.isArray(formats) || !formats.every((one) => typeof one === 'string' && Object.hasOwn(FORMATS, one)))
    return undefined;
  return {
    tool: tool as string,
    form: form as string,
    template: template as string,
    source: { ...(typeof name === 'string' && { name: basename(name) }), hash: hash as string },
    formats: formats as string[],
    base: base as string,
    ...(draft === true && { draft }),
    ...(systemFonts === true && { systemFonts }),
    ...(typeof browser === 'string' && { browser }),
  };
}

function parsed(text: string | undefined): object {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
