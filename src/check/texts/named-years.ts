import type { Report } from '../../report/report.ts';
import { selfNames } from './opening-years.ts';
import { type Found, findAll, type ReportText, sectionTexts } from './report-texts.ts';

/** Names of the report in the Regulations and in practice. */
const REPORT = '政府信息公开(?:工作)?(?:情况)?(?:的)?(?:年度)?报告';

/** A year that the preface gives for the report: 2024年政府信息公开工作年度报告, 现将2024年……报告. */
export interface NamedYear extends Found {
  readonly text: ReportText;
  readonly year: number;
}

/** All years that the preface gives for the report. */
export function yearsNamedIn(report: Report): NamedYear[] {
  const who = selfNames(report);
  const patterns = [
    new RegExp(`(20[0-9]{2})年度?(?:${who})?(?:的)?${REPORT}`, 'g'),
    new RegExp(`现(?:将|就|公布|发布)(?:${who})?(20[0-9]{2})年度?[^。;\\n0-9]{0,20}(?:报告|情况)`, 'g'),
  ];
  return sectionTexts(report, 'preface').flatMap((text) =>
    patterns.flatMap((pattern) =>
      findAll(text, pattern).map((found) => ({ ...found, text, year: Number(found.match[1]) })),
    ),
  );
}
