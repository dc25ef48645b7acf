import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/check/settings.ts';
import { findingsInExample } from '../../rule-examples.ts';

const found = (report: string, deadlines: Settings['deadlines'] = {}) =>
  findingsInExample({}, report, { ...DEFAULT_SETTINGS, deadlines }).map(({ rule }) => rule);

const published = (day: string, agency = '') => `{ published: ${day}, agency: { ${agency} } }`;

/** The last day by kind and level: own report, aggregate, and the same of a vertical body. */
const SINCE_2021 = `
  government national  -     -     - 03-31
  government province  03-31 03-31 - 03-31
  government city      03-31 03-10 - 03-31
  government county    03-31 02-20 - 03-31
  government township  01-31 01-31 - 03-31
  office     national  -     -     - 03-31
  office     province  03-31 03-31 - 03-31
  office     city      03-31 03-10 - 03-31
  office     county    03-31 02-20 - 03-31
  office     township  01-31 01-31 - 03-31
  department national  01-31 03-31 - 03-31
  department province  01-31 03-31 - 03-31
  department city      01-31 03-31 - 03-31
  department county    01-31 03-31 - 03-31
  department township  01-31 01-31 - 03-31
  dispatched national  -     -     - 03-31
  dispatched province  -     -     - 03-31
  dispatched city      -     -     - 03-31
  dispatched county    -     -     - 03-31
  dispatched township  -     -     - 03-31
  authorized national  -     -     - 03-31
  authorized province  -     -     - 03-31
  authorized city      -     -     - 03-31
  authorized county    -     -     - 03-31
  authorized township  -     -     - 03-31`;

/** The reports for 2019 and 2020 come before the notice: the Regulations alone. */
const BEFORE_2021 = SINCE_2021.replace(/(\S+) +(\S+) .*/g, (_, kind: string, level: string) => {
  const isLocalGovernment = /^(?:government|office)$/.test(kind) && /^(?:province|city|county)$/.test(level);
  if (isLocalGovernment) return `${kind} ${level} 03-31 03-31 - -`;
  return `${kind} ${level} ${kind === 'department' && level !== 'township' ? '01-31' : '-'} - - -`;
});

const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [kind = '', level = '', ...days] = line.trim().split(/ +/);
      const heads = ['', 'scope: aggregate', 'vertical: true', 'scope: aggregate, vertical: true'];
      return heads.map((more, index) => [`kind: ${kind}, level: ${level}, ${more}`, days[index] ?? ''] as const);
    });

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe.each([
  [2023, SINCE_2021],
  [2020, BEFORE_2021],
  [2019, BEFORE_2021],
] as const)('the last day of a report for %i', (year, table) => {
  const lateOn = (day: string, agency: string) =>
    found(`{ year: ${year}, published: ${day}, agency: { ${agency} } }`).includes('published-late');

  test.each(rowsOf(table))('of { %s } is %s', (agency, last) => {
    const day = `${year + 1}-${last}`;
    expect(lateOn(last === '-' ? `${year + 1}-12-30` : day, agency)).toBe(false);
    if (last !== '-') expect(lateOn(nextDay(day), agency)).toBe(true);
  });
});

test.each([
  'level: township, kind: government',
  'level: county, kind: dispatched',
  'level: county, kind: authorized',
  'level: county, kind: department, vertical: true',
  'level: county, kind: department, vertical: true, scope: aggregate',
  'level: county, kind: government',
  'level: county, kind: government, scope: aggregate',
  'level: national, kind: government',
])('{ %s } has the day that is configured', (agency) => {
  const [township, dispatched, authorized, vertical, government] = Array(5).fill('01-28');
  const deadlines = { township, dispatched, authorized, vertical, government };
  expect(found(published('2024-01-28', agency), deadlines)).toEqual([]);
  expect(found(published('2024-01-29', agency), deadlines)).toEqual(['published-late']);
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

test('the old year in January is told as the year that is probably meant', () => {
  const hints = (day: string) => findingsInExample({}, published(day)).map(({ hint }) => hint?.zh.slice(0, 26));
  expect(hints('2023-01-20')).toEqual(['核对发布日期的年份（是不是 2024-01-20？）']);
  expect(hints('2023-11-20')).toEqual(['核对发布日期的年份，也核对年度（year）']);
});

test('a period of last year does not make the same dates in the preface right', () => {
  const preface = 'preface: { text: 统计期限自2022年1月1日起至2022年12月31日止。 }';
  expect(found(`{ period: { from: 2022-01-01, to: 2022-12-31 }, ${preface} }`)).toEqual([
    'period-within-year',
    'period-within-year',
    'period-stated',
  ]);
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

describe('how late is said in days, with what sets the day', () => {
  const message = (day: string, agency: string, deadlines: Settings['deadlines'] = {}) =>
    findingsInExample({}, published(day, agency), { ...DEFAULT_SETTINGS, deadlines })[0]?.message;
  const county = 'level: county, kind: government, scope: aggregate';

  test('the Regulations', () => {
    expect(message('2024-03-01', '')).toEqual({
      zh: '发布日期是 2024-03-01，期限是 2024-01-31，晚 30 天（《条例》第四十九条）',
      en: 'The publication date is 2024-03-01, 30 days after the deadline 2024-01-31 (article 49 of the Open Government Information Regulations)',
    });
  });

  test('the notice', () => {
    expect(message('2024-02-21', county)).toEqual({
      zh: '发布日期是 2024-02-21，期限是 2024-02-20，晚 1 天（国办公开办函〔2021〕30号）',
      en: 'The publication date is 2024-02-21, 1 day after the deadline 2024-02-20 (notice 国办公开办函〔2021〕30号)',
    });
  });

  test('both', () => {
    expect(message('2024-04-01', county)?.zh).toBe(
      '发布日期是 2024-04-01，期限是 2024-02-20，晚 41 天（国办公开办函〔2021〕30号）；期限是 2024-03-31，晚 1 天（《条例》第四十九条）',
    );
  });

  test('both, on one day: the Regulations', () => {
    expect(message('2024-04-01', 'level: province, kind: government, scope: aggregate')?.zh).toBe(
      '发布日期是 2024-04-01，期限是 2024-03-31，晚 1 天（《条例》第四十九条）',
    );
  });

  test('the settings', () => {
    expect(message('2024-04-01', county, { government: '03-15' })?.zh).toBe(
      '发布日期是 2024-04-01，期限是 2024-03-15，晚 17 天（report.config.yaml）',
    );
  });

  test('the first date of a report that was corrected', () => {
    const corrected = 'corrected: { date: 2024-05-06, note: 更正了表三合计 }';
    expect(found(`{ published: 2024-02-20, ${corrected}, agency: { ${county} } }`)).toEqual([]);
    expect(found(`{ published: 2024-02-21, ${corrected}, agency: { ${county} } }`)).toEqual(['published-late']);
  });
});
