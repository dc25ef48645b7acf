import { expect, test } from 'vitest';
import { editionById } from '../../src/form/editions.ts';
import { tableRows } from '../../src/form/walk.ts';
import { chartOf, withLastYear } from '../../src/report/charts.ts';
import { readReport } from '../../src/report/report.ts';
import { nothingHappened, put } from '../reports.ts';

const year = (of: number, received: number, form = '2021') => {
  const data = { ...nothingHappened(of), form };
  const [table] = editionById(form)?.tables.filter(({ key }) => key === 'applications') ?? [];
  for (const { path } of table ? tableRows(table) : []) put(data, path, 0);
  put(data, 'applications.received', { natural_person: received - 1, other_organization: 1 });
  put(data, 'applications.outcomes.disclosed', { natural_person: received - 1 });
  put(data, 'applications.outcomes.not_disclosed.state_secret', { other_organization: 1 });
  put(data, 'applications.outcomes.total', { natural_person: received - 1, other_organization: 1 });
  return data;
};
const before = readReport(year(2022, 8));
const report = readReport(year(2023, 12), before);
const chart = (expression: string, of = report) => {
  const made = chartOf(of, expression);
  if ('fault' in made) throw new Error(made.fault.kind);
  return made.chart;
};
const bars = (expression: string, of = report) =>
  chart(expression, of).bars.map(({ label, values }) => [label, ...values]);

test.each(['2021', '2019'])(
  'outcomes of the form of %s: a bar for （一） to （六）, a group with the sum of its rows',
  (form) => {
    expect(bars('chart outcomes', readReport(year(2023, 12, form)))).toEqual([
      ['予以公开', 11],
      ['部分公开', 0],
      ['不予公开', 1],
      ['无法提供', 0],
      ['不予处理', 0],
      ['其他处理', 0],
    ]);
  },
);

test('applicants: the columns of the applications of the year, without their total', () => {
  expect(bars('chart applicants')).toEqual([
    ['自然人', 11],
    ['商业企业', 0],
    ['科研机构', 0],
    ['社会公益组织', 0],
    ['法律服务机构', 0],
    ['其他', 1],
  ]);
});

test('years: this year and the one before, whose report or whose numbers must be there', () => {
  expect(chart('chart years').series).toEqual(['2023年', '2022年']);
  expect(bars('chart years').slice(0, 2)).toEqual([
    ['新收申请', 12, 8],
    ['上年结转', 0, 0],
  ]);
  const alone = readReport(year(2023, 12));
  expect(chartOf(alone, 'chart years')).toEqual({ fault: { kind: 'no-previous', word: 'years' } });
  expect(bars('chart years 8 1 9 0 2 3', alone).map(([, , last]) => last)).toEqual([8, 1, 9, 0, 2, 3]);
});

test('for a reader without last year’s report its numbers stand behind the name, and mean the same chart', () => {
  const given = readReport(
    Object.assign(year(2023, 12), { applications: 0, reconsideration_and_litigation: 0 }),
    readReport(nothingHappened(2022)),
  );
  const expression = withLastYear(given, 'chart years');
  expect(expression).toBe('chart years 0 0 0 0 0 0');
  expect(chart(expression, { ...given, previous: undefined } as never)).toEqual(chart('chart years', given));
  expect(withLastYear(given, 'chart outcomes')).toBe('chart outcomes');
});

test('what is not known has no number', () => {
  const blank = readReport(put(year(2023, 12), 'applications.received.natural_person', null));
  expect(bars('chart applicants', blank)[0]).toEqual(['自然人', undefined]);
});

test.each([
  ['chart', 'no-chart', ''],
  ['chart outcome', 'no-chart', 'outcome'],
  ['chart constructor', 'no-chart', 'constructor'],
  ['chart outcomes 3', 'words', '3'],
  ['chart years 1 2', 'words', '1 2'],
  ['chart years 8 0 8 0 0 1e9', 'words', '8 0 8 0 0 1e9'],
  ['chart years 7 0 8 0 0 0', 'not-as-previous', '7'],
])('{{%s}} is a fault: %s', (expression, kind, word) => {
  expect(chartOf(report, expression)).toEqual({ fault: { kind, word } });
});
