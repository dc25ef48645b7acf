import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
// @ts-expect-error It has no types.
import WordExtractor from 'word-extractor';
import { MERGED_CELLS, MERGED_TEXTS, numberedSample } from './merged-sample.ts';
import { adapterOf, cellsOf, gridsOf, read, refusalOf, textsOf } from './office-files.ts';

const sample = readFileSync(new URL('../../fixtures/import/merged.doc', import.meta.url));
const changed = (change: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.from(sample);
  change(bytes);
  return bytes;
};
/** Where the stream of the document begins: its first two bytes are its signature. */
const DOCUMENT = sample.indexOf(Buffer.from([0xec, 0xa5]));

describe('Word 97-2003', () => {
  test('texts, heading, note and merged cells come through; deleted text does not', async () => {
    const document = await read(sample, 'a.doc');
    expect(document.adapter).toBe('doc');
    expect(textsOf(document)).toEqual(MERGED_TEXTS);
    expect(document.blocks[0]).toMatchObject({ level: 1 });
    expect(cellsOf(gridsOf(document)[0])).toEqual(MERGED_CELLS);
  });

  test('numbers that Word writes by itself are part of the text, as in the same file as .docx', async () => {
    const saved = readFileSync(new URL('../../fixtures/import/numbered.doc', import.meta.url));
    const { blocks } = await read(saved, 'a.doc');
    expect(blocks.map((block) => block.kind === 'text' && block.text)).toEqual([
      '一、概况',
      '（一）公开',
      '（二）受理',
      '二、其他',
      '甲',
      '完。',
    ]);
    expect(blocks).toEqual((await read(numberedSample())).blocks);
  });

  test('another program finds the same text in it', async () => {
    const body = (await new WordExtractor().extract(Buffer.from(sample))).getBody();
    const document = await read(sample, 'a.doc');
    const all = document.blocks.flatMap((block) =>
      block.kind === 'text' ? [block.text] : block.cells.map(({ text }) => text),
    );
    const plain = (text: string) => text.replace(/\s/gu, '');
    expect(plain(all.filter((text) => text !== '不含转办件').join(''))).toBe(plain(body));
  });

  test('it is known by its content: as .wps and .txt too', () => {
    for (const name of ['a.wps', 'a.txt', 'a']) expect(adapterOf(sample, name)?.name).toBe('doc');
  });
});

describe('what is no readable document', () => {
  test('an encrypted document', async () => {
    const bytes = changed((data) => void data.writeUInt16LE(data.readUInt16LE(DOCUMENT + 10) | 0x100, DOCUMENT + 10));
    expect(await refusalOf(bytes, 'a.doc')).toBe('encrypted');
  });

  test('a document of Word 95', async () => {
    const bytes = changed((data) => void data.writeUInt16LE(0xa5dc, DOCUMENT));
    expect(await refusalOf(bytes, 'a.doc')).toBe('word-95');
  });

  test.each([
    ['EncryptedPackage', 'encrypted'],
    ['PowerPoint Document', 'presentation'],
    ['WPS Text Stream', 'old-office'],
  ])('a container with %s', async (stream, kind) => {
    const name = Buffer.alloc(64);
    name.write(stream, 'utf16le');
    const bytes = changed((data) => {
      const entry = data.indexOf(Buffer.from('WordDocument', 'utf16le'));
      name.copy(data, entry);
      data.writeUInt16LE(stream.length * 2 + 2, entry + 64);
    });
    expect(await refusalOf(bytes, 'a.doc')).toBe(kind);
  });

  test('chains of sectors that run in a circle end', async () => {
    // The table of sectors is in the first sector that the header lists; each sector is made to follow itself.
    const bytes = changed((data) => {
      const table = (data.readUInt32LE(76) + 1) * 512;
      for (let sector = 0; sector < 128; sector++) data.writeUInt32LE(sector, table + sector * 4);
    });
    expect(await refusalOf(bytes, 'a.doc')).toBe('damaged');
    expect(
      await refusalOf(
        changed((data) => void data.writeUInt32LE(0, 68)),
        'a.doc',
      ),
    ).toMatch(/^(read|damaged)$/u);
  });

  test('a file cut off anywhere, or with any block of it overwritten, is read or refused', async () => {
    for (let at = 8; at < sample.length; at += 256) {
      expect(await refusalOf(sample.subarray(0, at), 'a.doc')).toMatch(/^[a-z-]+$/u);
      expect(
        await refusalOf(
          changed((data) => void data.fill(0xff, at, at + 64)),
          'a.doc',
        ),
      ).toMatch(/^[a-z-]+$/u);
      expect(
        await refusalOf(
          changed((data) => void data.fill(at & 0xff, at, at + 4)),
          'a.doc',
        ),
      ).toMatch(/^[a-z-]+$/u);
    }
  });
});
