import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MERGED_CELLS, MERGED_TEXTS } from './merged-sample.ts';
import { adapterOf, cellsOf, gridsOf, read, refusalOf, textsOf } from './office-files.ts';

const sample = readFileSync(new URL('../../fixtures/import/merged.rtf', import.meta.url));
const rtf = (content: string): Uint8Array => Buffer.from(`{\\rtf1\\ansi\\ansicpg936 ${content}}`, 'latin1');
const row = (definition: string, ...cells: string[]): string =>
  `\\trowd ${definition}\\pard\\intbl ${cells.map((one) => `${one}\\cell `).join('')}\\row\\pard `;

describe('RTF', () => {
  test('texts, heading, note and merged cells come through; deleted text does not', async () => {
    const document = await read(sample, 'a.doc');
    expect(document.adapter).toBe('rtf');
    expect(textsOf(document)).toEqual(MERGED_TEXTS);
    expect(document.blocks[0]).toMatchObject({ level: 1 });
    expect(cellsOf(gridsOf(document)[0])).toEqual(MERGED_CELLS);
  });

  test('Chinese as bytes of GBK, as numbers with and without substitutes, and the numbers of lists', async () => {
    const content =
      "\\'b8\\'c5\\'bf\\'f6\\par \\uc1\\u27010?\\u20917?\\par {\\uc0\\u27010\\u20917}ab\\par {\\listtext\\pard\\plain 1.\\tab}\\u27010?\\par {\\v \\'b8\\'c5}x\\par ";
    const document = await read(rtf(content));
    expect(textsOf(document)).toEqual(['概况', '概况', '概况ab', '概', 'x']);
    expect(document.blocks[3]).toMatchObject({ item: { ordered: true, depth: 0 } });
    const heading = "{\\listtext\\'d2\\'bb\\'a1\\'a2}\\'b8\\'c5\\par";
    expect(textsOf(await read(rtf(heading)))).toEqual(['一、概']);
  });

  test('what is not printed is left out; headers are furniture', async () => {
    const content =
      '{\\fonttbl{\\f0 Arial;}}{\\info{\\title secret}}{\\*\\unknown hidden}{\\header top\\par}{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}{\\pict 00ff00}text\\par \\bin4 }}}}end\\par ' +
      row('\\cellx900', 'x');
    const { blocks } = await read(rtf(content));
    expect(blocks).toMatchObject([
      { text: '3text' },
      { text: 'end' },
      { kind: 'grid' },
      { text: 'top', furniture: true },
    ]);
  });

  test('cells are merged by their edges and marks', async () => {
    const content =
      row('\\clvmgf\\cellx1000\\cellx3000', 'a', 'b') +
      row('\\clvmrg\\cellx1000\\cellx2010\\cellx3000', '', 'c', 'd') +
      row('\\cellx1005\\clmgf\\cellx2000\\clmrg\\cellx3000', 'e', 'f', '');
    expect(cellsOf(gridsOf(await read(rtf(content)))[0])).toEqual([
      '0,0 2×1 a',
      '0,1 1×2 b',
      '1,1 c',
      '1,2 d',
      '2,0 e',
      '2,1 1×2 f',
    ]);
  });

  test('a table in a cell of a layout table is read as a table', async () => {
    const nested =
      '\\trowd\\cellx5000\\pard\\intbl\\itap2 a\\nestcell b\\nestcell {\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 \\trowd\\cellx5000 after\\cell\\row\\pard ';
    const document = await read(rtf(nested));
    expect(cellsOf(gridsOf(document)[0])).toEqual(['0,0 a', '0,1 b']);
    expect(textsOf(document)).toEqual(['after']);
  });

  test('damaged and hostile files are refused', async () => {
    expect(adapterOf(rtf('x'), 'a.wps')?.name).toBe('rtf');
    expect(await refusalOf(sample.subarray(0, sample.length / 2))).toBe('damaged');
    expect(await refusalOf(rtf('}}}}'))).toBe('damaged');
    expect(await refusalOf(rtf(''))).toBe('empty');
    expect(await refusalOf(rtf('{'.repeat(1000) + '}'.repeat(1000)))).toBe('too-large');
    expect(await refusalOf(rtf('\\pard\\intbl\\itap900 x\\nestcell '))).toBe('too-large');
    const edges = Array.from({ length: 1100 }, (_, index) => `\\cellx${(index + 1) * 100}`).join('');
    expect(await refusalOf(rtf(row(edges, ...Array.from({ length: 1100 }, () => '1'))))).toBe('too-large');
  });
});
