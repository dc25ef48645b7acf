import { describe, expect, test } from 'vitest';
import type { ContentBlock, ContentCell, ContentGrid } from '../../../src/import/document.ts';
import { readTables } from '../../../src/import/tables/read-tables.ts';
import { stacked, turn } from './change.ts';
import { compared, document, FORMS, grid, gridOf, numbers, printed, text } from './official.ts';

const form = FORMS['2021'];
const truth = numbers(form, 7);
const tablesOf = (values: ReadonlyMap<string, string>) =>
  form.tables.map((table) => printed(table, values)) as [ContentGrid, ContentGrid, ContentGrid];
const [two, three, four] = tablesOf(truth);
const [oldTwo, oldThree, oldFour] = tablesOf(numbers(form, 11));
const TITLE = text('云河县水务局2023年政府信息公开工作年度报告');
const read = (...blocks: readonly ContentBlock[]) => readTables(document(TITLE, ...blocks));
const isNumber = ({ text: words }: ContentCell) => /^\d*$/u.test(words);
const inOrder = (cells: readonly ContentCell[], rows: number) =>
  gridOf(
    [...cells].sort((a, b) => a.row - b.row || a.column - b.column),
    rows,
  );

/** Two tables in one: a column a year below each header; `years` are the words for the second and the first. */
function sideBySide(
  mine: ContentGrid,
  theirs: ContentGrid,
  header: number,
  years: readonly [string, string],
): ContentGrid {
  const labels = Math.min(
    ...mine.cells.filter((cell) => cell.row >= header && isNumber(cell)).map(({ column }) => column),
  );
  const at = (column: number) => (column < labels ? column : labels + (column - labels) * 2);
  const cells = mine.cells.flatMap((cell): ContentCell[] => {
    const [left, end] = [at(cell.column), at(cell.column + cell.columnSpan)];
    const { row, rowSpan } = cell;
    const below = row >= header ? row + 1 : row;
    const taller = row < header && row + rowSpan > header ? rowSpan + 1 : rowSpan;
    if (row < header || !isNumber(cell))
      return [
        {
          ...cell,
          row: below,
          column: left,
          columnSpan: end - left,
          rowSpan: cell.column < labels && row === 0 ? header + 1 : taller,
        },
      ];
    const other = theirs.cells.find((one) => one.row === row && one.column === cell.column)?.text ?? '';
    const one = { row: below, rowSpan: 1, columnSpan: 1 };
    return [
      { ...one, column: left, text: other },
      { ...one, column: left + 1, text: cell.text },
    ];
  });
  const heads = Array.from({ length: (mine.columns - labels) * 2 }, (_, index) => ({
    row: header,
    column: labels + index,
    rowSpan: 1,
    columnSpan: 1,
    text: years[index % 2] as string,
  }));
  return inOrder([...cells, ...heads], mine.rows + 1);
}

/** Table 四 with a line a year. */
const lines = (mine: string, theirs: string, corner = '年度') => {
  const moved = (one: ContentGrid) => one.cells.map((cell) => ({ ...cell, column: cell.column + 1 }));
  const at = (row: number, words: string, rowSpan = 1) => ({ row, column: 0, rowSpan, columnSpan: 1, text: words });
  const old = moved(oldFour).filter(({ row }) => row === 3);
  const cells = [at(0, corner, 3), ...moved(four).map((cell) => (cell.row === 3 ? { ...cell, row: 4 } : cell)), ...old];
  return inOrder([...cells, at(3, theirs), at(4, mine)], 5);
};

/** Table 二 with two rows a label; `label` writes the label of a row with its year. */
const twoRows = (years: readonly [string, string], label?: (words: string, year: string) => string) => {
  const cells = two.cells.flatMap((cell): ContentCell[] => {
    const row = cell.row * 2;
    const number = isNumber(cell);
    const other = oldTwo.cells.find((one) => one.row === cell.row && one.column === cell.column)?.text ?? '';
    const isRow = two.cells.some((one) => one.row === cell.row && isNumber(one));
    const column = label || cell.column === 0 ? cell.column : cell.column + 1;
    const whole = { ...cell, row, column };
    if (!isRow)
      return [cell.columnSpan > 3 && !label ? { ...whole, columnSpan: 5, rowSpan: 2 } : { ...whole, rowSpan: 2 }];
    if (number)
      return [
        { ...whole, text: cell.text },
        { ...whole, row: row + 1, text: other },
      ];
    if (label) return years.map((year, index) => ({ ...whole, row: row + index, text: label(cell.text, year) }));
    return [
      { ...whole, rowSpan: 2 },
      ...years.map((year, index) => ({ row: row + index, column: 1, rowSpan: 1, columnSpan: 1, text: year })),
    ];
  });
  return inOrder(cells, two.rows * 2);
};

const right = (reading: ReturnType<typeof read>) =>
  expect(compared(reading, truth)).toMatchObject({ right: 200, wrong: [] });

describe('the numbers of two years in one table', () => {
  test.each([
    ['2023年', '2022年'],
    ['2023年度', '2022年度'],
    ['本年', '上年'],
    ['本年度', '上年度'],
  ])('a column for %s and for %s', (mine, theirs) => {
    right(read(two, sideBySide(three, oldThree, 3, [theirs, mine]), four));
    right(read(two, sideBySide(oldThree, three, 3, [mine, theirs]), four));
  });

  test.each([
    ['2023年', '2022年', '年度'],
    ['本年', '上年', ''],
    ['2023', '2022', '年份'],
  ])('a line for %s and for %s below %j', (mine, theirs, corner) => {
    right(read(two, three, lines(mine, theirs, corner)));
  });

  test('two rows a label, with a column of years or with the year in the label', () => {
    right(read(twoRows(['2023年', '2022年']), three, four));
    right(
      read(
        twoRows(['2023年', '2022年'], (words, year) => `${words}（${year}）`),
        three,
        four,
      ),
    );
    right(
      read(
        twoRows(['2023年', '2022年'], (words, year) => `${year}${words}`),
        three,
        four,
      ),
    );
  });

  test('one below the other in the same grid, below captions', () => {
    const caption = (words: string) => grid([[[words, 1, 10]]]);
    right(read(two, stacked(caption('2022年'), oldThree, caption('2023年'), three), four));
  });

  test('a table that is turned', () => {
    right(read(two, turn(sideBySide(three, oldThree, 3, ['2022年', '2023年'])), four));
  });

  test('of unknown years nothing is sure', () => {
    const reading = read(two, sideBySide(three, oldThree, 3, ['2020年', '2021年']), lines('2021年', '2020年'));
    const sure = [...reading.cells.values()].filter(({ confidence }) => confidence === 'sure');
    expect(new Set(sure.map(({ path }) => path.split('.')[0]))).toEqual(new Set(['active_disclosure']));
    expect(compared(reading, truth).wrong).toEqual([]);
  });

  test('the numbers of the other year are told', () => {
    const reading = read(two, three, lines('2023年', '2022年'));
    const old = oldFour.cells.filter(({ row }) => row === 3).map((cell) => cell.text);
    expect(reading.leftovers.map((one) => one.text)).toEqual(expect.arrayContaining(old));
  });

  test('years in the labels of the form are no years of the table', () => {
    const named = {
      ...three,
      cells: three.cells.map((cell) => ({
        ...cell,
        text: cell.text.replace('上年结转', '2022年结转').replace('结转下年度', '结转2024年度'),
      })),
    };
    expect(compared(read(two, named, four), truth)).toMatchObject({ wrong: [], unknown: [] });
  });
});

describe('a row printed twice', () => {
  const twice = (row: number, change: (words: string) => string) => {
    const own = three.cells.filter((cell) => cell.row === row && cell.column >= 2);
    const cells = three.cells.map((cell) =>
      cell.row > row
        ? { ...cell, row: cell.row + 1 }
        : cell.row < row && cell.row + cell.rowSpan > row
          ? { ...cell, rowSpan: cell.rowSpan + 1 }
          : cell,
    );
    const again = own.map((cell) => ({ ...cell, row: row + 1, text: isNumber(cell) ? change(cell.text) : cell.text }));
    return inOrder([...cells, ...again], three.rows + 1);
  };
  // The rows 8 to 26 of table 三 from the second item of a group on.
  test.each([8, 9, 12, 16, 19, 20])('with other numbers is doubtful (row %i)', (row) => {
    const reading = read(
      two,
      twice(row, (words) => String(Number(words) + 1)),
      four,
    );
    const result = compared(reading, truth);
    expect(result).toMatchObject({ right: 193, wrongSure: [], doubtful: 7 });
    expect(reading.leftovers.length).toBeGreaterThanOrEqual(7);
  });

  test('with the same numbers or with none is sure', () => {
    right(
      read(
        two,
        twice(19, (words) => words),
        four,
      ),
    );
    right(
      read(
        two,
        twice(19, () => ''),
        four,
      ),
    );
  });
});
