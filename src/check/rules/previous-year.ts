import type { Rule } from '../rule.ts';

/** Checks that the report given as last year's is for the year before; if it is not, nothing is compared with it. */
export const previousYear: Rule = {
  id: 'previous-year',
  severity: 'error',
  title: { zh: '上年报告是上一年度的报告', en: "Last year's report is the one for the year before" },
  why: {
    zh: '跨年的数只能同上一年度核对。给出的是别的年度的报告时，跨年核对全部不做，看上去却像是做过了，所以是错误。',
    en: 'Numbers can only be compared with those of the year before. If the report given is for another year, none of these checks runs although it looks as if they did, so this is an error.',
  },
  source: {
    zh: '表三“二、上年结转政府信息公开申请数量”的名称：上年即上一年度',
    en: 'the name of row 二 of table 三: 上年 is the year before',
  },
  formula: { zh: '上年报告的年度 ＝ 本报告的年度 － 1', en: "the year of last year's report = this year − 1" },
  example: { previous: 'year: 2022', good: 'year: 2023', bad: 'year: 2024' },
  check: ({ report, misplaced }) => {
    // The schema reports a year that cannot be read.
    if (!misplaced || report.year === undefined || misplaced.year === undefined) return [];
    return [
      {
        path: ['previous'],
        message: {
          zh: `本报告是 ${report.year} 年的，上年报告应当是 ${report.year - 1} 年的，给出的是 ${misplaced.year} 年的；没有做跨年核对`,
          en: `This report is for ${report.year}, so last year's report must be for ${report.year - 1}, but the one given is for ${misplaced.year}; the years were not compared`,
        },
        hint: {
          zh: '换成上一年度的报告；没有就删去 previous',
          en: 'Give the report for the year before; if there is none, remove previous',
        },
        related: [
          {
            in: 'previous',
            path: ['year'],
            message: { zh: `年度：${misplaced.year}`, en: `its year: ${misplaced.year}` },
          },
        ],
      },
    ];
  },
};
