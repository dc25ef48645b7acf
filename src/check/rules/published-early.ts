import type { Text } from '../../diagnostics/text.ts';
import { getIn } from '../../report/access.ts';
import { dayAt } from '../../report/day.ts';
import type { Report } from '../../report/report.ts';
import type { Rule } from '../rule.ts';
import { REPORT_OF_YEAR_BEFORE } from '../sources.ts';

/** Checks that the report was not published before its period ended. */
export const publishedEarly: Rule = {
  id: 'published-early',
  severity: 'warning',
  title: { zh: '发布日期不早于统计期限的末日', en: 'The report is not published before its period ends' },
  why: {
    zh: '统计期限没有结束，数就还没有定；更常见的是发布日期的年份写错了。没有写统计期限的，到 12 月 31 日为止。',
    en: 'Numbers are not final before the period ends; more often the year of the publication date is wrong. If the report does not give a period, it ends on 31 December.',
  },
  source: REPORT_OF_YEAR_BEFORE,
  formula: { zh: '发布日期 ≥ 统计期限的末日', en: 'published ≥ the last day of the period' },
  example: { good: 'published: 2024-01-22', bad: 'published: 2023-01-22' },
  check: ({ report }) => {
    const published = dayAt(report.data, 'published');
    const end = lastDay(report);
    if (published === undefined || end === undefined || published >= end) return [];
    return [
      {
        path: ['published'],
        words: published,
        message: {
          zh: `发布日期是 ${published}，统计期限到 ${end} 才结束`,
          en: `The publication date is ${published}, but the period ends on ${end}`,
        },
        hint: hintFor(published, end),
      },
    ];
  },
};

/** In January, people often write the old year. */
function hintFor(published: string, end: string): Text {
  const meant = `${Number(end.slice(0, 4)) + 1}${published.slice(4)}`;
  const isUsual =
    published.slice(0, 4) === end.slice(0, 4) && published.slice(5, 7) <= '03' && !published.endsWith('-02-29');
  return {
    zh: `核对发布日期的年份${isUsual ? `（是不是 ${meant}？）` : ''}，也核对年度（year）`,
    en: `Check the year of the publication date${isUsual ? ` (is it ${meant}?)` : ''}, and the year of the report`,
  };
}

/** The last day of the period; undefined if it is given but is not a valid date. */
function lastDay({ data, year }: Report): string | undefined {
  if (getIn(data, 'period.to') !== undefined) return dayAt(data, 'period.to');
  return year === undefined ? undefined : `${year}-12-31`;
}
