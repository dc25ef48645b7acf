import { dayAt } from '../../report/day.ts';
import type { Rule, RuleFinding } from '../rule.ts';

const ENDS = [
  { key: 'from', zh: '起', en: 'start' },
  { key: 'to', zh: '止', en: 'end' },
] as const;

/** Checks that the period is in the year of the report. A new or merged agency may give a part of the year. */
export const periodWithinYear: Rule = {
  id: 'period-within-year',
  severity: 'warning',
  title: { zh: '统计期限在报告年度之内', en: 'The period is within the year of the report' },
  why: {
    zh: '报告的是一个年度的情况。新组建或者合并的机关可以从年中起算；出现别的年份，多半是沿用了上年的报告。确实跨年的，写明理由豁免。',
    en: "A report is about one year. A new or merged agency may start during the year; a date in another year was usually left over from last year's report. If the period really is longer, waive the finding with the reason.",
  },
  source: {
    zh: '《中华人民共和国政府信息公开条例》第四十九条：上一年度的报告；新组建机关的起止日期是实践中的做法（没有找到明文）',
    en: 'Open Government Information Regulations, article 49: the report is for the year before; that a new agency gives its own dates is practice (no written rule was found)',
  },
  example: {
    good: 'period: { from: 2023-05-01, to: 2023-12-31 }',
    bad: 'period: { from: 2022-05-01, to: 2023-12-31 }',
  },
  check: ({ report: { data, year } }) => {
    const days = ENDS.map((end) => ({ ...end, day: dayAt(data, `period.${end.key}`) }));
    const [from, to] = days.map(({ day }) => day);
    // Dates in the wrong order are reported by period-order.
    if (year === undefined || (from !== undefined && to !== undefined && from > to)) return [];
    const findings = days.flatMap(({ key, zh, en, day }): RuleFinding[] => {
      if (day === undefined || day.startsWith(`${year}-`)) return [];
      return [
        {
          path: ['period', key],
          words: day,
          message: {
            zh: `统计期限的${zh}是 ${day}，不在报告年度 ${year} 年之内`,
            en: `The ${en} of the period, ${day}, is not in ${year}, the year of the report`,
          },
          hint: {
            zh: '核对年份；全年的可以不写 period',
            en: 'Check the year; if the report covers the whole year, you can leave out period',
          },
        },
      ];
    });
    const [first, second] = findings;
    // Both dates in the same other year are one mistake.
    const isOne = first && second && from?.slice(0, 4) === to?.slice(0, 4);
    return isOne ? [first, { ...second, cause: first }] : findings;
  },
};
