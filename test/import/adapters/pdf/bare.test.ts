import { describe, expect, test } from 'vitest';
import { readPdfFile } from '../../../../src/import/adapters/pdf/read-pdf-file.ts';
import type { ContentGrid } from '../../../../src/import/document.ts';
import { readTables } from '../../../../src/import/tables/read-tables.ts';
import { pdfOf, text } from './draw.ts';

const read = async (...pages: string[]) => readPdfFile(pdfOf(pages));
const grids = async (...pages: string[]): Promise<ContentGrid[]> =>
  (await read(...pages)).blocks.filter((block) => block.kind === 'grid');
const rowsOf = ({ rows, cells }: ContentGrid): string[][] =>
  Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row).map((cell) => cell.text));

/** A line of words at some places. */
const row = (y: number, ...words: (readonly [number, string])[]): string =>
  words.map(([x, word]) => text(x, y, word)).join('');

const HEADER = row(700, [60, '信息内容'], [240, '本年制发件数'], [340, '本年废止件数'], [440, '现行有效件数']);
const TABLE =
  HEADER +
  row(680, [60, '规章'], [268, '4'], [368, '0'], [465, '17']) +
  row(660, [60, '行政规范性文件'], [265, '31'], [368, '2'], [462, '118']);

describe('a table without any line', () => {
  test('numbers below each other are columns, and it is marked', async () => {
    const [grid] = await grids(TABLE);
    expect(grid && rowsOf(grid)).toEqual([
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '4', '0', '17'],
      ['行政规范性文件', '31', '2', '118'],
    ]);
    expect(grid?.guessed).toBe(true);
  });

  test.each([
    ['the middle', 5],
    ['the first', 11],
    ['the last', -1],
  ])('a wrapped label: the number stands beside %s line', async (_, shift) => {
    const labels = ['一、新收政府信息', '公开申请数量', '二、上年结转政府', '信息公开申请数量'].map((word, index) =>
      text(60, [680, 669, 640, 629][index] as number, word),
    );
    const numbers = (y: number, ...all: string[]) =>
      row(y + shift, [260, all[0] ?? ''], [360, all[1] ?? ''], [460, all[2] ?? '']);
    const [grid] = await grids(
      row(710, [260, '甲'], [360, '乙'], [460, '总计']) +
        labels.join('') +
        numbers(670, '5', '6', '11') +
        numbers(630, '7', '8', '15'),
    );
    expect(grid && rowsOf(grid).slice(-2)).toEqual([
      ['一、新收政府信息公开申请数量', '5', '6', '11'],
      ['二、上年结转政府信息公开申请数量', '7', '8', '15'],
    ]);
  });

  test('labels of groups have their own column', async () => {
    const [grid] = await grids(
      row(710, [260, '甲'], [360, '乙'], [460, '总计']) +
        row(690, [130, '1.重复申请'], [260, '1'], [360, '2'], [460, '3']) +
        row(670, [60, '（五）'], [130, '2.其他情形'], [260, '4'], [360, '5'], [460, '9']),
    );
    expect(grid && rowsOf(grid).slice(1)).toEqual([
      ['', '1.重复申请', '1', '2', '3'],
      ['（五）', '2.其他情形', '4', '5', '9'],
    ]);
  });

  test('a header of two lines is one cell', async () => {
    const [grid] = await grids(
      row(710, [60, '结果'], [160, '结果'], [260, '总计']) +
        row(699, [60, '维持'], [160, '纠正']) +
        row(670, [66, '3'], [166, '4'], [266, '7']),
    );
    expect(grid && rowsOf(grid)).toEqual([
      ['结果维持', '结果纠正', '总计'],
      ['3', '4', '7'],
    ]);
  });

  test('sentences with numbers, a list of contents and a page number are no table', async () => {
    expect(
      await grids(
        row(700, [60, '本年共收到申请'], [140, '12'], [155, '件，办结'], [200, '11'], [215, '件。']) +
          row(680, [60, '一、总体情况'], [500, '1']) +
          row(660, [60, '二、主动公开政府信息情况'], [500, '2']) +
          row(40, [290, '— 1 —']),
      ),
    ).toEqual([]);
  });

  test('the numbers at the ends of bars are no columns', async () => {
    const bars = [40, 14, 2].map((number, at) => row(700 - 20 * at, [60, '自然人'], [180 + 8 * number, `${number}`]));
    expect(await grids(bars.join(''))).toEqual([]);
  });

  test('numbers are sure only if every row was found', async () => {
    const sure = (tables: ReturnType<typeof readTables>) => {
      const cell = tables.cells.get('active_disclosure.rules.issued');
      return [cell?.value, cell?.confidence, cell?.reason];
    };
    expect(sure(readTables(await read(TABLE)))).toEqual(['4', 'doubtful', 'unruled']);
    const one = (y: number, ...labels: string[]) =>
      row(y, [60, '信息内容'], [340, '本年处理决定数量']) +
      labels.map((label, index) => row(y - 20 - 20 * index, [60, label], [370, '6'])).join('');
    const whole =
      TABLE +
      one(600, '行政许可') +
      one(520, '行政处罚', '行政强制') +
      row(430, [60, '信息内容'], [300, '本年收费金额（单位：万元）']) +
      row(410, [60, '行政事业性收费'], [370, '0']);
    expect(sure(readTables(await read(whole)))).toEqual(['4', 'sure', 'plain']);
  });
});
