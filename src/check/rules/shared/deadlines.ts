import type { Text } from '../../../diagnostics/text.ts';
import { isDay } from '../../../report/day.ts';
import type { Report } from '../../../report/report.ts';
import type { PublisherKind, Settings } from '../../settings.ts';
import { type Agency, agencyOf, publisherOf } from './agency.ts';

/** A last day of publication, and who sets it. */
export interface Deadline {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly source: Text;
}

type DeadlineSource = 'regulation' | 'notice' | 'settings';

const SOURCES: Readonly<Record<DeadlineSource, Text>> = {
  regulation: { zh: '《条例》第四十九条', en: 'article 49 of the Regulations' },
  notice: { zh: '国办公开办函〔2021〕30号', en: 'the notice 国办公开办函〔2021〕30号' },
  settings: { zh: 'report.config.yaml', en: 'report.config.yaml' },
};

/** Whose report, and its last days, `MM-DD` of the next year. `level` and `scope` left out: any. */
interface Row {
  readonly of: PublisherKind;
  readonly level?: string;
  readonly scope?: string;
  readonly regulation?: string;
  readonly notice?: string;
}

/**
 * The first row that fits counts; a day that both set is the Regulations'. Dispatched organs, authorized organizations and
 * a vertical body's report on itself have none. A department's report over its whole system is taken for that of a
 * vertical one, whose day is the latest it can have.
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

/** The notice of 2021 counts from the reports for that year on. */
const FIRST_YEAR_OF_NOTICE = 2021;

/** The last days of publication of a report, the earliest first; a local one stands for all others. */
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
  // 29 February means the last of the month in any year.
  return monthAndDay === '02-29' ? [{ day: `${year + 1}-02-28`, source: SOURCES[source] }] : [];
}
