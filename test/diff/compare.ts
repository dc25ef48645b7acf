import { type Checked, check } from '../../src/check/check.ts';
import { reportDiff } from '../../src/diff/diff.ts';
import type { ReportDiff } from '../../src/diff/types.ts';
import { editionForYear } from '../../src/form/editions.ts';
import { tableRows } from '../../src/form/walk.ts';
import { parse } from '../../src/source/parse.ts';
import type { PublishedOrigin } from '../../src/source/published.ts';
import { type Data, nothingHappened, put, yamlOf } from '../reports.ts';

/** A checked report in which nothing happened but these values. */
export const checkedWith = (values: Data = {}): Checked => checkedIn(2023, values);

export const checkedIn = (year: number, values: Data = {}): Checked =>
  check(parse(yamlOf(dataWith(values, year)), `${year}.yaml`));

function dataWith(values: Data, year: number): Data {
  const data = nothingHappened(year);
  const form = editionForYear(year);
  for (const table of form?.tables ?? []) {
    if (!Object.keys(values).some((path) => path.startsWith(`${table.key}.`))) continue;
    for (const row of tableRows(table)) if (!row.row.total) put(data, row.path, 0);
  }
  for (const [path, value] of Object.entries(values)) put(data, path, value);
  return data;
}

/** The same report as if it had been read from a published file. */
export const published = (checked: Checked, origin: Partial<PublishedOrigin> = {}): Checked => ({
  ...checked,
  source: {
    ...checked.source,
    published: { cells: new Map(), places: new Map(), doubtfulFacts: new Set(), missing: [], ...origin },
  },
});

/** What changes if these values are in the report for 2023. */
export const diffWith = (before: Data, after: Data): ReportDiff => compare(checkedWith(before), checkedWith(after));

/** As reportDiff; both reports can be read. */
export function compare(before: Checked, after: Checked): ReportDiff {
  const diff = reportDiff(before, after);
  if (!diff) throw new Error('not a report');
  return diff;
}
