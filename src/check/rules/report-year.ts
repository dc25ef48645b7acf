import type { Text } from '../../diagnostics/text.ts';
import { dayAt } from '../../report/day.ts';
import type { Rule, RuleFinding, RuleInput } from '../rule.ts';
import { REPORT_OF_YEAR_BEFORE } from '../sources.ts';
import { allows, fileName, type YearSign, yearSigns } from './shared/year-signs.ts';

/** One sign may have its own reason, such as a file named for the year of publication. */
const FEWEST_SIGNS = 2;

/** Compares the year with everything else in the file that tells it, and with today's date. */
export const reportYear: Rule = {
  id: 'report-year',
  severity: 'error',
  title: { zh: '年度和文件里别的年份一致', en: 'The year agrees with the other years in the file' },
  why: {
    zh: '标题、统计期限、期限的核对、上年的报告都跟着年度（year）走：年度写错，后面处处都错。发布日期、统计期限、标题、正文、文件名、上年报告、格式和引用的通知里，至少有两样说的是另一年，而且比说这一年的多，才提示；没有一样说这一年的是错误，否则是警告。只有文件名还是上一年的，是警告；年度还没有开始，是错误。由此引出的别的提示，列在它的下面。',
    en: "The title, the period, the deadlines and last year's report all follow from year; if it is wrong, everything after it is wrong. There is a finding if at least two of publication date, period, title, prose, file name, last year's report, form and notice cited give another year, and more than give this one. It is an error if nothing gives this year, and a warning otherwise. It is a warning if only the file name is still that of the year before, and an error if the year has not begun. Findings that disappear with the other year are listed below it.",
  },
  source: REPORT_OF_YEAR_BEFORE,
  example: { good: 'year: 2024', bad: 'year: 2052' },
  check: (input) => {
    const doubt = doubtOf(input);
    const future = notBegun(input);
    return doubt || future ? [finding(input, doubt, future)] : ofLastYear(input);
  },
};

/** The file still has the name of last year's, which it was copied from. A later year may be that of the publication. */
function ofLastYear(input: RuleInput): RuleFinding[] {
  const { year, form } = input.report;
  const sign = fileName(input);
  // 2019-form.yaml names the form.
  if (year === undefined || sign?.years.from !== year - 1 || form.id === `${year - 1}`) return [];
  return [
    {
      path: ['year'],
      severity: 'warning' as const,
      message: {
        zh: `年度写的是 ${year} 年，${sign.what.zh}说的是 ${year - 1} 年`,
        en: `The year is ${year}, but ${sign.what.en} gives ${year - 1}`,
      },
      hint: {
        zh: '从上年的文件改来的，给文件改名，免得印出的文件覆盖上年的',
        en: "If it was copied from last year's file, rename it, so that its pages do not replace last year's",
      },
    },
  ];
}

/** Another year that the report is probably for, and what tells each of the two. */
interface Doubt {
  readonly year: number;
  readonly signs: readonly YearSign[];
  readonly against: readonly YearSign[];
}

/** The year that the report is probably for; undefined if `year` is not in doubt. */
export const probableYear = (input: RuleInput): number | undefined => doubtOf(input)?.year;

function doubtOf(input: RuleInput): Doubt | undefined {
  const { year } = input.report;
  if (year === undefined) return undefined;
  const signs = yearSigns(input);
  const others = new Set(signs.map(({ years }) => years.from).filter((other) => other !== year));
  const fewest = notBegun(input) === undefined ? FEWEST_SIGNS : 1;
  const doubts = [...others]
    .filter((other) => signs.some(({ years }) => years.from === other && years.to === other))
    .map((other) => ({
      year: other,
      signs: signs.filter((sign) => allows(sign, other) && !allows(sign, year)),
      against: signs.filter((sign) => allows(sign, year) && !allows(sign, other)),
    }))
    .filter((one) => one.signs.length >= fewest && one.signs.length > one.against.length);
  return doubts.sort((a, b) => b.signs.length - a.signs.length)[0];
}

/** The first day of the period, if it is after today. */
function notBegun({ report: { data, year }, today }: RuleInput): string | undefined {
  const from = dayAt(data, 'period.from') ?? (year === undefined ? undefined : `${year}-01-01`);
  return today !== undefined && from !== undefined && from > today ? from : undefined;
}

function finding(
  { report: { year }, today }: RuleInput,
  doubt: Doubt | undefined,
  from: string | undefined,
): RuleFinding {
  const future: Text | undefined =
    from === undefined
      ? undefined
      : {
          zh: `统计期限从 ${from} 开始，今天是 ${today}，还没有到`,
          en: `the period starts on ${from}, which is after today, ${today}`,
        };
  const other: Text | undefined = doubt && {
    zh: `${named(doubt.signs).zh}说的是 ${doubt.year} 年`,
    en: `${named(doubt.signs).en} ${doubt.signs.length === 1 ? 'gives' : 'give'} ${doubt.year}`,
  };
  const told = [future, other].filter((one) => one !== undefined);
  const unsure = from === undefined && doubt !== undefined && doubt.against.length > 0;
  return {
    path: ['year'],
    ...(unsure && { severity: 'warning' as const }),
    message: {
      zh: `年度写的是 ${year} 年，${told.map(({ zh }) => zh).join('；')}`,
      en: `The year is ${year}, but ${told.map(({ en }) => en).join('; ')}`,
    },
    hint: doubt ? hintFor(doubt, year) : { zh: '改正年度', en: 'Correct the year' },
    related: (doubt?.signs ?? []).flatMap(({ path, what }) => (path ? [{ path, message: what }] : [])),
  };
}

function hintFor({ year: other, against }: Doubt, year: number | undefined): Text {
  const rest = named(against);
  return {
    zh: `先核对年度：是 ${other} 年的，写 year: ${other}${rest.zh ? `，${rest.zh}里的 ${year} 年也改过来` : ''}；确实是 ${year} 年的，改正上面这几处`,
    en: `Check the year first: if the report is for ${other}, write year: ${other}${rest.en ? ` and also correct ${year} in ${rest.en}` : ''}; if it really is for ${year}, correct the others`,
  };
}

const named = (signs: readonly YearSign[]): Text => ({
  zh: signs.map(({ what }) => what.zh).join('、'),
  en: signs
    .map(({ what }) => what.en)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1'),
});
