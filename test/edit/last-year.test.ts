import { describe, expect, test } from 'vitest';
import { takeOver } from '../../src/edit/last-year.ts';
import { renameAgency } from '../../src/edit/rename.ts';
import { editionForYear } from '../../src/form/editions.ts';
import { skeleton } from '../../src/form/skeleton.ts';
import type { FormDef } from '../../src/form/types.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { findingsOf } from '../harness.ts';

const form = editionForYear(2024) as FormDef;
const AGENCY = 'agency: # 机关\n  name: 清溪县教育局 # 全称\n\n  level: county\n  kind: department\n  # 简称没有\n';

/** The report of the year after. */
function next(text: string, name?: string): string {
  const source = parse(text, 'last.yaml');
  expect(source.findings).toEqual([]);
  const used = name === undefined ? source : renameAgency(source, name);
  const takenOver = { ...takeOver(used, readReport(source.data), form), previous: 'last.yaml' };
  return skeleton(form, { year: 2024, schema: 'x', takenOver });
}

const carriedOver = (row: string) =>
  /^ {2}carried_over: (.*?) {2}# 二、上年结转政府信息公开申请数量/m.exec(
    next(`year: 2023\n${AGENCY}applications:\n  carried_forward: ${row}\n`),
  )?.[1];

test('the agency is as it was written, comments included', () => {
  expect(next(`year: 2023\n${AGENCY}published: 2024-01-22\n`)).toContain(`\nyear: 2024\n${AGENCY}published: null `);
  expect(next(`year: 2023\n${AGENCY}`.replaceAll('\n', '\r\n'))).toContain(`\nyear: 2024\n${AGENCY}published: null `);
  expect(next('year: 2023\nagency: { name: "甲", contact: { phone: 0577-1 } } # c\n')).toContain(
    '\nagency: { name: "甲", contact: { phone: 0577-1 } } # c\npublished',
  );
  expect(next('{ "year": 2023, "agency": { "name": "甲", "contact": { "postcode": 012345 } } }')).toContain(
    '\nagency: {"name":"甲","contact":{"postcode":"012345"}}\n',
  );
  expect(next('year: 2023\nagency: 甲\n')).toContain('\n  name: null  # 机关全称\n');
});

test('with another name', () => {
  expect(next(`year: 2023\n${AGENCY}`, '甲"乙')).toContain('\n  name: "甲\\"乙" # 全称\n');
  expect(next('year: 2023\nagency: { level: county }\n', '甲')).toContain('\nagency: { name: "甲", level: county }\n');
  expect(next('year: 2023\nagency:\n  name:\n  level: county\n', '甲')).toContain('\n  name: "甲"\n  level: county\n');
});

describe('carried over is what was carried forward', () => {
  test.each([
    ['0', '0'],
    ['{ natural_person: 3, total: 3 }', '{ natural_person: 3, total: 3 }'],
    ['\n    natural_person: "3"\n    total:', '{ natural_person: 3 }'],
    [
      '{ natural_person: { value: 3, note: 注 }, other_organization: 0 }',
      '{ natural_person: 3, other_organization: 0 }',
    ],
    ['{ natural_person: 3件, commercial_enterprise: 1 }', '{ natural_person: null, commercial_enterprise: 1 }'],
    ['null', 'null'],
    ['无', 'null'],
    ['{ natural_person: 无 }', '{ natural_person: null }'],
    ['{ natural_person: 无, other_organization: 1 }', '{ natural_person: null, other_organization: 1 }'],
    ['{ natural_person: 1,204 }', 'null'],
    ['{ natural_persn: 1, other_organization: 1 }', 'null'],
  ])('%s', (row, value) => expect(carriedOver(row)).toBe(value));

  test('0 for a table of zeros, null where there is none', () => {
    const row = (applications: string) => /carried_over: (\S+)/.exec(next(`year: 2023\n${AGENCY}${applications}`))?.[1];
    expect(row('applications: 0\n')).toBe('0');
    expect(row('')).toBe('null');
  });
});

test('headings are kept, their texts are not', () => {
  const text = next(`year: 2023
${AGENCY}overview:
  parts:
    - { aspect: on_request, heading: 依法公开, text: 写了 }
    - aspect: what
      heading: "a: b #c"
      text: 写了
    - heading: 2023年的平台
    - text: 没有小标题
problems:
  text: 写了
  parts:
    - heading: 问题
      text: 写了
other_matters:
  parts: [{ heading: 其他, text: 写了 }]
`);
  expect(text).toContain(`overview:
  parts:  # （一）（二）……由程序编号
    - aspect: on_request
      heading: 依法公开
      text: |
    - heading: "a: b #c"
      text: |
    - heading: "2023年的平台"  # 上年的小标题里有年份，请核对
      text: |

`);
  expect(text).toMatch(/problems:\n {2}text: \| .*\n {2}parts: .*\n {4}- heading: 问题\n {6}text: \|\n/);
  expect(text).toMatch(/other_matters:\n.*\n {2}parts: .*\n {4}- heading: 其他\n {6}text: \|\n/);
  expect(text).not.toContain('写了');
  expect(new Set(findingsOf(text).map(({ rule }) => rule))).toEqual(new Set(['cell-unknown', 'empty-text']));
});

test('texts beside tables that last year had are asked for, without what they said', () => {
  const beside = 'applications:\n  text_above: 上年的话\n  footnote: 上年的注\n  received: { natural_person: 3 }\n';
  const text = next(`year: 2023\n${AGENCY}${beside}`);
  expect(text).toContain('\napplications:\n  text_above: null  # 表前正文；上年有，不写就删去这一行\n');
  expect(text).toContain(
    '\n  footnote: null  # 表注；上年有，不写就删去这一行\n  # text_below: …  # 表后正文，可以不写\n',
  );
  expect(text).toContain('\nactive_disclosure:\n  # text_above: …  # 表前正文，可以不写\n');
  expect(text).not.toContain('上年的');
});

test('a preface is kept unless it names a year', () => {
  const preface = (text: string) => next(`year: 2023\n${AGENCY}preface:\n  text: |\n    ${text}\n`);
  expect(preface('根据条例编制{{year}}年度报告。')).toContain(
    '\npreface:\n  text: |\n    根据条例编制{{year}}年度报告。\n\n# 一、',
  );
  for (const year of ['2023年', '二〇二三年', '２０２３年']) {
    expect(preface(`${year}报告`)).toContain('\n# preface: 上年写了前言，其中有年份，没有照抄\n\n# 一、');
  }
});

test('documents in force last year stand beside their rows, where both forms ask for them', () => {
  const text = next(`year: 2023\n${AGENCY}active_disclosure: { normative_documents: { in_force: 40 }, rules: null }\n`);
  expect(text).toContain('  normative_documents: null  # 行政规范性文件；上年现行有效 40\n');
  expect(text).toContain('  rules: null  # 规章\n');
  expect(next(`year: 2020\n${AGENCY}active_disclosure: 0\n`)).not.toContain('上年现行有效');
});
