import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Report } from '../report/report.ts';

/** Two years of reports, as a finding may speak of both. */
export interface Years {
  readonly report: Report;
  readonly previous: Report | undefined;
}

/** Stands before the paths of last year's cells. */
const PREVIOUS = 'previous.';

/** The number that a path names, as written; `previous.` stands before the paths of last year's report. */
export function valueAt({ report, previous }: Years, path: string): string | undefined {
  if (!path.startsWith(PREVIOUS)) return report.cells.get(path)?.text;
  return previous?.cells.get(path.slice(PREVIOUS.length))?.text;
}

/** The numbers a finding rests on, by their paths, in the order it names them. */
export function evidenceOf({ path, related = [] }: Finding, years: Years): Record<string, string> {
  const names = [path.join('.'), ...related.map((other) => (other.in ? PREVIOUS : '') + other.path.join('.'))];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = valueAt(years, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Rule, place, words and numbers of a finding: what stays the same when the file around it changes. */
export function fingerprintOf(finding: Finding, years: Years | undefined): string {
  const values = years ? Object.entries(evidenceOf(finding, years)).filter(([, value]) => value !== '0') : [];
  const numbers = values.map(([name, value]) => `${name}=${value}`).join(',');
  return [`${finding.rule}@${finding.path.join('.')}`, finding.words ?? '', numbers].filter(Boolean).join(' ');
}
