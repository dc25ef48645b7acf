import { describe, expect, test } from 'vitest';
import { fixReport } from '../../src/edit/fix.ts';
import { parse } from '../../src/source/parse.ts';

const TABLES = 'active_disclosure: 0\napplications: 0\nreconsideration_and_litigation: 0\n';

function becomes(before: string, after: string): void {
  const fix = (text: string) => fixReport(parse(text, 'report.yaml'));
  expect(fix(before + TABLES).source.text).toBe(after + TABLES);
  expect(fix(after + TABLES).changes).toEqual([]);
}

describe('the year', () => {
  test.each(['2025年', '2025年度', '"2025"', '２０２５', '二〇二五年', '“2025”'])('%s', (year) =>
    becomes(`year: ${year} # 年度\n`, 'year: 2025 # 年度\n'),
  );
  test.each(['2025-2026', '25', '去年', 'null'])('%s stays', (year) => becomes(`year: ${year}\n`, `year: ${year}\n`));
});

describe('dates', () => {
  test.each([
    ['2026年1月20日', '2026-01-20'],
    ['"2026/1/20" # 公布', '2026-01-20 # 公布'],
    ['20260120', '2026-01-20'],
    ['2026年1月', '2026年1月'],
    ['20/1/2026', '2026-01-20'],
    ['2/1/2026', '2/1/2026'],
    ['2026年2月30日', '2026年2月30日'],
    ['null', 'null'],
    ['"2026-01-20"', '"2026-01-20"'],
  ])('%s', (before, after) => becomes(`year: 2025\npublished: ${before}\n`, `year: 2025\npublished: ${after}\n`));

  test('of the period, the correction and a waiver', () => {
    const dates = (one: string, other: string) =>
      `year: 2025\nperiod: { from: ${one}, to: ${other} }\ncorrected: { date: ${other}, note: 更正 }\nwaivers:\n  - expires: ${one}\n`;
    becomes(dates('2025.3.1', '2025年12月31日'), dates('2025-03-01', '2025-12-31'));
  });
});

describe('level and kind', () => {
  const agency = (level: string, kind: string) =>
    `year: 2025\nagency: { name: 石桥镇, level: ${level}, kind: ${kind} }\npublished: 2026-01-20\n`;
  test.each([
    ['government', 'township', 'township', 'government'],
    ['部门', '县级', 'county', 'department'],
    ['department', 'City', 'city', 'department'],
    ['办公厅', 'province', 'province', 'office'],
    ['county', 'township', 'county', 'township'],
    ['government', 'government', 'government', 'government'],
    ['government', '西部', 'government', '西部'],
  ])('%s, %s -> %s, %s', (level, kind, ownLevel, ownKind) => becomes(agency(level, kind), agency(ownLevel, ownKind)));
});

describe('choices', () => {
  const agency = (level: string, kind: string, vertical: string) =>
    `year: 2025\nagency: { level: ${level}, kind: ${kind}, vertical: ${vertical} }\n`;
  test.each([
    [agency('区', '部门', '否'), agency('county', 'department', 'false')],
    [agency('"County"', '人民政府', '"true"'), agency('county', 'government', 'true')],
    [agency('市', '教育局', '海关'), agency('市', '教育局', '海关')],
  ])('%s', becomes);

  test('of the parts of a section', () => {
    const parts = (aspect: string) => `year: 2025\noverview:\n  parts:\n    - heading: 一\n    - aspect: ${aspect}\n`;
    becomes(parts('依申请公开 # 第二项'), parts('on_request # 第二项'));
  });
});

test('full-width digits and signs in the contact', () => {
  const contact = (phone: string, email: string) =>
    `year: 2025\nagency: { contact: { phone: ${phone}, email: ${email} } }\n`;
  becomes(contact('０５７７－５５５０１２３', 'jyj＠example.cn'), contact('0577-5550123', 'jyj@example.cn'));
  becomes(contact('5550123', 'jyj#example.cn'), contact('5550123', 'jyj#example.cn'));
});

test('radicals in the prose become the usual characters', () => {
  becomes(
    'year: 2025\nproblems:\n  text: | # ⼀\n    主动公开⽅⾯，⽂件2件。\n',
    'year: 2025\nproblems:\n  text: | # ⼀\n    主动公开方面，文件2件。\n',
  );
  becomes('year: 2025\nproblems: { text: "⽔利" }\n', 'year: 2025\nproblems: { text: "水利" }\n');
});

test('bullets of Word at the start of a line become list items', () => {
  becomes(
    'year: 2025\nproblems:\n  text: |\n    问题：\n    \uf06c\t甲\uf06c 一\n    \uf0d8 乙\n',
    'year: 2025\nproblems:\n  text: |\n    问题：\n    - 甲\uf06c 一\n    - 乙\n',
  );
});
