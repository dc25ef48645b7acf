import type { Text } from '../../../diagnostics/text.ts';
import { isDay } from '../../../report/day.ts';
import type { Report } from '../../../report/report.ts';
import type { PublisherKind, Settings } from '../../settings.ts';
import { type Agency, agencyOf, publisherOf } from './agency.ts';

/** The last day for publication, and who sets it. */
export interface Deadline {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly source: Text;
}

type DeadlineSource = 'regulation' | 'notice' | 'settings';

const SOURCES: Readonly<Record<DeadlineSource, Text>> = {
  regulation: { zh: '《条例》第四十九条', en: 'article 49 of the Open Government Information Regulations' },
  notice: { zh: '国办公开办函〔2021〕30号', en: 'notice 国办公开办函〔2021〕30号' },
  settings: { zh: 'report.config.yaml', en: 'report.config.yaml' },
};

/** A kind of report with its deadlines, `MM-DD` of the next year. If `level` or `scope` is left out, any value matches. */
interface Row {
  readonly of: PublisherKind;
  readonly level?: string;
  readonly scope?: string;
  readonly regulation?: string;
  readonly notice?: string;
}

/**
 * The first row that matches counts; if both sources set the same day, the row has it under `regulation`. Dispatched agencies,
 * authorized organizations and a vertically managed agency's report on itself have none. An aggregate report of a department
 * gets the deadline of a vertically managed agency, the latest that it can have.
 */
const ROWS: readonly Row[] = [
  { of: 'department', scope: 'aggregate', notice: '03-31' },
  { of: 'department', regulation: '01-31' },
  { of: 'vertical', scope: 'aggregate', notice: '03-31' },
  { of: 'township', notice: '01-31' },
  { of: 'government', level: 'county', scope: 'aggregate', notice: '02-20', regulation: '03-31' },
  { of: 'government', level: 'city', scope: 'aggregate', notice: '03-10', regulation: '03-31' },
  { of: 'government', level: 'national' },
  { of: 'government', regulation: '03-31' },
];

/** The 2021 notice applies to the reports for that year and later. */
const FIRST_YEAR_OF_NOTICE = 2021;

/** The deadlines of a report, the earliest first; a local deadline replaces all others. */
export function deadlinesOf(report: Report, { deadlines }: Settings): Deadline[] {
  const { year } = report;
  const agency = agencyOf(report);
  const publisher = publisherOf(agency);
  if (year === undefined || publisher === undefined) return [];
  const local = deadlines[publisher];
  if (local !== undefined) return deadline(year, local, 'settings');
  const { notice, regulation } = rowOf(agency, publisher) ?? {};
  return [
    ...(notice === undefined || year < FIRST_YEAR_OF_NOTICE ? [] : deadline(year, notice, 'notice')),
    ...(regulation === undefined ? [] : deadline(year, regulation, 'regulation')),
  ];
}

const rowOf = ({ level, scope }: Agency, publisher: PublisherKind): Row | undefined =>
  ROWS.find((row) => row.of === publisher && (row.level ?? level) === level && (row.scope ?? scope) === scope);

function deadline(year: number, monthAndDay: string, source: DeadlineSource): Deadline[] {
  const day = `${year + 1}-${monthAndDay}`;
  if (isDay(day)) return [{ day, source: SOURCES[source] }];
  // 29 February means the last day of February in any year.
  return monthAndDay === '02-29' ? [{ day: `${year + 1}-02-28`, source: SOURCES[source] }] : [];
}
