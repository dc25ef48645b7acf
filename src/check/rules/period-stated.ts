import type { Text } from '../../diagnostics/text.ts';
import { DATE_PATTERN } from '../../form/envelope-schema.ts';
import { periodOf } from '../../report/period.ts';
import type { Report } from '../../report/report.ts';
import { chineseDate } from '../../writing/numerals.ts';
import type { Rule, RuleFinding, RuleInput } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { type Span, spansIn } from '../texts/days.ts';
import { type ReportText, textsOf, wordsFinding } from '../texts/report-texts.ts';

const DATE = new RegExp(DATE_PATTERN);
/** Words that show that the dates in a sentence are the report's period. */
const PERIOD_WORDS = ['统计期', '统计时', '统计周期', '数据期限', '所列数据', '数据统计', '报告期'];
/** Words that show that the dates belong to something else, such as a document's validity or a campaign. */
const OTHER_WORDS = ['施行', '实施', '有效', '执行', '开展', '试行', '任期', '公示', '征集', '活动', '培训'];

/** Checks that the period in the prose is the period of the report. */
export const periodStated: Rule = {
  id: 'period-stated',
  severity: 'warning',
  title: { zh: '正文里的统计期限与报告的期限一致', en: 'The period in the prose is the period of the report' },
  why: {
    zh: '报告写的是一个年度的情况：统计期限从 1 月 1 日到 12 月 31 日，新组建或者合并的机关写自己的起止日期（period）。年份没有改、起止颠倒、日期不存在，都是照搬上年留下的。',
    en: "A report covers one year, from 1 January to 31 December; a new or merged agency gives its own dates (period). A year that was not changed, an end before the start or a day that does not exist was probably copied from last year's report.",
  },
  source: PRACTICE,
  example: {
    good: 'preface: { text: 统计期限自2023年1月1日起至2023年12月31日止。 }',
    bad: 'preface: { text: 统计期限自2023年1月1日起至2022年12月31日止。 }',
  },
  check: (input) =>
    textsOf(input.report).flatMap((text) =>
      spansIn(text)
        .filter((span) => isPeriod(text, span))
        .flatMap((span) => checkSpan(input, text, span)),
    ),
};

function isPeriod({ path }: ReportText, { before, behind, formal }: Span): boolean {
  const sentence = before + behind;
  if (PERIOD_WORDS.some((word) => before.includes(word))) return true;
  return path[0] === 'preface' && formal && !OTHER_WORDS.some((word) => sentence.includes(word));
}

/** The period of the report, or the whole year if the period as given is that of another year. */
function periodMeant(report: Report): ReturnType<typeof periodOf> {
  const own = periodOf(report);
  const [year, ...others] = new Set([own.from.slice(0, 4), own.to.slice(0, 4)]);
  const isOfAnother = others.length === 0 && report.year !== undefined && year !== `${report.year}`;
  return isOfAnother ? { from: `${report.year}-01-01`, to: `${report.year}-12-31` } : own;
}

function checkSpan({ report }: RuleInput, text: ReportText, { words, from, to }: Span): RuleFinding[] {
  const own = periodMeant(report);
  // Other checks report mistakes in the dates of `period` itself.
  if (report.year === undefined || !DATE.test(own.from) || !DATE.test(own.to)) return [];
  const period = `${chineseDate(own.from)}至${chineseDate(own.to)}`;
  const missing = [from, to].find(({ exists }) => !exists);
  const hint: Text = {
    zh: `报告的期限是${period}；新组建或者合并的机关在 period 里写明起止日期`,
    en: `The period of the report is ${own.from} to ${own.to}; a new or merged agency gives its dates in period`,
  };
  const say = (zh: string, en: string) => [wordsFinding(text, words, { zh, en }, hint)];
  if (missing)
    return say(
      `统计期限里没有${missing.name}这一天`,
      `The period in the prose has a day that does not exist: ${missing.date}`,
    );
  if (from.date > to.date) {
    return say(
      `统计期限的起点${from.name}在终点${to.name}之后`,
      `The period in the prose starts on ${from.date}, after its end on ${to.date}`,
    );
  }
  if (from.date === own.from && to.date === own.to) return [];
  return say(
    `正文写的统计期限是${from.name}至${to.name}，与报告的期限不一致`,
    `The prose gives the period as ${from.date} to ${to.date}, which is not the period of the report`,
  );
}
