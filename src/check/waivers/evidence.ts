import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { Report, Years } from '../../report/report.ts';
import { resolve } from '../../report/resolve.ts';

/** Stands before the paths of last year's cells. */
const PREVIOUS = 'previous.';

/** Is this the path of a value of last year's report? */
export const isOfPrevious = (path: string): boolean => path.startsWith(PREVIOUS);

/** The report that a path speaks of, and the path in that report. */
export const reportOf = ({ report, previous }: Years, path: string): readonly [Report | undefined, string] =>
  isOfPrevious(path) ? [previous, path.slice(PREVIOUS.length)] : [report, path];

/** The number, date or name that a path names, as written; `previous.` stands before the paths of last year's report. */
export function valueAt(years: Years, path: string): string | undefined {
  const [report, name] = reportOf(years, path);
  const found = report && resolve(report, name);
  if (!found) return undefined;
  return 'cell' in found ? found.cell.text : found.text;
}

/** The values a finding rests on, by their paths, in the order it names them. */
export function evidenceOf({ path, related = [] }: Finding, years: Years): Record<string, string> {
  const names = [path.join('.'), ...related.map((other) => (other.in ? PREVIOUS : '') + other.path.join('.'))];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = valueAt(years, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The words of a finding, unless they are the whole value at its place: that is evidence already. */
export function wordsBesides({ path, words }: Finding, evidence: Readonly<Record<string, string>>): string | undefined {
  return words === evidence[path.join('.')] ? undefined : words;
}

/** Rule, place, words and values of a finding: what stays the same when the file around it changes. */
export function fingerprintOf(finding: Finding, years: Years | undefined): string {
  const evidence = years ? evidenceOf(finding, years) : {};
  const values = Object.entries(evidence)
    .filter(([, value]) => value !== '0')
    .map(([name, value]) => `${name}=${value}`);
  const words = wordsBesides(finding, evidence) ?? '';
  return [`${finding.rule}@${finding.path.join('.')}`, words, values.join(',')].filter(Boolean).join(' ');
}
