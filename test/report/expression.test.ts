import { describe, expect, test } from 'vitest';
import { editionForYear } from '../../src/form/editions.ts';
import { tableRows } from '../../src/form/walk.ts';
import { evaluate } from '../../src/report/expression.ts';
import { readReport } from '../../src/report/report.ts';
import { nothingHappened, put } from '../reports.ts';

const year = (of: number, outcomes: readonly [string, number][]) => {
  const data = nothingHappened(of);
  const [table] = editionForYear(of)?.tables.filter(({ key }) => key === 'applications') ?? [];
  for (const { path } of table ? tableRows(table) : []) put(data, path, 0);
  put(data, 'applications.received', { natural_person: outcomes.reduce((sum, [, count]) => sum + count, 0) });
  put(data, 'applications.outcomes.total', { natural_person: outcomes.reduce((sum, [, count]) => sum + count, 0) });
  for (const [row, count] of outcomes) put(data, `applications.outcomes.${row}`, { natural_person: count });
  return data;
};
const before = readReport(year(2022, [['disclosed', 8]]));
const report = readReport(
  year(2023, [
    ['disclosed', 5],
    ['not_disclosed.state_secret', 1],
    ['not_disclosed.third_party_rights', 2],
    ['unable_to_provide.not_held', 4],
  ]),
  before,
);

test.each([
  ['applications.received.total', '12'],
  ['year', '2023'],
  ['sum applications.outcomes.not_disclosed', '3'],
  ['sum applications.outcomes.not_disclosed.natural_person', '3'],
  ['sum applications.outcomes', '12'],
  ['sum applications.received', '12'],
  ['sum applications.outcomes.disclosed.total applications.outcomes.not_disclosed', '8'],
  ['sum reconsideration_and_litigation.litigation', '0'],
  ['share applications.outcomes.disclosed applications.received', '41.67%'],
  ['share applications.outcomes.disclosed applications.received 0', '42%'],
  ['share applications.outcomes.not_disclosed applications.outcomes', '25%'],
  ['share applications.outcomes.not_disclosed applications.outcomes 1', '25.0%'],
  ['share applications.carried_over applications.received 2', '0.00%'],
  ['change applications.received', '增长50%'],
  ['change applications.outcomes.disclosed', '下降37.5%'],
  ['change applications.outcomes.disclosed 0', '下降38%'],
  ['change applications.carried_over', '持平'],
])('{{%s}} prints %s', (expression, text) => {
  expect(evaluate(report, expression)).toEqual({ text });
});

test.each([
  ['applications.recieved.total', 'no-cell', 'applications.recieved.total'],
  ['sum applications.outcomes.nothing', 'no-cell', 'applications.outcomes.nothing'],
  ['sum applications', 'no-cell', 'applications'],
  ['sum active_disclosure.normative_documents', 'no-cell', 'active_disclosure.normative_documents'],
  ['sum year', 'no-count', 'year'],
  [
    'sum active_disclosure.administrative_fees.amount_wan_yuan',
    'no-count',
    'active_disclosure.administrative_fees.amount_wan_yuan',
  ],
  ['share applications.received applications.carried_over', 'whole-is-zero', 'applications.carried_over'],
  ['change applications.outcomes.not_disclosed', 'previous-is-zero', 'applications.outcomes.not_disclosed'],
  ['share applications.received', 'words', 'share applications.received'],
  ['share applications.received applications.received 9', 'words', '9'],
  ['product applications.received', 'words', 'product'],
  ['sum', 'no-cell', 'sum'],
  ['sum __proto__.constructor', 'no-cell', '__proto__.constructor'],
  [`sum${' applications.received'.repeat(60)}`, 'words', expect.any(String)],
])('{{%s}} prints nothing: %s', (expression, kind, path) => {
  expect(evaluate(report, expression)).toEqual({ fault: { kind, path } });
});

describe('last year', () => {
  test('is the year before, or there is no change', () => {
    const other = readReport(report.data, readReport(nothingHappened(2021)));
    expect(evaluate(other, 'change applications.received')).toMatchObject({ fault: { kind: 'no-previous' } });
  });

  test('may be in the older form, which has other rows', () => {
    const [now, old] = [readReport(nothingHappened(2021), readReport(nothingHappened(2020))), 'change '];
    expect(evaluate(now, `${old}applications.received`)).toEqual({ text: '持平' });
    expect(evaluate(now, `${old}active_disclosure.rules.in_force`)).toMatchObject({
      fault: { kind: 'not-in-previous' },
    });
  });
});

test('what is not known yet prints nothing', () => {
  const data = put(nothingHappened(), 'applications.received', null as never);
  expect(evaluate(readReport({ ...data, applications: { received: null } }), 'sum applications.received')).toEqual({
    text: '',
  });
});

test('a share is rounded exactly, half up, whatever a binary fraction would make of it', () => {
  const data = year(2023, [
    ['disclosed', 1],
    ['unable_to_provide.not_held', 199],
  ]);
  expect(evaluate(readReport(data), 'share applications.outcomes.disclosed applications.received 0')).toEqual({
    text: '1%',
  });
});
