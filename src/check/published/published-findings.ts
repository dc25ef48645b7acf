import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Report } from '../../report/report.ts';
import type { PublishedOrigin } from '../../source/published.ts';
import { cellUnknown } from '../structure/cell-unknown.ts';
import { isAboutContent } from './about-content.ts';
import { blankFindings, missingTables, notNumbers } from './cell-findings.ts';
import { type ReadingDoubt, readingDoubts } from './doubts.ts';

/**
 * The findings of a report that was read from a published file. Those about how a report file is written are left out; those
 * of the reading are added. A finding that rests on a doubtful cell or a doubtful fact is only an info: the reading may be
 * wrong instead of the report.
 */
export function publishedFindings(report: Report, origin: PublishedOrigin, found: readonly Finding[]): Finding[] {
  const doubts = readingDoubts(report, origin);
  const cells = [...missingTables(report, origin), ...blankFindings(report, origin), ...notNumbers(report, origin)];
  const told = new Set(
    cells.flatMap(({ path, related = [] }) => [path, ...related.map((one) => one.path)]).map(dotted),
  );
  const isTold = ({ rule, path }: Finding): boolean =>
    rule === cellUnknown.id && (told.has(String(path[0])) || allTold(report, dotted(path), told));
  const change = changer(doubts, origin);
  const others = found.filter((one) => isAboutContent(one) && !isTold(one)).map(change);
  return [...cells, ...doubts.map(({ finding }) => finding), ...others];
}

const dotted = (path: Finding['path']): string => path.join('.');

/** True if the cell at a path, or every cell below it, is told already. */
function allTold({ cells }: Report, path: string, told: ReadonlySet<string>): boolean {
  const own = [...cells.keys()].filter((cell) => cell === path || cell.startsWith(`${path}.`));
  return own.length > 0 && own.every((cell) => told.has(cell));
}

/** Changes findings, each once, so that causes stay the same objects. */
function changer(doubts: readonly ReadingDoubt[], { doubtfulFacts }: PublishedOrigin): (finding: Finding) => Finding {
  const changed = new Map<Finding, Finding>();
  const change = (finding: Finding): Finding => {
    const known = changed.get(finding);
    if (known) return known;
    const { hint, ...rest } = finding;
    const doubt = doubts.find(({ paths }) => restsOn(finding, paths));
    const cause = finding.cause ? change(finding.cause) : doubt?.finding;
    const made: Finding = {
      ...rest,
      ...(hint && !isAboutKeys(hint) && { hint }),
      ...(cause && { cause }),
      ...((doubt || cause?.minor || doubtfulFacts.has(dotted(finding.path))) && { severity: 'info', minor: true }),
    };
    changed.set(finding, made);
    return made;
  };
  return change;
}

const restsOn = ({ path, related = [] }: Finding, paths: ReadonlySet<string>): boolean =>
  [path, ...related.filter((one) => one.in !== 'previous').map((one) => one.path)].some((one) =>
    paths.has(dotted(one)),
  );

/** A hint that names keys, commands or bindings is for the writer of a report file. */
const isAboutKeys = ({ zh }: Text): boolean => /[a-z_]{4,}|\{\{/u.test(zh);
