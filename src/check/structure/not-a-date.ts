import type { Finding, Path } from '../../diagnostics/diagnostic.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { DATE_PATTERN } from '../../form/envelope-schema.ts';
import { get, getIn } from '../../report/access.ts';
import { isDay } from '../../report/day.ts';
import type { Report } from '../../report/report.ts';
import { labelOf } from './labels.ts';
import type { SchemaFinding } from './schema-error.ts';

export const notADate = fixedRule({
  id: 'not-a-date',
  title: say('日期写成 2024-01-22，而且有这一天', 'A date is written as 2024-01-22 and exists in the calendar'),
  why: say('日期要印出来，也要和期限比较。', 'Dates are printed, and compared with the deadlines.'),
  example: { good: 'published: 2024-01-22', bad: 'published: 2024-01-32' },
});

/** Reports days that do not exist, such as 2024-02-30. The schema checks how a date is written. */
export function checkDates(report: Report): Finding[] {
  return datePaths(report).flatMap((path) => {
    const text = path.reduce<unknown>(get, report.data);
    if (typeof text !== 'string' || !new RegExp(DATE_PATTERN).test(text) || isDay(text)) return [];
    return [{ severity: 'error', path, ...describeNotADate(labelOf(report, path), text) } satisfies Finding];
  });
}

function datePaths({ data }: Report): Path[] {
  const waivers = getIn(data, 'waivers');
  const expiries = Array.isArray(waivers) ? waivers.map((_, index) => ['waivers', index, 'expires']) : [];
  return [['published'], ['corrected', 'date'], ['period', 'from'], ['period', 'to'], ...expiries];
}

/** The finding for a value that is not a date. */
export function describeNotADate(label: string, value: string): SchemaFinding {
  return {
    rule: notADate.id,
    message: say(`“${label}”里的“${value}”不是日期`, `"${value}" in "${label}" is not a date`),
    hint: say(
      '写成 2024-01-22 这样，年-月-日，月和日都是两位',
      'Write it as 2024-01-22, with month and day in two digits',
    ),
  };
}
