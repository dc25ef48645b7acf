import type { Path } from '../diagnostics/diagnostic.ts';
import { DATE_PATTERN } from '../form/envelope-schema.ts';
import { getIn } from './access.ts';

const DAY = new RegExp(DATE_PATTERN);
const MILLISECONDS = 86_400_000;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Whether this is a calendar day as `YYYY-MM-DD`. Two such days can be compared as strings. */
export const isDay = (text: unknown): text is string =>
  // A day after the end of a month becomes a day of the next month.
  typeof text === 'string' && DAY.test(text) && new Date(timeOf(text)).getUTCDate() === Number(text.slice(8));

/** The day at a dotted path of a report's data; undefined if there is no valid day. */
export function dayAt(data: unknown, path: string): string | undefined {
  const text = getIn(data, path);
  return isDay(text) ? text : undefined;
}

/** The number of days from `earlier` to `later`. */
export const daysBetween = (earlier: string, later: string): number =>
  Math.round((timeOf(later) - timeOf(earlier)) / MILLISECONDS);

/** The paths of all dates that a report can have. */
export function datePaths(data: unknown): Path[] {
  const waivers = getIn(data, 'waivers');
  const expiries = Array.isArray(waivers) ? waivers.map((_, index) => ['waivers', index, 'expires']) : [];
  return [['published'], ['corrected', 'date'], ['period', 'from'], ['period', 'to'], ...expiries];
}
