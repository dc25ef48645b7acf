import { existsSync, readFileSync } from 'node:fs';
import { type Data, nothingHappened } from './reports.ts';

/** The folder of published reports, outside the project. Every number is as printed by the agency. */
export const folder = new URL('../../shared/corpus/reports/', import.meta.url);
/** More published reports, of consecutive years. */
const inARow = new URL('../../shared/import/', import.meta.url);
/** False if the folder is missing; then the tests that need it are skipped. */
export const there = existsSync(folder);
export const thereInARow = existsSync(inARow);

export const TABLES = ['active_disclosure', 'applications', 'reconsideration_and_litigation'] as const;

/** The agencies by file name without the year, because the tables do not contain them. */
const AGENCIES: Readonly<Record<string, Data>> = {
  pingtan: { level: 'county', kind: 'government', scope: 'aggregate' },
  pingtan_finance: { level: 'county', kind: 'department' },
  hongze: { level: 'county', kind: 'government', scope: 'aggregate' },
  shanghai_office: { level: 'province', kind: 'office' },
  shuyang_drc: { level: 'county', kind: 'department' },
  suqian: { level: 'city', kind: 'government', scope: 'aggregate' },
};

/**
 * A published report as a report file: its tables and section six as printed, and the other keys that a report must
 * have.
 */
export function reportOf(name: string): Data {
  const from = name.startsWith('pingtan') ? inARow : folder;
  const published = JSON.parse(readFileSync(new URL(`${name}.json`, from), 'utf8'));
  const report = nothingHappened(published.year);
  report.agency = { name: published.agency, ...AGENCIES[name.replace(/_[0-9]+$/, '')] };
  for (const table of TABLES) report[table] = published[table];
  if (published.prose?.other_matters) report.other_matters = { text: published.prose.other_matters };
  return report;
}
