import type { Finding } from '../diagnostics/diagnostic.ts';
import { textIn } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import { notADate } from './schema.ts';

const DATES = { published: '发布日期', 'corrected.date': '更正日期', 'period.from': '起', 'period.to': '止' } as const;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days that the calendar does not have: 2024-02-30. How a date is written is for the schema. */
export function checkDates({ data }: Report): Finding[] {
  return Object.entries(DATES).flatMap(([path, label]) => {
    const text = textIn(data, path) ?? '';
    const match = DATE.exec(text);
    const date = new Date(`${text}T00:00:00Z`);
    if (!match || Number(match[2]) > 12 || Number(match[3]) > 31 || date.getUTCDate() === Number(match[3])) return [];
    return [{ severity: 'error', path: path.split('.'), ...notADate(label, text) } satisfies Finding];
  });
}
