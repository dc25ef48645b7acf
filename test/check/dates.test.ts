import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/check/settings.ts';
import { findingsInExample } from '../rule-examples.ts';

const found = (report: string, deadlines: Settings['deadlines'] = {}) =>
  findingsInExample({}, report, { ...DEFAULT_SETTINGS, deadlines }).map(({ rule }) => rule);

const published = (day: string, agency = '') => `{ published: ${day}, agency: { ${agency} } }`;

const LAST_DAYS: readonly (readonly [agency: string, last: string, next: string])[] = [
  ['level: county, kind: department', '2024-01-31', '2024-02-01'],
  ['level: province, kind: department, scope: aggregate', '2024-01-31', '2024-02-01'],
  ['level: national, kind: department', '2024-01-31', '2024-02-01'],
  ['level: county, kind: government', '2024-03-31', '2024-04-01'],
  ['level: province, kind: office', '2024-03-31', '2024-04-01'],
  ['level: city, kind: government, scope: aggregate', '2024-03-31', '2024-04-01'],
];

test.each(LAST_DAYS)('the last day of { %s } is %s', (agency, last, next) => {
  expect(found(published(last, agency))).toEqual([]);
  expect(found(published(next, agency))).toEqual(['published-late']);
});

test.each([
  'level: township, kind: government',
  'level: county, kind: dispatched',
  'level: county, kind: authorized',
  'level: county, kind: department, vertical: true',
  'level: national, kind: government',
])('{ %s } has no date unless one is configured', (agency) => {
  expect(found(published('2024-12-30', agency))).toEqual([]);
  const deadlines = {
    township: '01-31',
    dispatched: '01-31',
    authorized: '01-31',
    vertical: '01-31',
    government: '01-31',
  };
  expect(found(published('2024-01-31', agency), deadlines)).toEqual([]);
  expect(found(published('2024-02-01', agency), deadlines)).toEqual(['published-late']);
});

test('an earlier or a later date that is configured replaces the statutory one', () => {
  expect(found(published('2024-01-28'), { department: '01-28' })).toEqual([]);
  expect(found(published('2024-01-29'), { department: '01-28' })).toEqual(['published-late']);
  expect(found(published('2024-02-20'), { department: '02-20' })).toEqual([]);
  expect(found(published('2024-02-20'), { government: '03-01' })).toEqual(['published-late']);
});

test('29 February is the last of the month in any year', () => {
  const late = (day: string, year: number) =>
    found(`{ year: ${year}, published: ${day}, agency: { level: township, kind: government } }`, { township: '02-29' });
  expect(late('2024-02-29', 2023)).toEqual([]);
  expect(late('2024-03-01', 2023)).toEqual(['published-late']);
  expect(late('2023-02-28', 2022)).toEqual([]);
  expect(late('2023-03-01', 2022)).toEqual(['published-late']);
});

test('after a correction the first date counts', () => {
  expect(found('{ published: 2024-01-22, corrected: { date: 2024-06-01, note: 更正 } }')).toEqual([]);
  expect(found('{ published: 2024-01-22, corrected: { date: 2024-01-22, note: 更正 } }')).toEqual([]);
  expect(found('{ published: 2024-01-22, corrected: { date: 2024-01-21, note: 更正 } }')).toEqual([
    'corrected-before-published',
  ]);
});

test('a report is published when its period has ended', () => {
  expect(found('published: 2023-12-31')).toEqual([]);
  expect(found('published: 2023-12-30')).toEqual(['published-early']);
  const merged = 'period: { from: 2023-01-01, to: 2023-05-31 }';
  expect(found(`{ published: 2023-06-20, ${merged} }`)).toEqual([]);
  expect(found(`{ published: 2023-05-30, ${merged} }`)).toEqual(['published-early']);
});

test('a period of one day, of a leap day, and of a part of the year', () => {
  expect(found('period: { from: 2023-05-01, to: 2023-05-01 }')).toEqual([]);
  expect(found('{ year: 2024, period: { from: 2024-02-29, to: 2024-12-31 } }')).toEqual([]);
  expect(found('period: { from: 2023-11-01, to: 2024-01-31 }')).toEqual(['published-early', 'period-within-year']);
});

test('of a date that is none, nothing is said but that', () => {
  expect(found('period: { from: 2023-02-30, to: 2022-12-31 }')).toEqual(['not-a-date', 'period-within-year']);
  expect(found('{ published: 2024-02-30, corrected: { date: 2023-01-01, note: 更正 } }')).toEqual(['not-a-date']);
  expect(found('{ published: 2023-01-22, period: { from: 2023-01-01, to: 2023年底 } }')).toEqual(['not-a-date']);
});

test('how late is said in days', () => {
  const [finding] = findingsInExample({}, published('2024-03-01'));
  expect(finding?.message).toEqual({
    zh: '发布日期是 2024-03-01，期限是 2024-01-31，晚 30 天',
    en: 'Published on 2024-03-01, due on 2024-01-31: 30 days late',
  });
});
