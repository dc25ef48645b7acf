import { describe, expect, test } from 'vitest';
import type { ContentGrid } from '../../../src/import/document.ts';
import { outline, overlapsOf, read, rowsOf, TABLE, TABLE_ROWS } from './pages.ts';

/** The only grid of a page. */
async function gridOf(page: string): Promise<ContentGrid> {
  const grids = (await read(page)).blocks.filter((block) => block.kind === 'grid');
  expect(grids).toHaveLength(1);
  return grids[0] as ContentGrid;
}

describe('merged cells', () => {
  test.each<[string, string, string[][]]>([
    [
      'in both directions',
      '<tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>1</td><td>2</td></tr>',
      [
        ['甲 2x1', '乙 1x2'],
        ['1', '2'],
      ],
    ],
    [
      'a merge over a cell of the row above ends before it',
      '<tr><td>甲</td><td>乙</td><td rowspan=2>丙</td></tr><tr><td colspan=3>丁</td></tr>',
      [['甲', '乙', '丙 2x1'], ['丁 1x2']],
    ],
    [
      'a merge past the last row',
      '<tr><td rowspan=9>甲</td><td>1</td></tr><tr><td>2</td></tr>',
      [['甲 2x1', '1'], ['2']],
    ],
    ['a merge to the end', '<tr><td rowspan=0>甲</td><td>1</td></tr><tr><td>2</td></tr>', [['甲 2x1', '1'], ['2']]],
    [
      'a merge over far too many columns',
      '<tr><td colspan=10000>甲</td></tr><tr><td>1</td><td>2</td></tr>',
      [['甲 1x2'], ['1', '2']],
    ],
    [
      'no numbers in the attributes',
      '<tr><td colspan="x">甲</td><td rowspan="-3">1</td></tr><tr><td>乙</td><td colspan="0">2</td></tr>',
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ],
    [
      'a row without cells under a merge is no row',
      '<tr><td rowspan=3>甲</td><td>1</td></tr><tr></tr><tr><td>2</td></tr>',
      [['甲 2x1', '1'], ['2']],
    ],
    [
      'a label printed twice where a page was broken',
      '<tr><td rowspan=2>三、结果</td><td>1</td></tr><tr><td>2</td></tr><tr><td rowspan=2>三、结果</td><td>3</td></tr><tr><td>4</td></tr>',
      [['三、结果 2x1', '1'], ['2'], ['三、结果 2x1', '3'], ['4']],
    ],
    [
      'groups are printed head first and foot last, and no merge leaves its group',
      '<tfoot><tr><td>合计</td><td>3</td></tr></tfoot><tbody><tr><td rowspan=5>甲</td><td>3</td></tr></tbody><thead><tr><th>项</th><th>数</th></tr></thead>',
      [
        ['项', '数'],
        ['甲', '3'],
        ['合计', '3'],
      ],
    ],
    [
      'rows and cells that are not closed',
      '<tr><td>规章<td>4<tr><td>文件<td>5',
      [
        ['规章', '4'],
        ['文件', '5'],
      ],
    ],
  ])('%s', async (_, rows, expected) => {
    const grid = await gridOf(`<table>${rows}</table>`);
    expect(rowsOf(grid)).toEqual(expected);
    expect(overlapsOf(grid)).toEqual([]);
  });

  test('every size is inside the grid, whatever the attributes say', async () => {
    for (const [first, second] of [
      [7, 3],
      [1000, 65534],
      [2, 2],
      [0, 0],
    ]) {
      const cell = (row: number, column: number) =>
        `<td rowspan=${(row * 7 + column) % 3 ? first : second} colspan=${(row + column) % 4 ? 1 : second}>${row}</td>`;
      const rows = Array.from(
        { length: 6 },
        (_, row) => `<tr>${[0, 1, 2, 3].map((column) => cell(row, column)).join('')}</tr>`,
      );
      const grid = await gridOf(`<table>${rows.join('')}</table>`);
      expect(overlapsOf(grid)).toEqual([]);
      for (const { row, column, rowSpan, columnSpan } of grid.cells) {
        expect(Math.min(rowSpan, columnSpan)).toBeGreaterThan(0);
        expect(row + rowSpan).toBeLessThanOrEqual(grid.rows);
        expect(column + columnSpan).toBeLessThanOrEqual(grid.columns);
      }
    }
  });
});

describe('cells', () => {
  test.each([
    ['paragraphs and breaks are lines', '<p>三、本</p><p>年度办</p>理<br>结果', '三、本\n年度办\n理\n结果'],
    ['a blank cell', '<p align=center>&nbsp;<o:p> </o:p></p>', ''],
    ['a torn number', '<p><span>73802895.90</span><span>元</span></p>', '73802895.90元'],
    ['padding', '<p>&nbsp;&nbsp;&nbsp;&nbsp;公益&nbsp;</p>', '公益'],
    [
      'a small table in a cell is text',
      '<table><tr><td>22</td><td>（其中修订16件）</td></tr></table>',
      '22 （其中修订16件）',
    ],
    ['a field of a form', '<input type="hidden" value="7"><input value="12">', '12'],
  ])('%s', async (_, inside, text) => {
    const { cells } = await gridOf(
      `<table><tr><td>规章</td><td>${inside}</td></tr><tr><td>甲</td><td>1</td></tr></table>`,
    );
    expect(cells[1]?.text).toBe(text);
  });

  test('a caption is a text before its table; tables are numbered in their order', async () => {
    const { blocks } = await read(`<table><caption>表一</caption><tr><td>甲</td><td>1</td></tr></table>${TABLE}`);
    expect(blocks.map((block) => (block.kind === 'text' ? block.text : block.place.table))).toEqual(['表一', 1, 2]);
  });
});

describe('tables that only arrange the page', () => {
  const long = '本年收到的申请都在期限内答复。'.repeat(12);
  test.each<[string, string, unknown[]]>([
    [
      'two of them around the report',
      `<table><tr><td><table><tr><td><p>甲</p>${TABLE}<p>乙</p></td></tr></table></td></tr></table>`,
      ['甲', TABLE_ROWS, '乙'],
    ],
    [
      'facts before the article are a grid of their own',
      `<table><tr><td>索引号</td><td>A-1</td></tr><tr><td>机关</td><td>青溪局</td></tr><tr><td colspan=2><p>甲</p>${TABLE}</td></tr></table>`,
      [
        [
          ['索引号', 'A-1'],
          ['机关', '青溪局'],
        ],
        '甲',
        TABLE_ROWS,
      ],
    ],
    [
      'an article in one cell',
      `<table><tr><td><p>一、总体情况</p><p>${long}</p></td></tr></table>`,
      ['一、总体情况', long],
    ],
    [
      'short paragraphs in one cell',
      '<table><tr><td><p>一、总体情况</p><p>本年无变化。</p><p>二、其他情况的说明</p></td></tr></table>',
      ['一、总体情况', '本年无变化。', '二、其他情况的说明'],
    ],
    [
      'a menu beside the article',
      `<table><tr><td><ul><li><a>甲</a><li><a>乙</a><li><a>丙</a></ul></td><td><p>${long}</p>${TABLE}</td></tr></table>`,
      ['~- 甲', '~- 乙', '~- 丙', long, TABLE_ROWS],
    ],
    [
      'a table of numbers with another one inside keeps its rows',
      `<table><tr><td>规章</td><td>1</td></tr><tr><td>文件</td><td>2</td></tr><tr><td colspan=2>${TABLE}</td></tr></table>`,
      [
        [
          ['规章', '1'],
          ['文件', '2'],
        ],
        TABLE_ROWS,
      ],
    ],
  ])('%s', async (_, page, blocks) => expect(await outline(page)).toEqual(blocks));

  test.each([
    ['312<sup>3</sup>', '312[3]'],
    ['<span>12</span><span style="vertical-align: super">①</span>', '12[①]'],
    ['45<sup>万元</sup>', '45万元'],
    ['m<sup>2</sup>', 'm2'],
    ['<s>11</s>12', '12'],
    ['<span style="text-decoration: line-through">11</span> 12', '12'],
  ])('raised signs are no digits, and what is struck out is not read: %s', async (cell, text) => {
    const grid = await gridOf(`<table><tr><td>甲</td><td>${cell}</td></tr></table>`);
    expect(grid.cells[1]?.text).toBe(text);
  });

  test('a table with a long remark under its numbers stays a table', async () => {
    const rows = '<tr><td>甲</td><td>1</td><td>2</td></tr>'.repeat(3);
    const [table, remark] = await outline(`<table>${rows}<tr><td colspan=3>注：${long}</td></tr></table>`);
    expect(table).toHaveLength(3);
    expect(remark).toBe(`注：${long}`);
  });
});
