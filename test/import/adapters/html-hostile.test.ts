import { describe, expect, test } from 'vitest';
import { MOST_CELLS, MOST_COLUMNS } from '../../../src/import/adapters/html/grid.ts';
import { DEEPEST, LONGEST_TEXT, MOST_BYTES, MOST_ELEMENTS } from '../../../src/import/adapters/html/tree.ts';
import { overlapsOf, read, refusalOf, TABLE } from './pages.ts';

describe('pages that are too large', () => {
  test.each<[string, () => string | Uint8Array]>([
    ['bytes', () => new Uint8Array(MOST_BYTES + 1).fill(0x20)],
    ['elements', () => '<b></b>'.repeat(MOST_ELEMENTS + 1)],
    ['depth', () => '<div>'.repeat(100_000)],
    ['depth of inline elements', () => Array.from({ length: 100_000 }, (_, n) => `<font size=${n}>`).join('')],
    ['depth of tables', () => '<table><tr><td>'.repeat(DEEPEST)],
    ['text without an element', () => `<p>${' '.repeat(LONGEST_TEXT + 1)}`],
    ['text of a cell', () => `<table><tr><td>${`<b>${'1'.repeat(1000)}</b>`.repeat(LONGEST_TEXT / 1000 + 1)}<td>2`],
    ['columns', () => `<table><tr>${'<td>1</td>'.repeat(10_000)}</tr></table>`],
    ['cells', () => `<table>${`<tr>${'<td>1'.repeat(MOST_COLUMNS)}`.repeat(MOST_CELLS / MOST_COLUMNS + 1)}</table>`],
    [
      'places covered by merges',
      () => `<table><tr>${'<td rowspan=65534 colspan=1000>'.repeat(400)}${'<tr><td>'.repeat(20_000)}</table>`,
    ],
  ])('%s', async (_, page) => expect((await refusalOf(page()))?.kind).toBe('too-large'));

  test.each([
    ['one merge over a million cells', '<td rowspan=1000 colspan=1000>甲</td>'],
    ['numbers without sense', '<td rowspan=99999999999999999999 colspan=1e9>甲</td>'],
  ])('%s is bounded by the table itself', async (_, cell) => {
    const { blocks } = await read(`<table><tr>${cell}<td>规章</td></tr><tr><td>1</td></tr></table>`);
    const [grid] = blocks;
    expect(grid).toMatchObject({ kind: 'grid', columns: 2, rows: 2 });
    expect(grid?.kind === 'grid' && overlapsOf(grid)).toEqual([]);
  });

  test('entities stand for characters, and never for more', async () => {
    const declared = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>';
    const { blocks } = await read(`${declared}<p>&a;&b;&amp;&#x4e00;&#99999999;</p>${TABLE}`);
    const text = blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('');
    expect(text).toContain('&a;&b;&一');
    expect(text).not.toContain('aaaa;');
  });

  test.each([
    ['blocks', '<div>'],
    ['unknown elements', '<u-x>'],
    ['lists', '<ul><li>'],
    ['tables', '<table><tr><td>'],
    ['elements that browsers move', '<a><b><div></b>'],
  ])('%s as deep as allowed', async (_, tags) => {
    const { blocks } = await read(tags.repeat(Math.floor((DEEPEST - 20) / tags.split('<').length)) + TABLE);
    expect(blocks.some(({ kind }) => kind === 'grid')).toBe(true);
  });

  test('many elements that are never closed', async () => {
    const { blocks } = await read(`${'<p><b><i>甲</p>'.repeat(300)}${TABLE}`);
    expect(blocks).toHaveLength(301);
  });
});
