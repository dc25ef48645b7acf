import { describe, expect, test } from 'vitest';
import { fixReport } from '../../src/edit/fix.ts';
import { parse } from '../../src/source/parse.ts';

const TABLES = 'active_disclosure: 0\nreconsideration_and_litigation: 0\n';

function becomes(before: string, after: string): void {
  const fix = (text: string) => fixReport(parse(text, 'report.yaml'));
  expect(fix(before + TABLES).source.text).toBe(after + TABLES);
  expect(fix(after + TABLES).changes).toEqual([]);
}

const received = (row: string) =>
  `year: 2025\napplications:\n  received: ${row}\n  carried_over: 0\n  outcomes: 0\n  carried_forward: 0\n`;

describe('keys of which only the notation is wrong', () => {
  test.each([
    ['{ 自然人: 3, total: 3 } # 新收', '{ natural_person: 3, total: 3 } # 新收'],
    ['{ Natural-Person: 3, Total: 3 }', '{ natural_person: 3, total: 3 }'],
    ['{ natural persons: 3, "总计": 3 }', '{ natural_person: 3, total: 3 }'],
    ['{ "natural_person ": 3, 合计: 3 }', '{ natural_person: 3, total: 3 }'],
    ['{ ziranren: 3, total: 3 }', '{ ziranren: 3, total: 3 }'],
    ['{ person: 3, total: 3 }', '{ person: 3, total: 3 }'],
    ['{ natural_person: 3, 自然人: 3, total: 6 }', '{ natural_person: 3, 自然人: 3, total: 6 }'],
  ])('%s', (before, after) => becomes(received(before), received(after)));

  test('at the top, the year first', () => {
    becomes('年度: 2025年\nApplication: 0\n', 'year: 2025\napplications: 0\n');
    becomes('Year: 2020\napplications: 0\n', 'year: 2020\napplications: 0\n');
  });

  test('in a list', () => {
    const parts = (heading: string) =>
      `year: 2025\napplications: 0\noverview:\n  parts:\n    - ${heading}: 主动公开\n      text: 公开。\n`;
    becomes(parts('小标题'), parts('heading'));
  });
});

describe('maps that are written in another way', () => {
  const listed = (dash: string, second = dash) =>
    `year: 2025\napplications:\n  ${dash}received: 0 # 一\n  ${second}carried_over: 0\n  # 二\n  ${dash}outcomes: 0\n  ${dash}carried_forward: 0\n`;
  test('with a dash before every line', () => becomes(listed('- '), listed('  ')));
  test('with dashes that would leave the lines unaligned', () => becomes(listed('- ', '-  '), listed('- ', '-  ')));

  test('a section as its text', () => {
    becomes(
      'year: 2025\napplications: 0\nproblems: 解读不够。 # 五\n',
      'year: 2025\napplications: 0\nproblems: # 五\n  text: |\n    解读不够。\n',
    );
  });

  test('a period as text', () => {
    becomes(
      'year: 2025\nperiod: 自2025年3月1日起至2025年12月31日止 # 新组建\napplications: 0\n',
      'year: 2025\nperiod: { from: 2025-03-01, to: 2025-12-31 } # 新组建\napplications: 0\n',
    );
  });

  test('a number in a row with one column', () => {
    const row = (value: string) =>
      `year: 2025\napplications: 0\nreconsideration_and_litigation: 0\nactive_disclosure:\n  rules: 0\n  normative_documents: 3\n  administrative_licensing: 0\n  administrative_penalties: 0\n  administrative_compulsion: ${value} # 强制\n  administrative_fees: 0\n`;
    const fixed = fixReport(parse(row('"12件"'), 'report.yaml')).source.text;
    expect(fixed).toBe(row('{ decisions: 12 }'));
  });
});
