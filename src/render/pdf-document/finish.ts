import {
  AFRelationship,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { UserError } from '../../diagnostics/user-error.ts';
import type { Publication } from '../publication.ts';
import { hashOf } from '../receipt.ts';
import { renumberElements } from './renumber.ts';
import { xmp } from './xmp.ts';

/** What the file holds of `receipt.json`: the receipt, and the browser that printed it. */
export const RECEIPT_FILE = 'receipt.json';
/** The report with every number written out. */
export const DATA_FILE = 'data.json';

/**
 * A PDF as the browser has printed it -> the document that is handed out: author, dates and producer set, report file,
 * data and receipt attached as associated files, XMP metadata, and the same bytes for the same publication and browser.
 *
 * `browser` is its name and version, `HeadlessChrome/147.0.7727.0`. Throws a `UserError` when what was printed is no PDF.
 */
export async function finishPdf(printed: Uint8Array, publication: Publication, browser: string): Promise<Uint8Array> {
  const document = await open(printed);
  renumberElements(document.context);
  describe(document, publication);
  await attach(document, publication, browser);
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

async function open(printed: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(printed, { updateMetadata: false, throwOnInvalidObject: true });
  } catch (cause) {
    throw new UserError(
      { zh: '浏览器给出的 PDF 不完整', en: 'The browser gave a PDF that is not whole' },
      { zh: '请再试一次，或用 --browser 换一个浏览器', en: 'Try again, or name another browser with --browser' },
      { cause },
    );
  }
}

/** Midnight of the day in China. */
const instant = (date: string): Date => new Date(`${date}T00:00:00+08:00`);

function describe(document: PDFDocument, publication: Publication): void {
  const { view, receipt, date } = publication;
  const { context, catalog } = document;
  const info = context.lookup(context.trailerInfo.Info, PDFDict);
  const producer = `${textOf(info, 'Producer')}; ${receipt.tool}`;
  const text = (key: string, value: string) => info.set(PDFName.of(key), PDFHexString.fromText(value));
  text('Author', view.agency);
  text('Creator', receipt.tool);
  text('Producer', producer);
  for (const key of ['CreationDate', 'ModDate'].map((name) => PDFName.of(name))) {
    if (date === undefined) info.delete(key);
    else info.set(key, PDFString.of(`D:${date.replaceAll('-', '')}000000+08'00'`));
  }
  const metadata = new TextEncoder().encode(
    xmp({ title: view.title, author: view.agency, tool: receipt.tool, producer, date }),
  );
  const entries = { Type: 'Metadata', Subtype: 'XML', Length: metadata.length };
  catalog.set(PDFName.of('Metadata'), context.register(PDFRawStream.of(context.obj(entries), metadata)));
  const id = PDFHexString.of(hashOf(JSON.stringify(receipt)).slice('sha256:'.length, 'sha256:'.length + 32));
  const ids = PDFArray.withContext(context);
  ids.push(id);
  ids.push(id);
  context.trailerInfo.ID = ids;
}

function textOf(info: PDFDict, key: string): string {
  const value = info.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

async function attach(document: PDFDocument, publication: Publication, browser: string): Promise<void> {
  const { source, data, receipt, date } = publication;
  const day = date === undefined ? {} : { creationDate: instant(date), modificationDate: instant(date) };
  const add = (name: string, text: string, mimeType: string, description: string, afRelationship: AFRelationship) =>
    document.attach(new TextEncoder().encode(text), name, { mimeType, description, afRelationship, ...day });
  const json = 'application/json';
  await add(source.name, source.text, 'application/yaml', '生成本报告的源文件', AFRelationship.Source);
  await add(DATA_FILE, data, json, '本报告的全部数据', AFRelationship.Data);
  const told = JSON.stringify({ ...receipt, browser }, undefined, 2);
  await add(RECEIPT_FILE, told, json, '生成记录：程序、格式、模板和源文件的校验值', AFRelationship.Supplement);
}
