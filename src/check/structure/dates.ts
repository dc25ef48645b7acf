import type { Finding, Path } from '../../diagnostics/diagnostic.ts';
import { DATE_PATTERN } from '../../form/envelope-schema.ts';
import { get, getIn } from '../../report/access.ts';
import { isDay } from '../../report/day.ts';
import type { Report } from '../../report/report.ts';
import { labelOf } from './labels.ts';
import { notADate } from './schema-messages.ts';

/** Days that the calendar does not have: 2024-02-30. How a date is written is for the schema. */
export function checkDates(report: Report): Finding[] {
  return datePaths(report).flatMap((path) => {
    const text = path.reduce<unknown>(get, report.data);
    if (typeof text !== 'string' || !new RegExp(DATE_PATTERN).test(text) || isDay(text)) return [];
    return [{ severity: 'error', path, ...notADate(labelOf(report, path), text) } satisfies Finding];
  });
}

function datePaths({ data }: Report): Path[] {
  const waivers = getIn(data, 'waivers');
  const expiries = Array.isArray(waivers) ? waivers.map((_, index) => ['waivers', index, 'expires']) : [];
  return [['published'], ['corrected', 'date'], ['period', 'from'], ['period', 'to'], ...expiries];
}
