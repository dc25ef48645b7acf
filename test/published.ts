import { existsSync, readFileSync } from 'node:fs';
import { type Data, nothingHappened } from './reports.ts';

/** Published reports, kept outside the project: every number is as its agency printed it. */
export const folder = new URL('../../shared/corpus/reports/', import.meta.url);
/** More of them, years in a row. */
const inARow = new URL('../../shared/import/', import.meta.url);
/** False where they are missing: the tests that need them are skipped, and say so. */
export const there = existsSync(folder);
export const thereInARow = existsSync(inARow);

export const TABLES = ['active_disclosure', 'applications', 'reconsideration_and_litigation'] as const;

/** Who reports, by the file's name without its year: the tables alone do not say it. */
const AGENCIES: Readonly<Record<string, Data>> = {
  pingtan: { level: 'county', kind: 'government', scope: 'aggregate' },
  pingtan_finance: { level: 'county', kind: 'department' },
  hongze: { level: 'county', kind: 'government', scope: 'aggregate' },
  shanghai_office: { level: 'province', kind: 'office' },
  shuyang_drc: { level: 'county', kind: 'department' },
  suqian: { level: 'city', kind: 'government', scope: 'aggregate' },
};

/** A published report in our file format: its tables and its section six as printed, around them the least a report needs. */
export function reportOf(name: string): Data {
  const from = name.startsWith('pingtan') ? inARow : folder;
  const published = JSON.parse(readFileSync(new URL(`${name}.json`, from), 'utf8'));
  const report = nothingHappened(published.year);
  report.agency = { name: published.agency, ...AGENCIES[name.replace(/_[0-9]+$/, '')] };
  for (const table of TABLES) report[table] = published[table];
  if (published.prose?.other_matters) report.other_matters = { text: published.prose.other_matters };
  return report;
}
