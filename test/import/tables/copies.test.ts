import { describe, expect, test } from 'vitest';
import type { ContentBlock, ContentGrid } from '../../../src/import/document.ts';
import { readTables } from '../../../src/import/tables/read-tables.ts';
import { rows, stacked } from './change.ts';
import { compared, document, FORMS, grid, numbers, printed, text } from './official.ts';

const form = FORMS['2021'];
const truth = numbers(form, 7);
const tablesOf = (values: ReadonlyMap<string, string>) =>
  form.tables.map((table) => printed(table, values)) as [ContentGrid, ContentGrid, ContentGrid];
const own = tablesOf(truth);
const other = tablesOf(numbers(form, 11));
const TITLE: ContentBlock = {
  kind: 'text',
  level: 1,
  text: '云河县水务局2023年政府信息公开工作年度报告',
  place: {},
};
const SECTIONS = form.sections.map((section, index) => text(`${'一二三四五六'[index]}、${section}`));
const [one, second, third, fourth, five, six] = SECTIONS as [
  ContentBlock,
  ContentBlock,
  ContentBlock,
  ContentBlock,
  ContentBlock,
  ContentBlock,
];
const total = (path: string) => truth.get(`applications.${path}`) as string;
const OVERVIEW = text(
  `全年新收申请${total('received.total')}件，办结${total('outcomes.total.total')}件，其中不予公开的已说明理由。`,
);
/** A report with its tables as `tables` prints the table of each section. */
const report = (tables: (index: 0 | 1 | 2) => readonly ContentBlock[], overview: readonly ContentBlock[] = []) => [
  TITLE,
  one,
  ...overview,
  second,
  ...tables(0),
  third,
  ...tables(1),
  fourth,
  ...tables(2),
  five,
  six,
];
const read = (blocks: readonly ContentBlock[]) => compared(readTables(document(...blocks)), truth);

describe('of tables that are printed several times the report’s own is taken', () => {
  const below = (mine: string | undefined, theirs: string | undefined, last = false) =>
    report((index) => {
      const caption = (words: string | undefined) => (words === undefined ? [] : [text(words)]);
      const both = [
        [...caption(theirs), other[index]],
        [...caption(mine), own[index]],
      ];
      return (last ? both : both.reverse()).flat();
    });

  test.each<[string | undefined, string | undefined]>([
    ['2023年（本年度）', '2022年（上年度）'],
    ['2023年度', '2022年度'],
    ['本年数据', '上年数据'],
    ['（2023年）', '附：2022年数据'],
    ['本单位数据：', '填报示例（仅供参考）：'],
    ['云河县水务局', '样表'],
    ['本机关数据', '云河县水利工程站数据'],
    ['云河县水务局本级', '云河县水文中心'],
    [undefined, '上一年度数据'],
    [undefined, '样表：某局填报情况'],
  ])('%j beside %j', (mine, theirs) => {
    expect(read(below(mine, theirs))).toMatchObject({ right: 200, wrong: [], doubtful: 0 });
    if (mine !== undefined) expect(read(below(mine, theirs, true))).toMatchObject({ right: 200, wrong: [] });
  });

  test.each([
    ['2023年', '2022年'],
    ['本单位', '样表'],
  ])('in sheets named %s and %s', (mine, theirs) => {
    const sheet = (name: string, tables: readonly ContentGrid[]) =>
      tables.map((table) => ({ ...table, place: { sheet: name } }));
    expect(read([TITLE, ...sheet(theirs, other), ...sheet(mine, own)])).toMatchObject({ right: 200, wrong: [] });
    expect(read([TITLE, ...sheet(mine, own), ...sheet(theirs, other)])).toMatchObject({ right: 200, wrong: [] });
  });

  test('below captions inside the grids', () => {
    const inside = (words: string, table: ContentGrid) => stacked(grid([[[words, 1, 4]]]), table);
    const blocks = report((index) => [inside('2022年情况', other[index]), inside('2023年情况', own[index])]);
    expect(read(blocks)).toMatchObject({ right: 200, wrong: [] });
  });

  test('also if it goes on in another grid', () => {
    const cut = (grid: ContentGrid) => [rows(grid, 0, 12), rows(grid, 12, grid.rows)];
    const blocks = report((index) =>
      index === 1 ? [text('填报示例'), ...cut(other[1]), text('本单位数据'), ...cut(own[1])] : [own[index]],
    );
    expect(read(blocks)).toMatchObject({ right: 200, wrong: [] });
  });

  test('and not that of the body whose report is the annex', () => {
    const annex = [
      text('附件'),
      text('云河县水文中心2023年政府信息公开工作年度报告'),
      ...report((index) => [other[index]]).slice(1),
    ];
    expect(read([...report((index) => [own[index]]), ...annex])).toMatchObject({ right: 200, wrong: [] });
  });

  test('and not those behind the last section or before the first', () => {
    const mine = report((index) => [own[index]]);
    expect(read([...mine, ...other])).toMatchObject({ right: 200, wrong: [] });
    expect(read([TITLE, ...other, ...mine.slice(1)])).toMatchObject({ right: 200, wrong: [] });
  });

  test('by the numbers that the overview names, and by the same captions in other sections', () => {
    const blocks = (mine: string, theirs: string) =>
      report((index) => (index === 0 ? [own[0]] : [text(theirs), other[index], text(mine), own[index]]), [OVERVIEW]);
    expect(read(blocks('表2 全县汇总', '表1 局机关'))).toMatchObject({ right: 200, wrong: [] });
    const { wrongSure, doubtful } = read(blocks('表2', '表1'));
    expect(wrongSure).toEqual([]);
    expect(doubtful).toBeGreaterThan(5);
  });
});

describe('where nothing tells which copy is meant', () => {
  test('every cell that differs is doubtful, and no two copies are mixed', () => {
    const reading = read(report((index) => [other[index], own[index]]));
    expect(reading.wrongSure).toEqual([]);
    expect(reading.unknown).toEqual([]);
    const first = compared(readTables(document(...report((index) => [other[index], own[index]]))), numbers(form, 11));
    expect(first.wrong).toEqual([]);
  });

  test('the same numbers twice are sure', () => {
    expect(read(report((index) => [own[index], own[index]]))).toMatchObject({ right: 200, wrong: [] });
  });
});

test('the day of publication is no caption of another year', () => {
  const blocks = report((index) => [text('2024年1月15日'), own[index]]);
  expect(read([...blocks, text('附：2022年'), ...other])).toMatchObject({ right: 200, wrong: [] });
});

test('of titles with several years none tells which tables are meant', () => {
  const [, ...rest] = report((index) => [text('2022年'), other[index], text('2023年'), own[index]]);
  const titles = [
    text('云河县水务局2022年政府信息公开工作年度报告'),
    text('云河县水务局2023年政府信息公开工作年度报告'),
  ];
  expect(read([...titles, ...rest]).wrongSure).toEqual([]);
  expect(read([TITLE, ...titles, ...rest])).toMatchObject({ right: 200, wrong: [] });
});
