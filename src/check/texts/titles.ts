import { textIn } from '../../report/access.ts';
import type { Report } from '../../report/report.ts';
import { headTextsOf, type ReportText } from './report-texts.ts';

/** The parts of a title. */
export interface Title {
  readonly text: ReportText;
  /** All years of this century in the title, such as 2023. */
  readonly years: readonly string[];
  readonly namesReport: boolean;
  /** The rest without the year and the words for the report: the agency. */
  readonly agency: string;
}

export const TITLE_WORDS = '政府信息公开工作年度报告';

const YEAR = /(?<![0-9])20[0-9]{2}(?![0-9])/g;
/** In 2023年度报告 only 2023 belongs to the year; 年度报告 is the report. */
const YEAR_WORDS = /(?<![0-9])20[0-9]{2}(?![0-9])(?:年度(?!报告)|年(?!度))?/g;
const REPORT_WORDS = [TITLE_WORDS, '政府信息公开年度报告', '政府信息公开工作报告', '政府信息公开', '年度报告', '报告'];
const SMALL_WORDS = /关于|汇总|本级|[()·:,\s-]/g;

/** The title in the file; undefined if there is none and the tool makes it. */
export function titleOf(report: Report): Title | undefined {
  if (!textIn(report.data, 'title')?.trim()) return undefined;
  const text = headTextsOf(report).find(({ path }) => path[0] === 'title');
  if (!text) return undefined;
  const rest = text.text.replaceAll('\n', '').replace(YEAR_WORDS, '');
  return {
    text,
    years: text.text.match(YEAR) ?? [],
    namesReport: rest.includes(TITLE_WORDS),
    agency: REPORT_WORDS.reduce((left, words) => left.replace(words, ''), rest).replace(SMALL_WORDS, ''),
  };
}
