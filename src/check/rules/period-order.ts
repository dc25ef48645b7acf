import { say, type Text } from '../../diagnostics/text.ts';
import { dayAt } from '../../report/day.ts';
import type { Rule } from '../rule.ts';

/** Checks that the period does not end before it starts. */
export const periodOrder: Rule = {
  id: 'period-order',
  severity: 'error',
  title: { zh: '统计期限的起不晚于止', en: 'The period does not end before it starts' },
  why: {
    zh: '统计期限印在报告开头，起止颠倒就没有任何一天在期限之内，多半是改年份时漏改了一处。',
    en: 'The period is printed at the top of the report. If the dates are in the wrong order, the period contains no day at all; usually one of the years was not changed.',
  },
  source: { zh: '起止日期的含义', en: 'the meaning of the two dates' },
  formula: { zh: '起 ≤ 止', en: 'from ≤ to' },
  example: {
    good: 'period: { from: 2023-01-01, to: 2023-12-31 }',
    bad: 'period: { from: 2023-12-31, to: 2023-01-01 }',
  },
  check: ({ report: { data } }) => {
    const [from, to] = [dayAt(data, 'period.from'), dayAt(data, 'period.to')];
    if (from === undefined || to === undefined || from <= to) return [];
    return [
      {
        path: ['period', 'from'],
        words: from,
        message: {
          zh: `统计期限自 ${from} 起、至 ${to} 止，起晚于止`,
          en: `The period is from ${from} to ${to}, so it ends before it starts`,
        },
        hint: hintFor(from, to),
        related: [{ path: ['period', 'to'], message: { zh: `止：${to}`, en: `to: ${to}` } }],
      },
    ];
  },
};

/** Within one year, the dates were exchanged; otherwise one of the years was probably not changed. */
const hintFor = (from: string, to: string): Text =>
  from.slice(0, 4) === to.slice(0, 4)
    ? say(
        `两个日期写反了：写成 from: ${to}，to: ${from}`,
        `The dates are the wrong way round: write from: ${to}, to: ${from}`,
      )
    : say('核对两个日期的年份', 'Check the years of both dates');
