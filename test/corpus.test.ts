import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findingsOf, oneLine } from './harness.ts';
import { folder, reportOf, TABLES, there } from './published.ts';
import { type Data, yamlOf } from './reports.ts';

if (!there) console.warn('skipped: the published reports are not here (../shared/corpus)');

const found = (name: string) => findingsOf(yamlOf(reportOf(name)));
const short = (name: string) => found(name).map(({ rule, path }) => `${rule} ${path.join('.')}`);
const ORGANIZATIONS = [
  'commercial_enterprise',
  'research_institution',
  'public_interest_organization',
  'legal_service_institution',
  'other_organization',
];

/** The dotted paths of the blank cells in the tables. */
function blanks(name: string): string[] {
  const walk = (value: unknown, path: string): string[] => {
    if (value === null) return [path];
    if (typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, child]) => walk(child, `${path}.${key}`));
  };
  return TABLES.flatMap((table) => walk(reportOf(name)[table], table));
}

describe.skipIf(!there)('published reports', () => {
  test('all of them are known to this test', () => {
    expect(readdirSync(folder).sort()).toEqual(
      [
        'hongze_2024',
        'shanghai_office_2019',
        'shanghai_office_2025',
        'shuyang_drc_2023',
        'suqian_2023',
        'suqian_2024',
      ].map((name) => `${name}.json`),
    );
  });

  test.each(['suqian_2023', 'suqian_2024'])('%s adds up and has no finding', (name) => {
    expect(found(name).map(oneLine)).toEqual([]);
  });

  test('hongze_2024 adds up; its （六） in one row is only a warning', () => {
    expect(found('hongze_2024').map(({ severity, rule, path }) => [severity, rule, path.join('.')])).toEqual([
      ['warning', 'hybrid-form', 'applications.outcomes.other_handling'],
    ]);
  });

  test('shanghai_office_2025: two cells with remarks, and nothing else', () => {
    expect(found('shanghai_office_2025').map(({ rule, path, hint }) => [rule, path.join('.'), hint?.zh])).toEqual([
      ['not-a-count', 'active_disclosure.rules.issued', '写成 { value: 22, note: 其中修订16件 }'],
      ['not-a-count', 'active_disclosure.normative_documents.repealed', '写成 { value: 55, note: 含自然失效29件 }'],
    ]);
  });

  test('shuyang_drc_2023: exactly the cells of the five blank columns, no sum is held against them', () => {
    const empty = blanks('shuyang_drc_2023');
    expect(empty).toHaveLength(25 * 5);
    expect(empty.every((path) => ORGANIZATIONS.includes(path.split('.').at(-1) ?? ''))).toBe(true);
    expect(short('shuyang_drc_2023').sort()).toEqual(empty.map((path) => `cell-unknown ${path}`).sort());
  });

  test('shanghai_office_2019: every blank is named once, a row of blanks as one', () => {
    const empty = blanks('shanghai_office_2019');
    const rows = new Map<string, number>();
    for (const path of empty) {
      const row = path.slice(0, path.lastIndexOf('.'));
      rows.set(row, (rows.get(row) ?? 0) + 1);
    }
    const width = (row: string) => (row.startsWith('applications') ? 7 : 5);
    const whole = [...rows].filter(([row, count]) => count === width(row)).map(([row]) => row);
    expect(whole).toContain('applications.outcomes.other_handling');
    const single = empty.filter((path) => !whole.includes(path.slice(0, path.lastIndexOf('.'))));
    expect(short('shanghai_office_2019').sort()).toEqual(
      [...whole, ...single].map((path) => `cell-unknown ${path}`).sort(),
    );
  });

  test('a number changed in a published report is found', () => {
    for (const name of ['suqian_2023', 'suqian_2024', 'hongze_2024', 'shanghai_office_2025']) {
      const report = reportOf(name);
      const received = (report.applications as Data).received as Data;
      received.natural_person = Number(received.natural_person) + 1;
      const rules = findingsOf(yamlOf(report)).map(({ rule }) => rule);
      expect.soft(rules, name).toEqual(expect.arrayContaining(['applications-balance', 'applicants-total']));
    }
  });
});
