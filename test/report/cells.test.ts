import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { at, type Data, nothingHappened, put, yamlOf } from '../reports.ts';

const read = (data: Data) => readReport(parse(yamlOf(data), 'a.yaml').data);
const cellOf = (path: string, value: Data[string], cell = path) =>
  read(put(nothingHappened(), path, value)).cells.get(cell);
const row = 'applications.received';

describe('the states of a cell', () => {
  test.each([
    ['a number', `${row}.natural_person`, 14, { state: 'stated', value: 14, text: '14' }],
    ['a number in quotes', `${row}.natural_person`, '14', { state: 'stated', value: 14, text: '14' }],
    [
      'a number with a note',
      `${row}.natural_person`,
      { value: 1, note: '二审' },
      { state: 'stated', text: '1', note: '二审' },
    ],
    ['null', `${row}.natural_person`, null, { state: 'unknown', reason: 'blank', text: '' }],
    ['an empty text', `${row}.natural_person`, '', { state: 'unknown', reason: 'blank' }],
    [
      'a note without a number',
      `${row}.natural_person`,
      { value: null, note: '未定' },
      { state: 'unknown', reason: 'blank' },
    ],
    ['a slash', `${row}.natural_person`, '/', { state: 'unknown', reason: 'text' }],
    ['12件', `${row}.natural_person`, '12件', { state: 'unknown', reason: 'text' }],
  ])('%s', (_, path, value, expected) => {
    expect(cellOf(path, value)).toMatchObject(expected);
  });

  test.each([
    [
      'a column left out of a row that is written',
      row,
      { commercial_enterprise: 1 },
      { state: 'zero', value: 0, text: '0' },
    ],
    ['a row of zeros', row, 0, { state: 'zero', value: 0 }],
    ['a row of zeros in quotes', row, '0', { state: 'zero', value: 0 }],
    ['a row that is null', row, null, { state: 'unknown', reason: 'blank' }],
    ['a row that is a text', row, '/', { state: 'unknown', reason: 'text' }],
    ['a row that is a number', row, 3, { state: 'unknown', reason: 'text' }],
    ['a row left out', 'applications.carried_over', 0, { state: 'unknown', reason: 'missing' }],
    ['a table of zeros', 'applications', 0, { state: 'zero', value: 0 }],
    ['a table that is null', 'applications', null, { state: 'unknown', reason: 'blank' }],
  ])('%s', (_, path, value, expected) => {
    expect(cellOf(path, value, `${row}.natural_person`)).toMatchObject(expected);
  });

  test('a group of zeros, a group left out', () => {
    const path = 'applications.outcomes.not_disclosed';
    expect(cellOf(path, 0, `${path}.state_secret.total`)).toMatchObject({ state: 'zero', value: 0 });
    expect(cellOf('applications.outcomes.disclosed', 0, `${path}.state_secret.total`)).toMatchObject({
      reason: 'missing',
    });
  });

  test('a table left out', () => {
    const data = nothingHappened();
    delete data.applications;
    expect(read(data).cells.get(`${row}.total`)).toMatchObject({ state: 'unknown', reason: 'missing' });
  });
});

describe('totals that are left out', () => {
  const total = (value: Data[string]) => cellOf(row, value, `${row}.total`);

  test('are computed when every part is known', () => {
    expect(total({ natural_person: 14, commercial_enterprise: 2 })).toMatchObject({
      state: 'computed',
      value: 16,
      text: '16',
    });
  });

  test('are unknown when a part is', () => {
    expect(total({ natural_person: 14, commercial_enterprise: null })).toMatchObject({
      state: 'unknown',
      reason: 'total',
    });
  });

  test('stay as they are stated, wrong or not', () => {
    expect(total({ natural_person: 14, total: 99 })).toMatchObject({ state: 'stated', value: 99 });
  });

  test('of totals: the corner of （七）总计 comes from its own row', () => {
    const data = nothingHappened();
    data.applications = { received: 0, carried_over: 0, carried_forward: 0, outcomes: {} };
    const rows = { disclosed: { natural_person: 3 }, partially_disclosed: { other_organization: 4 } };
    Object.assign(at(data, 'applications.outcomes') as Data, rows);
    for (const key of ['not_disclosed', 'unable_to_provide', 'not_processed', 'other_handling'])
      put(data, `applications.outcomes.${key}`, 0);
    const { cells } = read(data);
    expect(cells.get('applications.outcomes.total.natural_person')?.value).toBe(3);
    expect(cells.get('applications.outcomes.total.total')?.value).toBe(7);
  });
});

test('money is printed as written and never a binary number', () => {
  const path = 'active_disclosure.administrative_fees.amount_wan_yuan';
  const cell = cellOf(path, '59237.2440', path);
  expect(cell).toMatchObject({ state: 'stated', text: '59237.2440' });
  expect(cell).not.toHaveProperty('value');
});

describe('values nobody would write', () => {
  test.each([
    ['a map', { value: {} }],
    ['a map in a map', { value: { value: 3 } }],
    ['a list', { value: [1] }],
    ['true', { value: true }],
  ])('%s as the value of a cell is unknown, no crash', (_, value) => {
    expect(cellOf(`${row}.natural_person`, value)).toMatchObject({ state: 'unknown' });
  });

  test.each([[null], [3], ['清溪县'], [[]], [{}], [{ applications: [1], year: [], agency: 'x', form: {} }]])(
    'a file that holds %j is read without a crash',
    (data) => {
      const report = readReport(data);
      expect([...report.cells.values()].every(({ state }) => state === 'unknown')).toBe(true);
    },
  );
});

describe('a hybrid', () => {
  const path = 'applications.outcomes.other_handling';
  const hybrid = (value: Data[string]) => read(put(nothingHappened(), path, value)).hybrid;

  test('is （六）written as one row of columns', () => {
    expect(hybrid({ natural_person: 1 })).toEqual([path]);
    expect(hybrid({ total: 0 })).toEqual([path]);
  });

  test('is not （六）in its rows, as zero or left open', () => {
    expect(hybrid({ other: { natural_person: 1 } })).toEqual([]);
    expect(hybrid({ other: 0, natural_person: 1 })).toEqual([]);
    expect(hybrid(0)).toEqual([]);
    expect(hybrid(null)).toEqual([]);
  });
});
