import { getIn, textIn } from '../../../report/access.ts';
import type { Report } from '../../../report/report.ts';
import type { PublisherKind } from '../../settings.ts';

/** What the head of a report says of who reports, as written; which words are allowed is for the schema. */
export interface Agency {
  readonly name: string | undefined;
  readonly level: string | undefined;
  readonly kind: string | undefined;
  /** Its own, where nothing is written. */
  readonly scope: string;
  readonly vertical: boolean;
}

/** Who reports, from a report's head. */
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

/** Who has which date of publication; undefined where the head does not say who reports. */
export function publisherOf(agency: Agency): PublisherKind | undefined {
  if (!isTold(agency)) return undefined;
  const { level, kind, vertical } = agency;
  if (vertical) return 'vertical';
  if (kind === 'dispatched' || kind === 'authorized') return kind;
  if (level === 'township') return 'township';
  return kind === 'department' ? 'department' : 'government';
}

/**
 * Can this body make 规章? Departments of the State Council, and the governments of provinces and of cities with districts;
 * an office reports in its government's name. undefined where the head does not say who reports.
 */
export function makesRules(agency: Agency): boolean | undefined {
  if (!isTold(agency)) return undefined;
  const { level, kind } = agency;
  // The law also names bodies at the national level that are no departments, and the national government adds up what they made.
  if (level === 'national') return kind !== 'dispatched';
  return (level === 'province' || level === 'city') && (kind === 'government' || kind === 'office');
}
