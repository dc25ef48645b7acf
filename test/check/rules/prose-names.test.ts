import { describe, expect, test } from 'vitest';
import { findingsInExample } from '../../rule-examples.ts';

const found = (tables: object, text: string, previous?: object) =>
  findingsInExample(
    { ...(previous && { previous: JSON.stringify({ year: 2024, ...previous }) }) },
    JSON.stringify({ year: 2025, ...tables, problems: { text: `${text}存在不足，下一步改进。` } }),
  ).filter(({ rule }) => rule.startsWith('prose-'));
const messagesOf = (...args: Parameters<typeof found>) => found(...args).map(({ message }) => message.zh);

describe('a sum is named by all its cells', () => {
  const cases = { reconsideration: { upheld: 2, corrected: 1, pending: 1 }, litigation: { direct: { corrected: 1 } } };
  const tables = { reconsideration_and_litigation: cases };

  test.each([
    ['行政复议4件，均获维持。', '行政复议 · 结果纠正 + 其他结果 + 尚未审结 = 2'],
    ['行政诉讼1件，无一败诉。', '行政诉讼 · 结果纠正合计 = 1'],
  ])('%s', (text, named) => {
    expect(messagesOf(tables, text)).toEqual([expect.stringContaining(`表里不是 0：${named}`)]);
  });
});

describe("a number of last year is compared with last year's tables, and the message says so", () => {
  const applications = (natural_person: number) => ({
    applications: { received: { natural_person }, outcomes: { disclosed: { natural_person } } },
  });
  const fees = (amount_wan_yuan: number) => ({
    active_disclosure: { administrative_fees: { amount_wan_yuan } },
  });

  test('a count', () => {
    const [one, ...others] = found(applications(25), '去年新收政府信息公开申请19件。', applications(20));
    expect(others).toEqual([]);
    expect(one?.message.zh).toBe(
      '正文说“新收政府信息公开申请19件”，上年报告的表里“一、本年新收政府信息公开申请数量 · 总计”是 20',
    );
    expect(one?.message.en).toContain("last year's tables is 20");
    expect(one?.related?.map(({ message }) => message.zh)).toEqual([
      '上年 一、本年新收政府信息公开申请数量 · 总计：20',
    ]);
  });

  test('but a number of this year has the binding to paste', () => {
    expect(found(applications(25), '全年新收政府信息公开申请19件。').map(({ hint }) => hint?.zh)).toEqual([
      expect.stringContaining('{{applications.received.total}}'),
    ]);
  });

  test('an amount, in the unit of the cell', () => {
    expect(messagesOf(fees(30), '去年收取行政事业性收费12.4万元。', fees(12.5))).toEqual([
      expect.stringMatching(/^正文说“收取行政事业性收费12.4万元”，上年报告的表里“.*万元.*”是 12\.5$/),
    ]);
  });
});
