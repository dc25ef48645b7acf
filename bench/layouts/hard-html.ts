// Layouts that tempt a reader to take one number for another.
import type { Grid, GridCell } from './grid.ts';
import { heightOf, LABEL_COLUMNS, withColumn, withColumnsMoved, withNote, withRow, withRowMoved } from './grid.ts';
import { only, web } from './html.ts';
import { bytesOf, htmlOf } from './html-markup.ts';
import { CLEANED, PASTED } from './html-styles.ts';
import type { Layout } from './layout.ts';
import { type Block, pageOf } from './page.ts';
import { makeReport } from './report.ts';

const three = (change: (grid: Grid) => Grid) => ({ table: only('applications', (grid) => [change(grid)]) });
const four = (change: (grid: Grid) => Grid) => ({
  table: only('reconsideration_and_litigation', (grid) => [change(grid)]),
});

/** Table three with the column of the total before the applicants. */
const totalColumnFirst = (grid: Grid): Grid => {
  const group = grid.find(({ text }) => text === '申请人情况');
  const order = [0, 1, 2, 9, 3, 4, 5, 6, 7, 8];
  return withColumnsMoved(grid, order).map((cell) =>
    cell.text === group?.text ? { ...cell, column: LABEL_COLUMNS } : cell,
  );
};

/** The kinds of organizations in another order. */
const organizationsMoved = (grid: Grid): Grid => withColumnsMoved(grid, [0, 1, 2, 3, 7, 4, 6, 5, 8, 9]);

/** A column that compares with last year, with numbers of its own. */
const comparison = (grid: Grid): Grid =>
  withColumn(grid, (row) => (row === 0 ? '比上年增减' : row < 3 ? '' : String((row * 7) % 13)));

/** A row of sums, which the form does not have, at the end of （三）. */
const subtotal = (grid: Grid): Grid => {
  const last = grid.find(({ text }) => text.startsWith('8.'));
  if (!last) return grid;
  const inGroup = grid.filter(({ row, path }) => path && row <= last.row && row > last.row - 8);
  const sums = Array.from({ length: 7 }, (_, index): GridCell => {
    const sum = inGroup
      .filter(({ column }) => column === LABEL_COLUMNS + index)
      .reduce((all, { text }) => all + Number(text), 0);
    return { row: 0, column: LABEL_COLUMNS + index, rows: 1, columns: 1, text: String(sum) };
  });
  const label = { row: 0, column: 2, rows: 1, columns: 1, text: '小计' };
  return withRow(grid, last.row, [label, ...sums]);
};

/** Rows of （三） in another order, their numbers kept with the labels. */
const rowsMoved = (grid: Grid): Grid => {
  const first = grid.find(({ text }) => text.startsWith('1.属于国家秘密'));
  const label = grid.find(({ text }) => text.startsWith('7.属于行政执法'))?.text ?? '';
  return withRowMoved(grid, label, (first?.row ?? 0) + 1);
};

/** The label of （三） covers a row too few: a browser moves the last row of the group to the left. */
const spanTooShort = (grid: Grid): Grid => {
  const group = grid.find(({ text }) => text.startsWith('（三）'));
  if (!group) return grid;
  const last = group.row + group.rows - 1;
  return grid.map((cell) => {
    if (cell === group) return { ...cell, rows: cell.rows - 1 };
    return cell.row === last && cell.column >= 2 ? { ...cell, column: cell.column - 1 } : cell;
  });
};

/** The rows have no numbers 1. 2. and no （三）. */
const unnumbered = (text: string): string => text.replace(/^(\d\.|（[一二三四五六七]）|[一二三四]、)/u, '');

/** Footnote marks behind numbers. */
const marked = (value: string, path: string): string => (path.length % 5 === 0 && value !== '0' ? `${value}*` : value);

/** A number that a narrow cell breaks over two lines. */
const broken = (value: string): string => (/^\d{3,}$/.test(value) ? `${value.slice(0, 2)}\n${value.slice(2)}` : value);

/** The tables of another year after those of the report. */
const withOtherYear = (blocks: readonly Block[], other: readonly Block[], before: boolean): Block[] => {
  const tables: Block[] = [
    { kind: 'heading', text: '附：上一年度数据' },
    ...other.filter(({ kind }) => kind === 'grid'),
  ];
  const at = before ? blocks.findIndex(({ kind }) => kind === 'heading') : blocks.length;
  return [...blocks.slice(0, at), ...tables, ...blocks.slice(at)];
};

const otherYear = (before: boolean): Layout => {
  const name = before ? 'last-year-before' : 'last-year-after';
  const layout = web(name, `the tables of last year ${before ? 'before' : 'after'} those of the report`, {}, CLEANED);
  return {
    ...layout,
    make: (report, page) => {
      const other = pageOf(makeReport(report.year + 77, layout.edition));
      return bytesOf(
        htmlOf(report, { ...page, rearranged: (blocks) => withOtherYear(blocks, other, before) }, CLEANED),
      );
    },
  };
};

const signs = (value: string, path: string): string => {
  if (!path.endsWith('.items_change') || value === '0') return value;
  return value.startsWith('-') ? `减${value.slice(1)}` : `+${value}`;
};

export const HARD_LAYOUTS: readonly Layout[] = [
  web('total-column-first', 'the column of the total before the applicants', three(totalColumnFirst)),
  web('organizations-moved', 'kinds of organizations in another order', three(organizationsMoved), CLEANED),
  web('comparison', 'one more column with the change from last year', three(comparison)),
  web('subtotal', 'one more row with the sum of a group', three(subtotal)),
  web('rows-moved', 'rows of a group in another order', three(rowsMoved), PASTED),
  web('span-too-short', 'a merged label that covers a row too few', three(spanTooShort)),
  web('unnumbered', 'labels without their numbers', {
    table: (grid) => [grid.map((cell) => (cell.path ? cell : { ...cell, text: unnumbered(cell.text) }))],
  }),
  web('marks', 'marks of footnotes behind numbers', {
    print: marked,
    table: (grid) => [withNote(grid, '* 含上级交办的事项。')],
  }),
  web('broken-numbers', 'numbers broken over two lines', { print: broken }),
  web('decimals', 'counts with decimals, as a sheet writes them', {
    print: (value) => (/^\d+$/.test(value) ? `${value}.00` : value),
  }),
  web(
    'four-in-rows',
    'table four with its header in rows and one more row for the year',
    four((grid) =>
      withRow(grid, heightOf(grid) - 1, [{ row: 0, column: 0, rows: 1, columns: 15, text: '统计截至年末' }]),
    ),
  ),
  web('old-form-signs', 'the form of 2019 with signs and words for changes', { print: signs }, {}, '2019'),
  otherYear(false),
  otherYear(true),
];
