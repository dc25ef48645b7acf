import { usualTitle } from '../form/usual-title.ts';
import { getIn, isData, textIn } from '../report/access.ts';
import { TO_BE_FILLED_IN } from '../report/cell.ts';
import { isDay } from '../report/day.ts';
import { periodOf } from '../report/period.ts';
import type { Report } from '../report/report.ts';
import { chineseDate } from '../writing/numerals.ts';
import type { CorrectionView } from './page-view.ts';

/** The head of a page: the agency, the year and the dates. In a draft, unknown values are marked in brackets. */

/** The mark for a missing value in running text. */
const missing = (what: string): string => `〔${what}${TO_BE_FILLED_IN}〕`;

const filledIn = (data: unknown, path: string): string | undefined => textIn(data, path)?.trim() || undefined;

/** A date of the file as printed. */
const dateText = (date: string | undefined): string => (isDay(date) ? chineseDate(date) : missing('日期'));

export const agencyText = ({ data }: Report): string => filledIn(data, 'agency.name') ?? missing('机关全称');

export const yearText = ({ year }: Report): string => (year === undefined ? missing('年度') : String(year));

export const titleText = (report: Report): string =>
  filledIn(report.data, 'title') ?? usualTitle(agencyText(report), yearText(report));

/** 2023年1月1日 to 2023年12月31日. */
export function periodText(report: Report): { readonly from: string; readonly to: string } {
  const { from, to } = periodOf(report);
  return { from: dateText(from), to: dateText(to) };
}

/** The period as an ISO 8601 interval; empty if one of its days is unknown. */
export function periodDates(report: Report): string {
  const { from, to } = periodOf(report);
  return isDay(from) && isDay(to) ? `${from}/${to}` : '';
}

/** The publication date, for people and for machines. */
export function publicationDate({ data }: Report): { readonly text: string; readonly machine: string } {
  const published = textIn(data, 'published');
  return { text: dateText(published), machine: isDay(published) ? published : '' };
}

export function correctionView({ data }: Report): CorrectionView | undefined {
  if (!isData(getIn(data, 'corrected'))) return undefined;
  const date = textIn(data, 'corrected.date');
  const note = filledIn(data, 'corrected.note')?.replaceAll(FOLD, '') ?? missing('更正说明');
  return { date: dateText(date), machineDate: isDay(date) ? date : '', note };
}

/** What is printed of a correction. */
export const correctionText = ({ date, note }: CorrectionView): string => `更正说明：本报告于${date}更正。${note}`;

// YAML puts spaces or line breaks between lines of Chinese; neither belongs there.
const FOLD = /(?<=[\p{Script=Han}\p{P}])\s+(?=[\p{Script=Han}])/gu;
