import { getIn, textIn } from '../../../report/access.ts';
import type { Report } from '../../../report/report.ts';
import type { PublisherKind } from '../../settings.ts';

/** Data about the agency from the top of a report, as written; the schema checks which words are allowed. */
export interface Agency {
  readonly name: string | undefined;
  readonly level: string | undefined;
  readonly kind: string | undefined;
  /** `own` if the file does not give a scope. */
  readonly scope: string;
  readonly vertical: boolean;
}

/** The agency of a report. */
export function agencyOf({ data }: Report): Agency {
  return {
    name: textIn(data, 'agency.name')?.trim(),
    level: textIn(data, 'agency.level'),
    kind: textIn(data, 'agency.kind'),
    scope: textIn(data, 'agency.scope') ?? 'own',
    vertical: getIn(data, 'agency.vertical') === true,
  };
}

const LEVELS = ['national', 'province', 'city', 'county', 'township'];
const KINDS = ['government', 'office', 'department', 'dispatched', 'authorized'];

const isTold = ({ level = '', kind = '' }: Agency): boolean => LEVELS.includes(level) && KINDS.includes(kind);

/** The kind of publisher, which decides the deadline; undefined if the report does not give level and kind. */
export function publisherOf(agency: Agency): PublisherKind | undefined {
  if (!isTold(agency)) return undefined;
  const { level, kind, vertical } = agency;
  if (vertical) return 'vertical';
  if (kind === 'dispatched' || kind === 'authorized') return kind;
  if (level === 'township') return 'township';
  return kind === 'department' ? 'department' : 'government';
}

/**
 * Whether this agency can make 规章: departments of the State Council, and the governments of provinces and of cities with
 * districts. An office reports in its government's name. undefined if the report does not give level and kind.
 */
export function makesRules(agency: Agency): boolean | undefined {
  if (!isTold(agency)) return undefined;
  const { level, kind } = agency;
  // The law also names national agencies that are not departments, and the national government adds up the rules they made.
  if (level === 'national') return kind !== 'dispatched';
  return (level === 'province' || level === 'city') && (kind === 'government' || kind === 'office');
}
