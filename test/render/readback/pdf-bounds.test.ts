import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { refusedPdf } from '../../../src/render/readback/pdf-bounds.ts';

/** An object with a stream, as it stands in a PDF. */
const stream = (dictionary: string, data: Uint8Array, line = '\n') =>
  Buffer.concat([Buffer.from(`1 0 obj\n<<${dictionary}>>\nstream${line}`), data, Buffer.from('\nendstream\nendobj\n')]);
const file = (...parts: Uint8Array[]) => Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from('%%EOF\n')]);
const packed = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1024 * 1024));
const FLATE = '/Length 9 /Filter /FlateDecode';
const text = deflateSync(Buffer.from('BT ET'));

describe('what a report may have', () => {
  test.each([
    ['nothing', file()],
    ['packed content', file(stream(FLATE, text))],
    ['packed content, its filter in a list', file(stream('/Filter [ /FlateDecode ]/Type /X', text))],
    ['another line ending', file(stream(FLATE, text, '\r\n'))],
    ['a table of rows', file(stream('/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 5 >>', text))],
    ['a type written with a number', file(stream('/Filter /FlateDecode /Subtype /application#2Fjson', text))],
    ['a photo', file(stream('/Subtype /Image /Filter /DCTDecode /BitsPerComponent 8', Buffer.from('JFIF')))],
    ['plain content', file(stream('/Type /Metadata', Buffer.from('<x>a stream of words</x>')))],
    [
      'a form that draws text',
      file(stream('/Subtype /Form /Resources <</Font <</F4 5 0 R>>>> /Filter /FlateDecode', text)),
    ],
    ['30 MB', file(stream(FLATE, packed(15)), stream(FLATE, packed(15)))],
  ])('%s', (_, bytes) => {
    expect(refusedPdf(bytes)).toBe(undefined);
  });
});

describe('what is refused before it is read', () => {
  test.each([
    ['one stream that unpacks to more than 32 MB', file(stream(FLATE, packed(33))), '32 MB'],
    ['several that do', file(stream(FLATE, packed(20)), stream(FLATE, packed(20))), '32 MB'],
    ['very many', file(...Array.from({ length: 5001 }, () => stream('', Buffer.from('a')))), '5000'],
    ['packed twice', file(stream('/Filter [/FlateDecode /FlateDecode]', deflateSync(packed(1)))), 'never have'],
    ['packed in another way', file(stream('/Filter /LZWDecode', text)), 'never have'],
    ['under a short name', file(stream('/F /Fl', text)), 'never have'],
    ['under a name in numbers', file(stream('/Fil#74er /LZ#57Decode', text)), 'never have'],
    ['named elsewhere', file(stream('/Filter 7 0 R', text)), 'never have'],
    ['behind a comment', file(stream('/Filter%\n/LZWDecode', text)), 'never have'],
    [
      'very wide rows',
      file(stream('/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 999999999 >>', text)),
      'never have',
    ],
    [
      'rows as wide as another object says',
      file(stream('/Filter /FlateDecode /DecodeParms << /Columns 7 0 R >>', text)),
      'never have',
    ],
    ['a form that draws what the page has', file(stream('/Subtype /Form', text)), 'never have'],
    ['a damaged stream', file(stream(FLATE, Buffer.from('x\x9cabcdefgh', 'latin1'))), 'damaged'],
  ])('%s', (_, bytes, words) => {
    expect(refusedPdf(bytes)?.reason.en).toContain(words);
  });
});
