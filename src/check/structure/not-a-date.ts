import type { Finding } from '../../diagnostics/diagnostic.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say, type Text } from '../../diagnostics/text.ts';
import { DATE_PATTERN } from '../../form/envelope-schema.ts';
import { get } from '../../report/access.ts';
import { datePaths, isDay } from '../../report/day.ts';
import type { Report } from '../../report/report.ts';
import { readDate } from '../../writing/dates.ts';
import { chineseDate } from '../../writing/numerals.ts';
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
  return datePaths(report.data).flatMap((path) => {
    const text = path.reduce<unknown>(get, report.data);
    if (typeof text !== 'string' || !new RegExp(DATE_PATTERN).test(text) || isDay(text)) return [];
    return [
      { severity: 'error', path, ...describeNotADate(labelOf(report, path), text, report.year) } satisfies Finding,
    ];
  });
}

/** The finding for a value that is not a date; `year` is that of the report, for an example. */
export function describeNotADate(label: string, value: string, year = 2025): SchemaFinding {
  const date = readDate(value);
  const example = `${year + 1}-01-20`;
  const said = (message: Text, hint: Text): SchemaFinding => ({
    rule: notADate.id,
    message: say(`“${label}”${message.zh}`, `"${label}" ${message.en}`),
    hint,
  });
  if (date && 'day' in date) {
    return said(
      say(`写的是“${value}”，要写成“年-月-日”`, `has "${value}", which must be written as year-month-day`),
      date.sure
        ? say(`写成 ${date.day}`, `Write ${date.day}`)
        : say(`如果是 ${chineseDate(date.day)}，写成 ${date.day}`, `If you mean this day, write ${date.day}`),
    );
  }
  if (date && 'lacks' in date) {
    const [zh, en] = date.lacks === 'day' ? ['哪一天', 'day'] : ['哪一年', 'year'];
    return said(
      say(`写的是“${value}”，没有写${zh}`, `has "${value}", which does not give the ${en}`),
      say(`年、月、日都要写，例如 ${example}`, `Give year, month and day, such as ${example}`),
    );
  }
  if (date) {
    const { noSuchDay, lastDay } = date;
    const month = Number(noSuchDay.slice(5, 7));
    return said(
      say(`写的是“${value}”，日历上没有这一天`, `has "${value}", a day that does not exist`),
      lastDay === undefined
        ? say(
            `没有 ${month} 月；核对后写成 ${example} 这样`,
            `There is no month ${month}; check it and write it like ${example}`,
          )
        : say(
            `${noSuchDay.slice(0, 4)}年${month}月只有 ${lastDay} 天；核对是哪一天`,
            `That month has only ${lastDay} days; check which day is meant`,
          ),
    );
  }
  return said(
    say(`写的是“${value}”，不是日期`, `has "${value}", which is not a date`),
    say(
      `写成 ${example} 这样：年、月、日，月和日都是两位；还不知道就写 null`,
      `Write it like ${example}, with month and day in two digits; write null if it is not known yet`,
    ),
  );
}
