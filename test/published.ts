import { existsSync, readFileSync } from 'node:fs';
import { type Data, nothingHappened } from './reports.ts';

/** Published reports, kept outside the project: every number is as its agency printed it. */
export const folder = new URL('../../shared/corpus/reports/', import.meta.url);
/** False where they are missing: the tests that need them are skipped, and say so. */
export const there = existsSync(folder);

export const TABLES = ['active_disclosure', 'applications', 'reconsideration_and_litigation'] as const;

/** A published report in our file format: its tables as printed, around them the least a report needs. */
export function reportOf(name: string): Data {
  const published = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  const report = nothingHappened(published.year);
  (report.agency as Data).name = published.agency;
  for (const table of TABLES) report[table] = published[table];
  return report;
}
