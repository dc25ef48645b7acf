import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, type PDFPage, PDFRawStream, PDFString, rgb } from '@cantoo/pdf-lib';
import { mutablePdf, withNote, withTitle } from '../render/readback/mutated-pdf.ts';
import type { Forgery } from './forged-pages.ts';

type PdfForgery = Forgery<Uint8Array>;

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const load = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false });

/** A change of the document; on saving it keeps the form that the tool writes. */
const change =
  (edit: (document: PDFDocument, page: PDFPage) => unknown): PdfForgery['change'] =>
  async (bytes) => {
    const document = await load(bytes);
    await edit(document, document.getPages()[0] as PDFPage);
    return document.save({ useObjectStreams: false });
  };

/** A change of what a stream says: of those that hold `word`. */
const inStream = (word: string, edit: (content: string) => string): PdfForgery['change'] =>
  change(({ context }) => {
    let found = 0;
    for (const [, object] of context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFRawStream) || !object.dict.has(PDFName.of('Filter'))) continue;
      const content = inflateSync(object.contents).toString('latin1');
      if (!content.includes(word)) continue;
      found++;
      (object as { contents: Uint8Array }).contents = deflateSync(Buffer.from(edit(content), 'latin1'));
    }
    if (found === 0) throw new Error(`no stream has ${word}`);
  });

/** 61 as strokes, in a white box. */
const STROKES = 'q 1 1 1 rg 100 600 60 30 re f 2 w 110 605 m 110 625 l S 120 605 m 120 625 l S Q\n';

const designer: [string, PdfForgery['change'], '✗' | '?'][] = [
  ['a white box and strokes over a number', inStream('/MCID 0', (content) => `${content}\n${STROKES}`), '?'],
  [
    'a picture over the page',
    change(async (pdf, page) => page.drawImage(await pdf.embedPng(PIXEL), { x: 100, y: 600, width: 80, height: 20 })),
    '?',
  ],
  [
    'a white box over the page',
    change((_, page) => page.drawRectangle({ x: 100, y: 600, width: 80, height: 20, color: rgb(1, 1, 1) })),
    '?',
  ],
  ['invisible text', inStream('/MCID 0', (content) => content.replace('BT', 'BT 3 Tr')), '?'],
  ['text moved aside', inStream('/MCID 0', (content) => content.replace('BT', '1 0 0 1 900 0 cm BT')), '?'],
  ['a smaller page', change((_, page) => page.setCropBox(0, 400, 500, 400)), '✗'],
  ['a turned page', change(({ context }, page) => page.node.set(PDFName.of('Rotate'), context.obj(180))), '?'],
  [
    'glyphs that are read as others',
    inStream('beginbfchar', (content) => content.replace(/^<(\w{4})> <(\w{4})>/mu, '<$1> <0036>')),
    '?',
  ],
  [
    'layers',
    change(({ context, catalog }) =>
      catalog.set(
        PDFName.of('OCProperties'),
        context.obj({ OCGs: [context.register(context.obj({ Type: 'OCG', Name: PDFString.of('a') }))], D: {} }),
      ),
    ),
    '✗',
  ],
];

const programmer: [string, PdfForgery['change'], '✗' | '?'][] = [
  ['a script that runs', change((pdf) => pdf.addJavaScript('a', 'app.alert(1)')), '✗'],
  [
    'an action on opening',
    change(({ context, catalog }) =>
      catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript', JS: PDFString.of('1') })),
    ),
    '✗',
  ],
  [
    'a field over a number',
    change((pdf, page) =>
      pdf.getForm().createTextField('a').addToPage(page, { x: 100, y: 600, width: 40, height: 20 }),
    ),
    '✗',
  ],
  ['another file attached', change((pdf) => pdf.attach(Buffer.from('61'), 'b.txt')), '✗'],
  ['other data attached', inStream('"issued"', (content) => content.replace('"issued": 9', '"issued": 8')), '?'],
  ['another report attached', inStream('issued: 9', (content) => content.replace('issued: 9', 'issued: 8')), '✗'],
  ['saved again', async (bytes) => (await load(bytes)).save(), '?'],
  ['bytes behind the end', (bytes) => Buffer.concat([bytes, Buffer.from('\n% 61\n%%EOF\n')]), '?'],
  ['bytes before the beginning', (bytes) => Buffer.concat([Buffer.from('\n'), bytes]), '?'],
  [
    'one bit of a stream',
    (bytes) => {
      const copy = Uint8Array.from(bytes);
      const at = Buffer.from(bytes).indexOf('stream') + 200;
      copy[at] = (copy[at] as number) ^ 1;
      return copy;
    },
    '✗',
  ],
];

const clerk: [string, PdfForgery['change'], '✗' | '?'][] = [
  ['a digit', digit, '✗'],
  ['a note', withNote, '✗'],
  ['a title', (bytes) => withTitle(bytes, '2022年报告'), '✗'],
  ['a page left out', change((pdf) => pdf.removePage(2)), '✗'],
  ['a page twice', change(async (pdf) => pdf.addPage((await pdf.copyPages(pdf, [1]))[0])), '?'],
  ['text typed on the page', change((_, page) => page.drawText('61', { x: 100, y: 600 })), '?'],
];

async function digit(bytes: Uint8Array): Promise<Uint8Array> {
  const { runs, withGlyph } = await mutablePdf(bytes);
  const [first, second] = runs.find((glyphs) => glyphs.length === 8 && glyphs.every(({ code }) => code < '0010')) ?? [];
  if (!(first && second)) throw new Error('the fee was not found');
  return withGlyph(first, second.code);
}

/** 200余篇次 becomes 300余篇次: the digits have the codes of those in the fee, 386.4205. */
export async function proseDigit(bytes: Uint8Array): Promise<Uint8Array> {
  const { runs, withGlyph } = await mutablePdf(bytes);
  const fee = runs.find((glyphs) => glyphs.length === 8 && glyphs.every(({ code }) => code < '0010')) ?? [];
  const [three, two, zero] = [fee[0]?.code, fee[5]?.code, fee[6]?.code];
  for (const glyphs of runs) {
    const at = glyphs.findIndex(
      ({ code }, index) => code === two && glyphs[index + 1]?.code === zero && glyphs[index + 2]?.code === zero,
    );
    const first = glyphs[at];
    if (first && three !== undefined) return withGlyph(first, three);
  }
  throw new Error('200 was not found');
}

const listOf = (by: PdfForgery['by'], list: typeof clerk): PdfForgery[] =>
  list.map(([what, edit, otherVersion]) => ({ by, what, change: edit, otherVersion }));

export const PDF_FORGERIES: readonly PdfForgery[] = [
  ...listOf('designer', designer),
  ...listOf('programmer', programmer),
  ...listOf('clerk', clerk),
];

/** The PDF with other entries in its receipt. */
export async function withReceipt(bytes: Uint8Array, entries: object): Promise<Uint8Array> {
  const edit = inStream('"browser"', (content) => JSON.stringify({ ...JSON.parse(content), ...entries }, undefined, 2));
  return edit(bytes);
}
