import { describe, expect, test } from 'vitest';
import type { ContentCell, ContentGrid } from '../../../src/import/document.ts';
import { readTables } from '../../../src/import/tables/read-tables.ts';
import { columns, moved, reworded, rows, stacked } from './change.ts';
import { compared, document, FORMS, grid, gridOf, numbers, printed, text } from './official.ts';

const form = FORMS['2021'];
const truth = numbers(form, 7);
const [two, three, four] = form.tables.map((table) => printed(table, truth)) as [ContentGrid, ContentGrid, ContentGrid];
const read = (...blocks: (ContentGrid | ReturnType<typeof text>)[]) => readTables(document(...blocks));
const at = (one: ContentGrid, row: number, column: number) =>
  one.cells.find((cell) => cell.row === row && cell.column === column) as ContentCell;
const write = (one: ContentGrid, row: number, column: number, words: string) =>
  reworded(one, (old, cell) => (cell === at(one, row, column) ? words : old));

describe('a report that is wrong is read as printed', () => {
  test.each([
    ['a total', 3, 9],
    ['a cell', 8, 3],
    ['the row of totals', 26, 5],
  ])('%s', (_, row, column) => {
    const reading = read(two, write(three, row, column, '12345'), four);
    const { right, wrongSure, doubtful } = compared(reading, truth);
    expect([right, doubtful, wrongSure.length]).toEqual([199, 0, 1]);
    expect(reading.remarks.map(({ kind }) => kind)).toContain('sums-broken');
  });

  test('two numbers in each other’s place', () => {
    const [a, b] = [at(three, 8, 3).text, at(three, 9, 3).text];
    expect(a).not.toBe(b);
    const swapped = write(write(three, 8, 3, b), 9, 3, a);
    expect(compared(read(two, swapped, four), truth).wrongSure).toHaveLength(2);
  });
});

describe('blank cells', () => {
  const zeros = (one: ContentGrid, words: string, keep: (cell: ContentCell) => boolean) =>
    reworded(one, (old, cell) => (old === '0' && !keep(cell) ? words : old));

  test.each(['', '\u00a0', '-', '/'])('written %j are 0 where the sums leave nothing else', (words) => {
    const reading = read(
      two,
      zeros(three, words, ({ column }) => column === 9),
      four,
    );
    const result = compared(reading, truth);
    expect(result.wrong).toEqual([]);
    expect(result.unknown).toEqual([]);
    const proved = [...reading.cells.values()].filter(({ reason }) => reason === 'proved-zero');
    expect(proved.length).toBeGreaterThan(20);
    expect(proved.every(({ value, confidence }) => value === '0' && confidence === 'doubtful')).toBe(true);
  });

  const provedIn = (reading: ReturnType<typeof read>) =>
    [...reading.cells.values()].filter(({ reason }) => reason === 'proved-zero');

  test('stay unknown in a row whose sum does not hold', () => {
    const blank = zeros(three, '', ({ column }) => column === 9);
    const before = provedIn(read(two, blank, four));
    const { path, place } = before[0] as (typeof before)[0];
    const row = path.slice(0, path.lastIndexOf('.'));
    const reading = read(two, write(blank, (place?.row ?? 0) - 1, 9, '99999'), four);
    expect(compared(reading, truth).wrong).toEqual([`${row}.total: 99999 -> 99999`]);
    const others = before.filter((one) => !one.path.startsWith(`${row}.`));
    expect(provedIn(reading).map((one) => one.path)).toEqual(others.map((one) => one.path));
    expect(others.length).toBeLessThan(before.length);
  });

  test('stay unknown where a sum leaves another number, and are 0 elsewhere', () => {
    const one = three.cells.find(({ column, text: words, row }) => column === 5 && row > 6 && words !== '0');
    const blank = write(
      zeros(three, '', ({ column }) => column === 9),
      one?.row ?? 0,
      5,
      '',
    );
    const reading = read(two, blank, four);
    const result = compared(reading, truth);
    expect(result.wrong).toEqual([]);
    expect(result.unknown.filter((path) => truth.get(path) !== '0')).toHaveLength(1);
    expect(provedIn(reading).length).toBeGreaterThan(20);
  });

  test('of a total are 0 where all its parts are, and nothing else is told of a row that is all blank', () => {
    const whole = zeros(three, '', () => false);
    const reading = read(two, whole, four);
    expect(compared(reading, truth).wrong).toEqual([]);
    expect(provedIn(reading).filter(({ path }) => path.endsWith('.total')).length).toBeGreaterThan(0);
    const blank = reworded(three, (words) => (/^\d+$/u.test(words) ? '' : words));
    expect(provedIn(read(two, blank, four)).filter(({ path }) => path.startsWith('applications.'))).toEqual([]);
  });

  test('prove nothing in a sum with a cell of words', () => {
    const blank = zeros(four, '', ({ column }) => column % 5 === 4);
    const parts = (reading: ReturnType<typeof read>) =>
      provedIn(reading).filter(({ path }) => path.startsWith('reconsideration_and_litigation.reconsideration.'));
    const numbered = gridOf(
      blank.cells.map((cell) =>
        cell.row === 3 && cell.column < 5 ? { ...cell, text: ['', '', '3', '', '3'][cell.column] ?? '' } : cell,
      ),
      blank.rows,
    );
    expect(parts(read(two, three, numbered))).toHaveLength(3);
    expect(parts(read(two, three, write(numbered, 3, 0, '约若干')))).toEqual([]);
  });

  test('stay unknown in a table without sums', () => {
    const reading = read(
      zeros(two, '', () => false),
      three,
      four,
    );
    expect(compared(reading, truth).unknown.length).toBeGreaterThan(0);
    expect(compared(reading, truth).wrong).toEqual([]);
  });
});

describe('a grid that is out of place', () => {
  /** The cells of a row moved by one column, as after a merge that is too high or too low. */
  const slid = (one: ContentGrid, row: number, by: number) =>
    gridOf(
      one.cells.map((cell) => (cell.row === row && cell.column > 1 ? { ...cell, column: cell.column + by } : cell)),
      one.rows,
    );

  test.each([1, -1])('a row slid by %i column is told as doubtful and read by its sums', (by) => {
    const result = compared(read(two, slid(three, 8, by), four), truth);
    expect(result.wrong).toEqual([]);
    expect(result.right).toBeGreaterThanOrEqual(193);
  });

  test('a whole table slid below its header', () => {
    const cells = three.cells.map((cell) =>
      cell.row >= 3 && cell.column > 2 ? { ...cell, column: cell.column + 1 } : cell,
    );
    const reading = read(two, gridOf(cells, three.rows), four);
    expect(compared(reading, truth)).toMatchObject({ wrong: [], unknown: [] });
    expect(reading.remarks.map(({ kind }) => kind)).toContain('shifted');
  });

  test('two columns exchanged by a merge of the header that is too narrow', () => {
    const cells = three.cells.map((cell) => {
      if (cell.row === 1 && cell.columnSpan === 5) return { ...cell, columnSpan: 4 };
      if (cell.row === 1 && cell.column === 9) return { ...cell, column: 8 };
      return cell.row === 2 && cell.column === 8 ? { ...cell, column: 9 } : cell;
    });
    const reading = read(two, gridOf(cells, three.rows), four);
    expect(compared(reading, truth)).toMatchObject({ wrong: [], unknown: [] });
    expect(reading.remarks.map(({ kind }) => kind)).toContain('shifted');
  });

  test('numbers one row below their labels', () => {
    const down = three.cells.map((cell) => (cell.row >= 3 && cell.column > 2 ? { ...cell, row: cell.row + 1 } : cell));
    const reading = read(two, gridOf(down, three.rows + 1), four);
    expect(compared(reading, truth)).toMatchObject({ wrong: [], unknown: [] });
    expect(reading.remarks.map(({ kind }) => kind)).toContain('shifted');
  });

  test('a blank column between the numbers', () => {
    const wide = three.cells.map((cell) =>
      cell.row >= 3 && cell.column > 5 ? { ...cell, column: cell.column + 1 } : cell,
    );
    const result = compared(read(two, gridOf(wide, three.rows), four), truth);
    expect(result.wrongSure).toEqual([]);
    expect(result.wrong).toEqual([]);
  });
});

describe('nothing is dropped', () => {
  test('a row that the form does not have, and a note in the grid', () => {
    const added = stacked(two, grid([['行政奖励', ['5', 1, 3]], [['注：以上为全年数', 1, 4]]]));
    const reading = read(added, three, four);
    expect(compared(reading, truth).wrongSure).toEqual([]);
    expect(reading.leftovers.map((one) => one.text)).toEqual(['行政奖励', '5', '注：以上为全年数']);
    expect(reading.leftovers[0]?.place).toMatchObject({ row: 15, column: 1 });
  });

  test('a column of remarks', () => {
    const wide = gridOf(
      [...three.cells, { row: 5, column: 10, rowSpan: 1, columnSpan: 1, text: '含网上申请' }],
      three.rows,
    );
    const reading = read(two, wide, four);
    expect(compared(reading, truth)).toMatchObject({ right: 200, wrong: [] });
    expect(reading.leftovers.map((one) => one.text)).toEqual(['含网上申请']);
  });

  test('a remark behind a number is its note', () => {
    const reading = read(write(two, 3, 1, '22（其中修订16件）'), three, four);
    expect(reading.cells.get('active_disclosure.normative_documents.issued')).toMatchObject({
      value: '22',
      note: '其中修订16件',
      text: '22（其中修订16件）',
      confidence: 'sure',
      place: { row: 4, column: 2 },
    });
  });
});

describe('what is not there', () => {
  test('a table that is missing', () => {
    const reading = read(two, four);
    expect(reading.missing).toEqual(['applications']);
    expect(compared(reading, truth)).toMatchObject({ wrong: [], right: 25 });
    expect(reading.cells.get('applications.received.total')).toMatchObject({
      confidence: 'unknown',
      reason: 'missing',
    });
  });

  test('rows that are missing', () => {
    const reading = read(two, stacked(rows(three, 0, 20), rows(three, 22, three.rows)), four);
    expect(compared(reading, truth)).toMatchObject({ wrong: [], right: 186 });
    expect(reading.remarks.map(({ kind }) => kind)).toContain('rows-missing');
  });

  test('a document without tables, and one with other tables', () => {
    const other = grid([
      ['项目', '行政许可', '行政处罚', '其他', '总计'],
      ['数量', '3', '4', '5', '12'],
      ['行政许可', '3', '4', '5', '12'],
    ]);
    for (const blocks of [[], [text('一、总体情况')], [other], [other, other]]) {
      const reading = read(...blocks);
      expect(reading.missing).toHaveLength(3);
      expect([...reading.cells.values()].every(({ value }) => value === undefined)).toBe(true);
      expect(reading.used.size).toBe(0);
    }
  });

  test('an empty grid', () => {
    expect(read(gridOf([], 0)).missing).toHaveLength(3);
  });

  test('last year’s tables behind this year’s', () => {
    const old = form.tables.map((table) => printed(table, numbers(form, 11))) as [
      ContentGrid,
      ContentGrid,
      ContentGrid,
    ];
    const result = compared(read(two, three, four, ...old), truth);
    expect(result).toMatchObject({ wrong: [], unknown: [] });
    expect(result.doubtful).toBeGreaterThan(100);
    const caption = text('附：上一年度数据');
    expect(compared(read(two, three, four, caption, ...old), truth)).toMatchObject({ right: 200, wrong: [] });
    const section = text('二、主动公开政府信息情况');
    expect(compared(read(caption, ...old, section, two, three, four), truth)).toMatchObject({ right: 200, wrong: [] });
  });

  test('the same tables twice', () => {
    expect(compared(read(two, three, four, two, three, four), truth)).toMatchObject({ right: 200, wrong: [] });
  });
});

test('columns of numbers before the labels are not taken for values', () => {
  const reading = read(
    two,
    moved(three, 2, (row) => String(row * 3)),
    columns(four, 0, 15),
  );
  expect(compared(reading, truth)).toMatchObject({ right: 200, wrong: [] });
});

describe('labels that are too far off', () => {
  test('are read by their place, and told so', () => {
    const reading = read(two, write(three, 9, 2, '某某某某某某'), four);
    const cell = reading.cells.get('applications.outcomes.not_disclosed.security_and_stability.total');
    expect(cell).toMatchObject({ confidence: 'doubtful', reason: 'label-guessed' });
    expect(compared(reading, truth)).toMatchObject({ right: 193, wrong: [] });
  });

  test('a misprint that is plain is told in a remark', () => {
    const reading = read(two, write(three, 8, 2, '2.其他法律行政止公开'), four);
    expect(compared(reading, truth)).toMatchObject({ right: 200, wrong: [] });
    expect(reading.remarks).toMatchObject([{ kind: 'label-misprinted', text: '2.其他法律行政止公开' }]);
  });
});

describe('a column that is not there', () => {
  /** Table 三 with the columns 5 and 6 as one below another label. */
  const merged = (label: string, left = 5) => {
    const cells = three.cells.flatMap((cell): ContentCell[] => {
      if (cell.column <= left && cell.column + cell.columnSpan > left + 1)
        return [{ ...cell, columnSpan: cell.columnSpan - 1 }];
      if (cell.column === left && cell.row === 2) return [{ ...cell, text: label }];
      if (cell.column === left + 1) return [];
      return [cell.column > left + 1 ? { ...cell, column: cell.column - 1 } : cell];
    });
    return gridOf(cells, three.rows);
  };

  test.each([
    [5, '科研机构、社会公益组织', ['research_institution', 'public_interest_organization']],
    [6, '社会公益组织和法律服务机构', ['public_interest_organization', 'legal_service_institution']],
    [7, '法律服务机构及其他', ['legal_service_institution', 'other_organization']],
  ])('because two are one (from column %i on): the others are sure', (left, label, keys) => {
    const reading = read(two, merged(label, left), four);
    const result = compared(reading, truth);
    expect(result).toMatchObject({ right: 150, wrong: [], doubtful: 0 });
    expect(result.unknown.every((path) => keys.some((key) => path.endsWith(key)))).toBe(true);
  });

  test('and a line with a number too many is not sure', () => {
    const cells = merged('科研机构、社会公益组织').cells.map((cell) =>
      cell.row === 8 && cell.column > 3 ? { ...cell, column: cell.column + 1 } : cell,
    );
    const reading = read(two, gridOf([...cells, { ...at(three, 8, 3), column: 4 }], three.rows), four);
    expect(compared(reading, truth).wrongSure).toEqual([]);
  });
});

describe('a second number in brackets', () => {
  test.each(['（99）', '(1)', '（上年3）'])('%s', (second) => {
    const reading = read(two, write(three, 3, 3, `${at(three, 3, 3).text}${second}`), four);
    const cell = reading.cells.get('applications.received.natural_person');
    expect(cell?.confidence).toBe(/^.\d/u.test(second) ? 'doubtful' : 'sure');
  });
});

describe('what the sums tell', () => {
  const states = (reading: ReturnType<typeof read>, path: string) =>
    [...reading.cells.values()]
      .filter((cell) => cell.path.startsWith(path))
      .map(({ confidence, reason }) => `${confidence} ${reason}`);
  const broken = (one: ContentGrid) => reworded(one, (old) => (/^\d\d$/u.test(old) ? `${old[0]}\n${old[1]}` : old));

  test('numbers broken over lines are one number each where a sum holds with it', () => {
    const reading = read(two, broken(three), four);
    expect(compared(reading, truth)).toMatchObject({ right: 200, wrong: [] });
  });

  test('they stay doubtful where a sum does not hold, and in a table without sums', () => {
    const reading = read(broken(two), three, write(broken(four), 3, 4, '9999'));
    expect(states(reading, 'reconsideration_and_litigation.reconsideration.')).toContain('doubtful ambiguous');
    expect(states(reading, 'reconsideration_and_litigation.litigation.')).not.toContain('doubtful ambiguous');
    expect(states(reading, 'active_disclosure.')).toContain('doubtful ambiguous');
  });

  test('a table without a header is read in the order of the form if all its sums hold', () => {
    const bare = rows(three, 3, three.rows);
    expect(compared(read(two, bare, four), truth)).toMatchObject({ right: 200, wrong: [] });
    const faulty = read(two, write(bare, 5, 9, '12345'), four);
    expect(new Set(states(faulty, 'applications.'))).toEqual(new Set(['doubtful label-guessed']));
  });

  test('two rows with unknown labels could be exchanged without any sum telling it', () => {
    const reading = read(two, write(write(three, 9, 2, '某某某某某某'), 10, 2, '某某某某'), four);
    expect(states(reading, 'applications.').filter((state) => state === 'doubtful label-guessed')).toHaveLength(14);
  });

  test('no number of a table is sure if most of its sums do not hold', () => {
    const other = printed(form.tables[2] as (typeof form.tables)[2], numbers(form, 12));
    const mixed = reworded(four, (old, { row, column }) =>
      row === 3 && column % 5 === 4 ? at(other, 3, column).text : old,
    );
    const reading = read(two, three, mixed);
    expect(new Set(states(reading, 'reconsideration_and_litigation.'))).toEqual(new Set(['doubtful unbalanced']));
    expect(new Set(states(reading, 'applications.'))).toEqual(new Set(['sure plain']));
  });

  test('a column with last year’s totals beside the totals is another column', () => {
    for (const label of ['上年总计', '比上年增减']) {
      const cells = Array.from({ length: three.rows - 3 }, (_, row) => ({
        ...at(three, 3, 3),
        row: row + 3,
        column: 10,
        text: String(row * 7),
      }));
      const wide = gridOf(
        [...three.cells, { ...at(three, 3, 3), row: 0, column: 10, text: label }, ...cells],
        three.rows,
      );
      expect(compared(read(two, wide, four), truth)).toMatchObject({ right: 200, wrong: [] });
    }
  });
});
