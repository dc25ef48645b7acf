import { createHash } from 'node:crypto';
import { PDFDict, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Publication } from '../publication.ts';
import type { PdfReceipt } from '../receipt.ts';
import type { Moment } from './dates.ts';
import type { OpenPdf } from './open.ts';

/** The keys of the three attached files in the PDF's name tree EmbeddedFiles. */
export const ATTACHMENT_KEYS = { source: 'source', data: 'data', receipt: 'receipt' } as const;

/** A file inside the PDF. */
interface Attachment {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly mime: string;
  readonly description: string;
  /** What it is to the document. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
}

/** What the document was made from, its data for programs, and the receipt, in the order of their keys. */
function attachmentsOf({ source, data, receipt }: Publication, browser: string): Attachment[] {
  const own: PdfReceipt = { ...receipt, browser };
  return [
    {
      key: ATTACHMENT_KEYS.data,
      name: `${receipt.base}.data.json`,
      text: data,
      mime: 'application/json',
      description: '本报告的数据（JSON），供程序读取',
      relationship: 'Data',
    },
    {
      key: ATTACHMENT_KEYS.receipt,
      name: `${receipt.base}.receipt.json`,
      text: `${JSON.stringify(own, undefined, 2)}\n`,
      mime: 'application/json',
      description: '本文件的生成记录，供 report verify 核对',
      relationship: 'Supplement',
    },
    {
      key: ATTACHMENT_KEYS.source,
      name: source.name,
      text: source.text,
      mime: 'application/yaml',
      description: '生成本报告的报告文件（YAML）',
      relationship: 'Source',
    },
  ];
}

/** Attaches source, data and receipt to the whole document. */
export function attachFiles(
  { context, catalog }: OpenPdf,
  publication: Publication,
  browser: string,
  moment: Moment | undefined,
): void {
  const attached = attachmentsOf(publication, browser).map((file) => ({
    key: PDFString.of(file.key),
    ref: attach(context, file, moment),
  }));
  const tree = context.register(context.obj({ Names: attached.flatMap(({ key, ref }) => [key, ref]) }));
  const names = catalog.lookup(PDFName.of('Names'));
  if (names instanceof PDFDict) names.set(PDFName.of('EmbeddedFiles'), tree);
  else catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: tree }));
  catalog.set(PDFName.of('AF'), context.obj(attached.map(({ ref }) => ref)));
}

function attach(context: OpenPdf['context'], file: Attachment, moment: Moment | undefined): PDFRef {
  const content = Buffer.from(file.text, 'utf8');
  const params = {
    Size: content.length,
    // The checksum that PDF knows is MD5.
    CheckSum: PDFHexString.of(createHash('md5').update(content).digest('hex').toUpperCase()),
    ...(moment && { ModDate: PDFString.of(moment.pdf) }),
  };
  const stream = context.flateStream(content, { Type: 'EmbeddedFile', Subtype: file.mime, Params: params });
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

/** For readers that know no Unicode names. */
const plain = (name: string) => name.replace(/[^\w.-]/g, '_');
