import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ADAPTERS } from '../../../src/import/formats.ts';
import { Refusal } from '../../../src/import/refusal.ts';
import {
  across,
  adapterOf,
  cell,
  docxFile,
  p,
  part,
  read,
  refusalOf,
  row,
  table,
  textsOf,
  zipOf,
} from './office-files.ts';

const DOCUMENT = 'word/document.xml';

describe('files that would fill the memory', () => {
  test('a part of 60 MB is refused before it is inflated', async () => {
    const bytes = zipSync({ [DOCUMENT]: new Uint8Array(60 * 1024 * 1024) });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await refusalOf(bytes)).toBe('too-large');
  });

  test('a part that says it is small and is not is refused', async () => {
    const bytes = Buffer.from(docxFile(p('文'.repeat(5000))));
    // The size in the list of entries at the end.
    const entry = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(bytes.readUInt32LE(entry + 24) - 3000, entry + 24);
    expect(await refusalOf(bytes)).toBe('damaged');
  });

  test('more entries than any office file has are refused', async () => {
    const empty = new Uint8Array();
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`a${index}`, empty]));
    expect(await refusalOf(zipSync({ [DOCUMENT]: strToU8('<a/>'), ...many }))).toBe('too-large');
  });

  test('entries that share their bytes are refused', async () => {
    const bytes = Buffer.from(docxFile(p('文'), { 'word/a.xml': `<a>${'x'.repeat(9000)}</a>` }));
    const first = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const second = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), first + 4);
    for (const entry of [first, second]) bytes.writeUInt32LE(bytes.length, entry + 20);
    expect(await refusalOf(bytes)).toBe('damaged');
  });

  test('one name for two contents is refused', async () => {
    const bytes = Buffer.from(docxFile(p('文'), { 'word/documens.xml': '<a/>' }));
    const renamed = Buffer.from(bytes.toString('latin1').replaceAll('documens', 'document'), 'latin1');
    expect(await refusalOf(renamed)).toBe('damaged');
  });

  test('a table of 10,000 columns, one cell over a million columns, and 60,000 cells are refused', async () => {
    expect(await refusalOf(docxFile(table(row(...Array.from({ length: 10_000 }, () => cell('1'))))))).toBe('too-large');
    expect(await refusalOf(docxFile(table(row(cell('1', across(1_000_000))))))).toBe('too-large');
    const line = row(...Array.from({ length: 100 }, () => '<w:tc/>'));
    expect(await refusalOf(docxFile(table(...Array.from({ length: 600 }, () => line))))).toBe('too-large');
  });

  test('deep nesting and half a million elements are refused', async () => {
    const deep = 5000;
    expect(await refusalOf(docxFile('<w:sdt>'.repeat(deep) + '</w:sdt>'.repeat(deep)))).toBe('too-large');
    expect(await refusalOf(docxFile('<w:p/>'.repeat(500_001)))).toBe('too-large');
  });
});

describe('XML that reaches out', () => {
  test.each([
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
    '<!doctype a SYSTEM "http://127.0.0.1/x.dtd">',
  ])('%s is refused', async (declaration) => {
    const xml = part('document', `<w:body>${p('&x;')}</w:body>`).replace('?>', `?>${declaration}`);
    expect(await refusalOf(zipOf({ [DOCUMENT]: xml }))).toBe('unsafe-xml');
  });

  test('entities that are not declared stay as they are', async () => {
    expect(textsOf(await read(docxFile(p('&x; &amp; &#65;'))))).toEqual(['&x; & A']);
  });

  test('names that climb are never used as paths', async () => {
    const bytes = docxFile(p('文'), { '../../etc/evil.xml': '<a/>', '/abs.xml': '<a/>' });
    expect(textsOf(await read(bytes))).toEqual(['文']);
  });
});

describe('files that say nothing', () => {
  const picture = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="r9"/></v:shape></w:pict></w:r></w:p>';
  test.each([
    ['empty', docxFile('<w:p/>')],
    ['only-pictures', docxFile(picture)],
    ['tables-are-pictures', docxFile(p('一、概况') + picture)],
    ['damaged', docxFile(p('文')).slice(0, 300)],
    ['damaged', zipOf({ [DOCUMENT]: part('document', p('文')).slice(0, -30) })],
    ['damaged', zipOf({ 'word/other.xml': '<a/>' })],
    ['archive', zipOf({ '报告.txt': '文' })],
    ['presentation', zipOf({ 'ppt/presentation.xml': '<a/>' })],
  ])('%s', async (kind, bytes) => {
    expect(await refusalOf(bytes)).toBe(kind);
  });

  test('a picture beside a table is no reason to refuse', async () => {
    expect(await refusalOf(docxFile(picture + table(row(cell('甲'), cell('1')))))).toBe('read');
  });

  test('the ending does not matter', async () => {
    const bytes = docxFile(p('文'));
    for (const name of ['a.doc', 'a.wps', 'a.pdf', 'a']) expect(adapterOf(bytes, name)?.name).toBe('docx');
    expect(adapterOf(Buffer.from('<html><body>1</body></html>'), 'a.doc')?.name).toBe('html');
  });

  test('names with the separators of Windows are understood', async () => {
    const bytes = Buffer.from(docxFile(p('文')).slice());
    const named = Buffer.from(bytes.toString('latin1').replaceAll('word/document', 'word\\document'), 'latin1');
    expect(textsOf(await read(named))).toEqual(['文']);
  });

  test('every refusal is in both languages with a hint', async () => {
    for (const bytes of [docxFile('<w:p/>'), docxFile(picture), zipOf({ a: 'b' })]) {
      const adapter = ADAPTERS.find((one) => one.recognizes({ name: 'a', bytes }));
      const refusal = await adapter?.read({ name: 'a', bytes }).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Refusal);
      const { words, hint } = refusal as Refusal;
      for (const text of [words.zh, words.en, hint.zh, hint.en]) expect(text).not.toBe('');
    }
  });
});
