import type { Report } from '../../report/report.ts';
import { aroundSelf } from './own-names.ts';
import { type ReportText, sectionTexts } from './report-texts.ts';

/** Names of the report in the Regulations and in practice. */
const REPORT = /的?政府信息公开(?:工作)?(?:情况)?(?:的)?(?:年度)?报告/y;
const YEAR = /20[0-9]{2}年度?/g;
const PRESENTS = /现(?:将|就|公布|发布)/g;
const OF_YEAR = /20[0-9]{2}年度?[^。;\n0-9]{0,20}(?:报告|情况)/y;

/** A year that the preface gives for the report: 2024年政府信息公开工作年度报告, 现将2024年……报告. */
export interface NamedYear {
  readonly text: ReportText;
  readonly words: string;
  readonly year: number;
}

/** All years that the preface gives for the report. */
export const yearsNamedIn = (report: Report): NamedYear[] =>
  sectionTexts(report, 'preface').flatMap((text) => [
    ...aroundSelf(report, text, YEAR, REPORT).map(({ before, words }) => ({ text, words, year: yearIn(before) })),
    ...aroundSelf(report, text, PRESENTS, OF_YEAR).map(({ after, words }) => ({ text, words, year: yearIn(after) })),
  ]);

const yearIn = (words: string): number => Number(words.slice(0, 4));
