import { DATE_PATTERN } from '../form/envelope-schema.ts';
import { getIn } from './access.ts';

const DAY = new RegExp(DATE_PATTERN);
const MILLISECONDS = 86_400_000;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Is this `YYYY-MM-DD` and a day of the calendar? Two of them compare as texts. */
export const isDay = (text: unknown): text is string =>
  // A day too many becomes one of the next month.
  typeof text === 'string' && DAY.test(text) && new Date(timeOf(text)).getUTCDate() === Number(text.slice(8));

/** The day at a dotted path of a report's data, if a day is written there. */
export function dayAt(data: unknown, path: string): string | undefined {
  const text = getIn(data, path);
  return isDay(text) ? text : undefined;
}

/** How many days `later` is after `earlier`. */
export const daysBetween = (earlier: string, later: string): number =>
  Math.round((timeOf(later) - timeOf(earlier)) / MILLISECONDS);
