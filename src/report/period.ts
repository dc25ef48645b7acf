import { textIn } from './access.ts';
import type { Report } from './report.ts';

/** The first and last day of the period, as `YYYY-MM-DD`; the whole year if the report gives none. */
export function periodOf({ data, year }: Report): { from: string; to: string } {
  return {
    from: textIn(data, 'period.from') ?? `${year}-01-01`,
    to: textIn(data, 'period.to') ?? `${year}-12-31`,
  };
}
