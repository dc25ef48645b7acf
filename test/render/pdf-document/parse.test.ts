import { PDFDocument, PDFHexString, PDFName, PDFNull, PDFParser, PDFString, PDFWriter } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePdf } from '../../../src/render/pdf-document/parse.ts';
import { writePdf } from '../../../src/render/pdf-document/write.ts';

/** A PDF with every kind of object, written without object streams as Chrome does. */
async function sample(): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context } = pdf;
  pdf.addPage([200, 100]);
  const deleted = context.register(context.obj({ Gone: true }));
  const kinds = context.register(
    context.obj({
      Numbers: [0, -1, 0.5, -12.25, 1e6, [7, 0, 8], 3],
      Words: [true, false, PDFNull],
      Strings: [PDFString.of('a (nested \\( \\\\) string \\051'), PDFHexString.fromText('年度报告'), PDFString.of('')],
      Names: [PDFName.of('A#20B'), PDFName.of('x-y_z.1')],
      Empty: [[], {}],
      Inner: { Type: 'Page', Deep: { Of: [{ Ref: deleted }] } },
    }),
  );
  const bytes = Buffer.from(' endstream endobj \r\n'.repeat(3), 'latin1');
  const stream = context.register(context.flateStream(bytes, { Refs: [kinds, 1, 0, deleted] }));
  pdf.catalog.set(PDFName.of('Own'), context.obj([context.register(context.stream(bytes)), stream]));
  context.delete(deleted);
  return Buffer.from(await pdf.save({ useObjectStreams: false, addDefaultPage: false }));
}

let pdf: Buffer;
beforeAll(async () => {
  pdf = await sample();
});

test('a PDF has the same bytes as when the library reads and writes it', async () => {
  const theirs = await PDFParser.forBytesWithOptions(pdf, Number.POSITIVE_INFINITY, true).parseDocument();
  const expected = await PDFWriter.forContext(theirs, Number.POSITIVE_INFINITY).serializeToBuffer();
  const ours = parsePdf(pdf);
  ours.header = theirs.header;
  expect(Buffer.from(writePdf(ours)).toString('latin1')).toBe(Buffer.from(expected).toString('latin1'));
});

test('what was written is read again as the same', () => {
  const once = writePdf(parsePdf(pdf));
  expect(Buffer.from(writePdf(parsePdf(once))).equals(once)).toBe(true);
});

describe('a PDF that is not as Chrome writes it is refused', () => {
  test('wherever it ends', () => {
    const end = pdf.lastIndexOf('>>');
    for (let length = 0; length <= end; length += 7)
      expect(() => parsePdf(pdf.subarray(0, length)), String(length)).toThrow();
  });

  test.each([
    ['/Own', ' Own'],
    ['endstream\nendobj', 'endstreamendobx'],
    [' 0 obj', ' 0 abj'],
    ['true', 'tree'],
    ['(a (', '(((('],
    ['-12.25', '-1a.25'],
  ])('with %s changed to %s', (from, to) => {
    const text = pdf.toString('latin1');
    expect(text).toContain(from);
    expect(() => parsePdf(Buffer.from(text.replace(from, to), 'latin1'))).toThrow(/^unexpected at byte \d+$/u);
  });
});
