import { expect, test } from 'vitest';
import { readTables } from '../../../src/import/tables/read-tables.ts';
import { viewOf } from '../../../src/import/tables/view.ts';
import { compared, document, FORMS, gridOf, numbers, printed } from './official.ts';

const form = FORMS['2021'];
const truth = numbers(form, 7);
const three = form.tables.map((table) => printed(table, truth));
const cell = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1) => ({
  row,
  column,
  rowSpan,
  columnSpan,
  text,
});

test('a merge over a million places is one place', () => {
  const view = viewOf(gridOf([cell(0, 0, '总计', 1000, 1000)], 1000), 0);
  expect([view.rows, view.columns]).toEqual([1, 1]);
});

test('a merge of any size is not expanded', () => {
  const view = viewOf(gridOf([cell(0, 0, '总计', 2 ** 40, 2 ** 40), cell(2 ** 41, 0, '其他')], 2 ** 42), 0);
  expect([view.rows, view.columns]).toEqual([2, 1]);
});

test('a grid of 10,000 columns is read up to a limit', () => {
  const cells = Array.from({ length: 30_000 }, (_, index) => cell(Math.floor(index / 10_000), index % 10_000, '其他'));
  expect(viewOf(gridOf(cells, 3), 0).columns).toBe(60);
  expect(compared(readTables(document(...three, gridOf(cells, 3))), truth)).toMatchObject({ right: 200, wrong: [] });
});

test('thousands of rows of labels behind the tables change nothing', () => {
  const rows = (from: number) =>
    gridOf(
      Array.from({ length: 1000 }, (_, row) => cell(row, 0, `第${from + row}项工作`)),
      1000,
    );
  const many = Array.from({ length: 20 }, (_, index) => rows(index * 1000));
  expect(compared(readTables(document(...three, ...many)), truth)).toMatchObject({ right: 200, wrong: [] });
});
