import type { PublishedReading } from './reading.ts';

/** Characters; with the year and the ending far below the limit of any file system. */
const LONGEST = 60;

/** What a report is called after. */
export interface Naming {
  /** The full name: a short name such as 县教育局 is that of many agencies. */
  readonly agency: string | undefined;
  readonly year: string | undefined;
}

/** The agency and year that were read. */
export function namingOf({ texts }: PublishedReading): Naming {
  const fact = (path: string) => texts.facts.find((one) => one.path === path)?.value;
  return { agency: fact('agency.name') ?? fact('agency.short_name'), year: fact('year') };
}

/**
 * The name of a report file, without an ending: `清溪县教育局-2023`. What the report does not tell comes from `otherwise`, the
 * name of the published file. It is a name on every file system, whatever the file says.
 */
export function reportFileName({ agency = '', year = '' }: Naming, otherwise: string): string {
  const name = `${safe(agency)}-${safe(year)}`;
  return /.-\d{4}$/u.test(name) ? name : safe(otherwise) || 'report';
}

const safe = (name: string): string =>
  [...name.replace(/[<>:"|?*/\\\p{C}\p{Z}]/gu, '').replace(/^\.+|\.+$/gu, '')].slice(0, LONGEST).join('');
