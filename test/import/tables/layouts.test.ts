import { describe, expect, test } from 'vitest';
import type { ContentGrid } from '../../../src/import/document.ts';
import { readTables } from '../../../src/import/tables/read-tables.ts';
import { columns, cutRow, moved, oneLabel, reworded, rows, stacked, turn, unmerged } from './change.ts';
import { compared, document, FORMS, grid, numbers, printed, text } from './official.ts';

type Three = readonly [ContentGrid, ContentGrid, ContentGrid];
const isNumber = (words: string) => /^\d*$/u.test(words);
const labels = (change: (label: string) => string) => (one: ContentGrid) =>
  reworded(one, (words) => (isNumber(words) ? words : change(words)));
/** The first row of numbers of table 三 and the number of its rows. */
const HEADER = 3;

/** The blocks of table 二, each by itself. */
const blocksOf = (two: ContentGrid): ContentGrid[] => {
  const starts = two.cells.flatMap(({ text: words, row }) => (words.startsWith('第二十条') ? [row] : []));
  return starts.map((start, index) => rows(two, start, starts[index + 1] ?? two.rows));
};

/** Ways in which pages print the three tables, as blocks in reading order. */
const LAYOUTS: Record<string, (tables: Three) => (ContentGrid | ReturnType<typeof text>)[]> = {
  'as in the form': (three) => [...three],
  'in another order': ([two, three, four]) => [four, two, three],
  'all in one grid': (three) => [stacked(...three)],
  'two tables in one grid': ([two, three, four]) => [stacked(two, three), four],
  'between tables of metadata': (three) => [
    grid([
      ['名称', ['某县某局2023年政府信息公开工作年度报告', 1, 3]],
      ['索引号', '000014349/2024-00012', '分类', '其他'],
    ]),
    ...three,
    grid([['打印', '关闭', '总计']]),
  ],
  'with padding and line breaks in labels': (three) => three.map(labels((label) => [...label].join('\u00a0\n'))),
  'with numbers of items in another style': (three) =>
    three.map(labels((label) => label.replace(/^(\d)\./u, '（$1）').replace(/^（([一二三四五六七])）/u, '$1、'))),
  'with full-width numbers of items': (three) =>
    three.map(labels((label) => label.replace(/^(\d)\./u, (_, d) => `${String.fromCodePoint(0xff10 + Number(d))}．`))),
  'without numbers of items': (three) =>
    three.map(labels((label) => label.replace(/^(?:\d\.|（[一二三四五六七]）|[一二三四]、)/u, ''))),
  'with a numeral printed twice': (three) => three.map(labels((label) => label.replace(/^([一二三四])、/u, '$1$1、'))),
  'with a sign missing in long labels': (three) =>
    three.map(labels((label) => (label.length > 9 ? label.slice(0, 7) + label.slice(8) : label))),
  'without merges, labels repeated': (three) => three.map((one) => unmerged(one, true)),
  'without merges, labels of groups once': (three) => three.map((one) => unmerged(one, false)),
  'with group and item in one cell': ([two, three, four]) => [two, oneLabel(three, '\n'), four],
  'with group and item in one cell, no break': ([two, three, four]) => [two, oneLabel(three, ''), four],
  'with a label cut in two rows': ([two, three, four]) => [two, cutRow(cutRow(three, 8, 4), 18, 6), four],
  'with table 二 as a grid a block': ([two, three, four]) => [...blocksOf(two), three, four],
  'with a column before the labels': (three) => three.map((one) => moved(one, 1, () => '')),
  'with row numbers before the labels': (three) => three.map((one) => moved(one, 1, (row) => String(row + 1))),
  'table 三 split, header not repeated': ([two, three, four]) => [
    two,
    rows(three, 0, 12),
    text('— 4 —'),
    rows(three, 12, three.rows),
    four,
  ],
  'table 三 split, header repeated': ([two, three, four]) => [
    two,
    rows(three, 0, 17),
    text('-4-'),
    stacked(rows(three, 0, HEADER), rows(three, 17, three.rows)),
    four,
  ],
  'table 三 in three parts': ([two, three, four]) => [
    two,
    ...[rows(three, 0, 9), rows(three, 9, 20), rows(three, 20, three.rows), four],
  ],
  'header of table 三 alone on a page': ([two, three, four]) => [
    two,
    rows(three, 0, HEADER),
    rows(three, HEADER, three.rows),
    four,
  ],
  'header of table 三 repeated in the middle': ([two, three, four]) => [
    two,
    stacked(rows(three, 0, 14), rows(three, 0, HEADER), rows(three, 14, three.rows)),
    four,
  ],
  'a label printed twice where the page broke': ([two, three, four]) => [
    two,
    stacked(rows(three, 0, 15), rows(three, 15, three.rows)),
    four,
  ],
  'table 四 with rows down': ([two, three, four]) => [two, three, turn(four)],
  'table 四 in two grids': ([two, three, four]) => [two, three, columns(four, 0, 5), columns(four, 5, 15)],
  'table 四 with its numbers on the next page': ([two, three, four]) => [
    two,
    three,
    rows(four, 0, 3),
    rows(four, 3, 4),
  ],
};

describe.each(['2021', '2019', 'hybrid'] as const)('the form %s', (name) => {
  const form = FORMS[name];
  const truth = numbers(form, 7);
  const three = form.tables.map((table) => printed(table, truth)) as unknown as Three;

  test.each(Object.keys(LAYOUTS))('is read %s', (layout) => {
    const reading = readTables(document(...(LAYOUTS[layout]?.(three) ?? [])));
    expect(reading.form.id).toBe(form.id);
    expect(reading.hybrid).toEqual(name === 'hybrid' ? ['applications.outcomes.other_handling'] : []);
    const open = name === '2019' && layout === 'without merges, labels repeated' ? CHANGES : [];
    expect(compared(reading, truth)).toEqual({
      cells: truth.size,
      right: truth.size - open.length,
      doubtful: 0,
      wrongSure: [],
      wrong: [],
      unknown: open,
    });
  });
});

// The header of these columns is merged in another way than their numbers, so that without merges two numbers stand below it.
const CHANGES = [
  'administrative_licensing',
  'other_external_management_services',
  'administrative_penalties',
  'administrative_compulsion',
].map((row) => `active_disclosure.${row}.items_change`);
