import { isDay } from '../report/day.ts';
import { evaluate } from '../report/expression.ts';
import type { Report } from '../report/report.ts';
import { agencyText, titleText, yearText } from './head.ts';

const DATES = ['published', 'corrected.date', 'period.from', 'period.to'];

/** The printed value of `{{…}}`; undefined if it is unknown, which is possible only in a draft. */
export function printed(report: Report, path: string): string | undefined {
  const found = evaluate(report, path);
  if ('fault' in found) return undefined;
  if (path === 'title') return titleText(report);
  if (path === 'year') return yearText(report);
  if (path === 'agency.name') return agencyText(report);
  if (DATES.includes(path) && !isDay(found.text)) return undefined;
  return found.text.trim() === '' ? undefined : found.text;
}
