import { createHash } from 'node:crypto';
import { PDFDict, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import type { PrintedPublication } from '../publication.ts';
import type { PdfReceipt } from '../receipt.ts';
import { DATA_FILE, RECEIPT_FILE } from './attachment-names.ts';
import type { Moment } from './dates.ts';
import type { OpenPdf } from './open.ts';

const JSON_TYPE = 'application/json';

/** A file to attach to the PDF. */
interface Attachment {
  readonly name: string;
  readonly text: string;
  readonly mime: string;
  readonly description: string;
  /** The relationship of the file to the document (AFRelationship). */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
}

function attachmentsOf({ source, data, receipt }: PrintedPublication, browser: string): Attachment[] {
  const own: PdfReceipt = { ...receipt, browser };
  return [
    ...(source ? [sourceAttachment(source)] : []),
    ...(data === undefined ? [] : [dataAttachment(data)]),
    {
      name: RECEIPT_FILE,
      text: JSON.stringify(own, undefined, 2),
      mime: JSON_TYPE,
      description: '生成记录：程序、表式、模板和报告文件的校验值',
      relationship: 'Supplement',
    },
  ];
}

const dataAttachment = (text: string): Attachment => ({
  name: DATA_FILE,
  text,
  mime: JSON_TYPE,
  description: '本报告的全部数据（JSON），供程序读取',
  relationship: 'Data',
});

function sourceAttachment({ name, text }: NonNullable<PrintedPublication['source']>): Attachment {
  return {
    // A report file with the name of another attachment would replace it.
    name: [DATA_FILE, RECEIPT_FILE].includes(name) ? `source-${name}` : name,
    text,
    mime: 'application/yaml',
    description: '生成本报告的报告文件（YAML）',
    relationship: 'Source',
  };
}

/** Attached texts, compressed. */
export type Packed = ReadonlyMap<string, Uint8Array>;

/** Compresses what is attached, as far as it is known before printing. */
export const packed = ({ source, data }: PrintedPublication): Packed =>
  new Map([source?.text, data].flatMap((text) => (text === undefined ? [] : [[text, pack(text)]])));

const pack = (text: string): Uint8Array => zlibSync(Buffer.from(text, 'utf8'));

/** Attaches the source (if it is published), the data and the receipt to the whole document. */
export function attachFiles(
  { context, catalog }: OpenPdf,
  publication: PrintedPublication,
  { browser, moment, known }: { browser: string; moment: Moment | undefined; known: Packed },
): void {
  const attached = attachmentsOf(publication, browser).map((file) => ({
    key: PDFHexString.fromText(file.name),
    ref: attach(context, file, moment, known.get(file.text) ?? pack(file.text)),
  }));
  // A name tree must be sorted by key.
  const sorted = attached.toSorted((a, b) => (a.key.asString() < b.key.asString() ? -1 : 1));
  const tree = context.register(context.obj({ Names: sorted.flatMap(({ key, ref }) => [key, ref]) }));
  const names = catalog.lookup(PDFName.of('Names'));
  if (names instanceof PDFDict) names.set(PDFName.of('EmbeddedFiles'), tree);
  else catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: tree }));
  catalog.set(PDFName.of('AF'), context.obj(attached.map(({ ref }) => ref)));
}

function attach(
  context: OpenPdf['context'],
  file: Attachment,
  moment: Moment | undefined,
  compressed: Uint8Array,
): PDFRef {
  const content = Buffer.from(file.text, 'utf8');
  const params = {
    Size: content.length,
    // PDF requires MD5 for this checksum.
    CheckSum: PDFHexString.of(createHash('md5').update(content).digest('hex').toUpperCase()),
    ...(moment && { ModDate: PDFString.of(moment.pdf) }),
  };
  const kind = { Type: 'EmbeddedFile', Subtype: file.mime, Params: params };
  const stream = context.stream(compressed, { ...kind, Filter: 'FlateDecode' });
  const ref = context.register(stream);
  return context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(plain(file.name)),
      UF: PDFHexString.fromText(file.name),
      EF: { F: ref, UF: ref },
      Desc: PDFHexString.fromText(file.description),
      AFRelationship: file.relationship,
    }),
  );
}

/** A name for PDF readers that do not support Unicode names. */
const plain = (name: string) => name.replace(/[^\w.-]/g, '_');
