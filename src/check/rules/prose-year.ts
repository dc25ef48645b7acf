import type { Report } from '../../report/report.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { openingsInAnotherYear, openingsOf } from '../texts/another-year.ts';
import { yearsNamedIn } from '../texts/named-years.ts';
import type { OpeningYear } from '../texts/opening-years.ts';
import { wordsFinding } from '../texts/report-texts.ts';
import { stalePlansIn } from '../texts/stale-plans.ts';

/** Checks the year that the preface gives for the report, the years that sentences and headings open with, and plans for the report's own year. */
export const proseYear: Rule = {
  id: 'prose-year',
  severity: 'warning',
  title: { zh: '正文说的是报告的年度', en: 'The prose is about the year of the report' },
  why: {
    zh: '照搬上年的正文，最容易留下上一年的年份：“现将2022年……报告公布如下”“2022年，我局……”。只看前言里报告的年份，以及小标题和句子开头的年份，还有“（报告年度）年将继续……”这样已经过去的打算；同报告年度对着写的、来年的打算、文件的名称、自某年以来，都不提示。开头是别的年份的，句子里的数也没有和表格核对。',
    en: "If last year's prose was copied, last year's number is easily left in, for example in the preface or in 2022年我局…. The rule checks the year that the preface gives for the report, years at the start of headings and sentences, and plans for the year of the report, which is over (年将继续). There is no finding if the sentence compares the year with that of the report, says what is planned, names a document, or says 以来. The numbers of a sentence that opens with another year are not compared with the tables.",
  },
  source: PRACTICE,
  example: {
    good: 'other_matters: { text: 2023年，我局没有收取信息处理费。 }',
    bad: 'other_matters: { text: 2022年，我局没有收取信息处理费。 }',
  },
  check: ({ report }) => [...checkPreface(report), ...checkOpenings(report), ...checkPlans(report)],
};

/** Nobody reads more findings. */
const MOST = 50;

function checkPreface(report: Report): RuleFinding[] {
  const named = yearsNamedIn(report);
  // If the preface also gives the right year, the other year may belong to another report.
  const [first] = named.some(({ year }) => year === report.year) ? [] : named;
  if (!first || report.year === undefined) return [];
  const message = {
    zh: `前言说的是 ${first.year} 年的报告，这份报告的年度是 ${report.year} 年`,
    en: `The preface names the report for ${first.year}, but this report is for ${report.year}`,
  };
  const hint = {
    zh: `改成 ${report.year} 年，或者写 {{year}}，年度改了它也跟着改`,
    en: `Write ${report.year}, or {{year}}, which always prints the year of the report`,
  };
  return [wordsFinding(first.text, first.words, message, hint)];
}

/** One finding for each place. Those with the same year follow from the first, because they have one correction. */
function checkOpenings(report: Report): RuleFinding[] {
  const wrong = openingsInAnotherYear(report);
  const tellsOwn = openingsOf(report).some(({ year }) => year === report.year);
  const first = new Map<number, RuleFinding>();
  return wrong.slice(0, MOST).map((opening) => {
    const cause = first.get(opening.year);
    const places = cause ? 0 : wrong.filter(({ year }) => year === opening.year).length;
    const finding = openingFinding(opening, { own: Number(report.year), places, tellsOwn });
    if (!cause) first.set(opening.year, finding);
    return cause ? { ...finding, cause } : finding;
  });
}

function openingFinding(
  { text, words, year }: OpeningYear,
  { own, places, tellsOwn }: { own: number; places: number; tellsOwn: boolean },
): RuleFinding {
  const many = places > 1 && !tellsOwn;
  const message = {
    zh: `这里以 ${year} 年开头，报告的年度是 ${own} 年${many ? `；正文共有 ${places} 处这样，没有一处是 ${own} 年` : ''}`,
    en: `This opens with ${year}, but the report is for ${own}${many ? `; ${places} places do so, and none opens with ${own}` : ''}`,
  };
  const hint = {
    zh: `改成 ${own} 年，或者写 {{year}}年；确实说 ${year} 年的，同 ${own} 年的写在一句里${many ? '；年度（year）写错了的，改年度' : ''}`,
    en: `Write ${own}, or {{year}}年; if it really is about ${year}, put the number for ${own} in the same sentence${many ? '; if year is wrong, correct it there' : ''}`,
  };
  return wordsFinding(text, words, message, hint);
}

function checkPlans(report: Report): RuleFinding[] {
  const next = Number(report.year) + 1;
  const message = {
    zh: `这里说的是打算，可是 ${report.year} 年是报告的年度，已经过去了`,
    en: `This is a plan, but ${report.year} is the year of the report and is over`,
  };
  const hint = {
    zh: `说的是来年的，改成 ${next} 年；已经做了的，去掉“将”这样的字`,
    en: `For a plan, write ${next}; for what was done, leave out words such as 将`,
  };
  return stalePlansIn(report).map(({ text, words }) => wordsFinding(text, words, message, hint));
}
