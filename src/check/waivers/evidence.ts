import type { Finding } from '../../diagnostics/diagnostic.ts';
import { end, start } from '../../diagnostics/shortened.ts';
import { evaluate } from '../../report/expression.ts';
import type { Report, Years } from '../../report/report.ts';
import { resolve } from '../../report/resolve.ts';

/** The prefix of paths in last year's report. */
const PREVIOUS = 'previous.';

/** Whether this is the path of a value in last year's report. */
export const isOfPrevious = (path: string): boolean => path.startsWith(PREVIOUS);

/** The report that a path belongs to, and the path in that report. */
export const reportOf = ({ report, previous }: Years, path: string): readonly [Report | undefined, string] =>
  isOfPrevious(path) ? [previous, path.slice(PREVIOUS.length)] : [report, path];

/** The number, date or name at a path, as written, or the sum of a group (`sum …`); paths in last year's report start with `previous.`. */
export function valueAt(years: Years, path: string): string | undefined {
  const [report, name] = reportOf(years, path);
  if (report && name.startsWith('sum ')) {
    const sum = evaluate(report, name);
    return 'text' in sum ? sum.text : undefined;
  }
  const found = report && resolve(report, name);
  if (!found) return undefined;
  return 'cell' in found ? found.cell.text : found.text;
}

/** The values that a finding is based on, by path, in the order in which the finding names them. */
export function evidenceOf({ path, related = [] }: Finding, years: Years): Record<string, string> {
  const names = [path.join('.'), ...related.map((other) => (other.in ? PREVIOUS : '') + other.path.join('.'))];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = valueAt(years, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The words of a finding, unless they are the whole value at its place: `evidence` already has that. */
export function wordsBesides({ path, words }: Finding, evidence: Readonly<Record<string, string>>): string | undefined {
  return words === evidence[path.join('.')] ? undefined : words;
}

/** Rule, place, words and values of a finding. It stays the same when other parts of the file change. */
export function fingerprintOf(finding: Finding, years: Years | undefined): string {
  const evidence = years ? evidenceOf(finding, years) : {};
  const values = Object.entries(evidence)
    .filter(([, value]) => value !== '0')
    .map(([name, value]) => `${name}=${value}`);
  const words = wordsBesides(finding, evidence) ?? '';
  return bounded([`${finding.rule}@${finding.path.join('.')}`, words, values.join(',')].filter(Boolean).join(' '));
}

/** In characters. */
const LONGEST = 2000;

/** Of a longer fingerprint both ends and the length: a text of a megabyte must not be printed for each finding in it. */
const bounded = (text: string): string => (text.length <= LONGEST ? text : `${start(text)}${text.length}${end(text)}`);
