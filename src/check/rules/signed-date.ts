import { getIn, textIn } from '../../report/access.ts';
import { dayAt } from '../../report/day.ts';
import type { Report } from '../../report/report.ts';
import { readDate } from '../../writing/dates.ts';
import { chineseDate } from '../../writing/numerals.ts';
import type { Rule } from '../rule.ts';
import { REPORT_OF_YEAR_BEFORE } from '../sources.ts';
import { plain, type ReportText, textsOf, wordsFinding } from '../texts/report-texts.ts';

/** Checks the date below a text that was pasted with the signature of the agency. */
export const signedDate: Rule = {
  id: 'signed-date',
  severity: 'warning',
  title: { zh: '落款的日期不在统计期限结束之前', en: 'The date of the signature is not before the end of the period' },
  why: {
    zh: '从上年的文件复制正文，常常连落款一起留下，日期还是上年的。只看一段正文的最后一行，整行是一个日期的；当年 12 月落款的不算。写了统计期限的，从它的末日算起。',
    en: "Prose copied from last year's file often brings the signature along, with last year's date. The rule looks at the last line of a text, if all of it is a date. A date in December of the year is accepted; if the report gives a period, the date must not be before its last day.",
  },
  source: REPORT_OF_YEAR_BEFORE,
  example: {
    good: 'other_matters: { text: "没有收取信息处理费。\\n\\n清溪县教育局\\n\\n2024年1月22日" }',
    bad: 'other_matters: { text: "没有收取信息处理费。\\n\\n清溪县教育局\\n\\n2023年1月22日" }',
  },
  check: ({ report }) => {
    const earliest = earliestDay(report);
    if (earliest === undefined) return [];
    const names = [report.agencyName, textIn(report.data, 'agency.short_name') ?? ''].map((name) => plain(name).trim());
    return textsOf(report).flatMap((text) => {
      const { day, words } = signatureIn(text, names) ?? {};
      if (day === undefined || words === undefined || day >= earliest) return [];
      const message = {
        zh: `落款的日期是 ${chineseDate(day)}，那时 ${report.year} 年度的统计期限还没有结束`,
        en: `The signature is dated ${day}, before the end of the period of the report for ${report.year}`,
      };
      const hint = {
        zh: '改成今年的日期；也可以删去落款：机关名称和发布日期由程序印在最前面',
        en: 'Correct the date, or remove the signature: name and publication date are printed at the top',
      };
      return [wordsFinding(text, words, message, hint)];
    });
  },
};

function earliestDay({ data, year }: Report): string | undefined {
  if (getIn(data, 'period.to') !== undefined) return dayAt(data, 'period.to');
  return year === undefined ? undefined : `${year}-12-01`;
}

/** In characters: the name of an agency and a date. */
const LONGEST = 100;

/** The date in the last line of a text, if nothing else is there but the name of the agency. */
function signatureIn(
  { text, written }: ReportText,
  names: readonly string[],
): { day: string; words: string } | undefined {
  const end = text.trimEnd().length;
  const start = text.lastIndexOf('\n', end - 1) + 1;
  if (end - start > LONGEST) return undefined;
  const line = text.slice(start, end);
  const name = names.find((one) => one !== '' && line.startsWith(one)) ?? '';
  const date = readDate(line.slice(name.length).replace(/^[:(]+|\)$/g, ''));
  if (!date || !('day' in date) || !date.sure) return undefined;
  return { day: date.day, words: written(start + name.length, end).trim() };
}
