import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';
import { plural, type Text } from '../../diagnostics/text.ts';
import type { Report } from '../../report/report.ts';
import type { PrintedCell, PublishedOrigin } from '../../source/published.ts';
import { cellUnknown } from '../structure/cell-unknown.ts';
import { notACount } from '../structure/not-a-count.ts';
import { isAboutContent } from './about-content.ts';
import { blankForZero, readingDoubtful, tableNotFound } from './rules.ts';

/**
 * The findings of a report that was read from a published file. Those about how a report file is written are left out; those
 * of the reading are added. A finding that rests on a doubtful cell follows from the doubt and is only an info: the reading
 * may be wrong instead of the report.
 */
export function publishedFindings(report: Report, origin: PublishedOrigin, found: readonly Finding[]): Finding[] {
  const doubts = doubtsOf(report, origin);
  const missing = missingTables(report, origin);
  const words = [...cellsIn(report, origin, 'words')].map(([path, cell]) => notANumber(report, path, cell));
  const own = [...missing, ...doubts.map(({ finding }) => finding), ...blanks(report, origin), ...words];
  const told = new Set([...missing, ...words].map(({ path }) => path.join('.')));
  const isTold = ({ rule, path }: Finding): boolean =>
    rule === cellUnknown.id && (told.has(path.join('.')) || told.has(String(path[0])));
  const changed = new Map<Finding, Finding>();
  const change = (finding: Finding): Finding => {
    const known = changed.get(finding);
    if (known) return known;
    const made = changeOne(finding);
    changed.set(finding, made);
    return made;
  };
  const changeOne = ({ hint, ...finding }: Finding): Finding => {
    const doubt = doubts.find(({ paths }) => restsOn(finding, paths));
    const cause = finding.cause ? change(finding.cause) : doubt?.finding;
    const advice = finding.rule === cellUnknown.id ? PRINT_ZERO : hint;
    return {
      ...finding,
      ...(advice && { hint: advice }),
      ...(cause && { cause }),
      ...((doubt || cause?.minor) && { severity: 'info', minor: true }),
    };
  };
  return [...own, ...found.filter((one) => isAboutContent(one) && !isTold(one)).map(change)];
}

const PRINT_ZERO: Text = { zh: '没有的印 0', en: 'Print 0 for none' };

/** A doubt with the cells that it is about. */
interface Doubt {
  readonly finding: Finding;
  readonly paths: ReadonlySet<string>;
}

const restsOn = ({ path, related = [] }: Finding, paths: ReadonlySet<string>): boolean =>
  [path, ...related.filter((one) => one.in !== 'previous').map((one) => one.path)].some((one) =>
    paths.has(one.join('.')),
  );

const finding = (rule: RuleInfo, path: string, message: Text, more: Partial<Finding> = {}): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  path: path.split('.'),
  message,
  ...more,
});

function* cellsIn(report: Report, { cells }: PublishedOrigin, state: PrintedCell['state']) {
  for (const path of report.cells.keys()) {
    const cell = cells.get(path);
    if (cell?.state === state) yield [path, cell] as const;
  }
}

const nameOf = (report: Report, path: string): string => report.cells.get(path)?.name ?? path;

/** One doubt for the cells of a table that are doubtful for the same reason. */
function doubtsOf(report: Report, origin: PublishedOrigin): Doubt[] {
  const groups = new Map<string, [string, PrintedCell][]>();
  for (const [path, cell] of cellsIn(report, origin, 'doubtful')) {
    const key = `${path.split('.')[0]} ${cell.doubt?.en ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), [path, cell]]);
  }
  return [...groups.values()].map((cells) => ({
    paths: withTotals(report, new Set(cells.map(([path]) => path))),
    finding: doubtFinding(report, cells),
  }));
}

/** Adds the totals that are computed from doubtful cells. */
function withTotals({ cells, equations }: Report, paths: Set<string>): ReadonlySet<string> {
  for (const {
    identity,
    left: [total = ''],
    right,
  } of equations) {
    if (identity.definesLeft && cells.get(total)?.state === 'computed' && right.some((path) => paths.has(path)))
      paths.add(total);
  }
  return paths;
}

function doubtFinding(report: Report, cells: readonly [string, PrintedCell][]): Finding {
  const [[path, { doubt, text }]] = cells as [[string, PrintedCell]];
  const why = doubt ?? { zh: '读法没有把握', en: 'the reading is not certain' };
  const count = cells.length;
  const message: Text =
    count === 1
      ? {
          zh: `“${nameOf(report, path)}”读得没有把握：${why.zh}；印的是“${text}”`,
          en: `"${nameOf(report, path)}" was read with doubt: ${why.en}. Printed: "${text}"`,
        }
      : {
          zh: `从“${nameOf(report, path)}”起有 ${count} 格读得没有把握：${why.zh}`,
          en: `${plural(count, 'cell')} from "${nameOf(report, path)}" on were read with doubt: ${why.en}`,
        };
  const related = cells.slice(count === 1 ? 1 : 0).map(([at, cell]) => ({
    path: at.split('.'),
    message: { zh: `${nameOf(report, at)}：“${cell.text}”`, en: `${nameOf(report, at)}: "${cell.text}"` },
  }));
  return finding(readingDoubtful, path, message, {
    hint: {
      zh: '打开文件看这几格；这不说明报告有错',
      en: 'Open the file and look at these cells; the report may be right',
    },
    ...(related.length > 0 && { related }),
  });
}

function missingTables(report: Report, { missing }: PublishedOrigin): Finding[] {
  return report.form.tables
    .filter(({ key }) => missing.includes(key))
    .map(({ key, label }) =>
      finding(
        tableNotFound,
        key,
        { zh: `没有找到“${label}”的表`, en: `The table of "${label}" was not found` },
        {
          hint: {
            zh: '打开文件看一看：没有这张表，是图片，还是样子认不出来',
            en: 'Open the file and look whether the table is missing, is a picture or was not recognized',
          },
        },
      ),
    );
}

/** One finding for the blanks of a table that can only be 0. */
function blanks(report: Report, origin: PublishedOrigin): Finding[] {
  const byTable = new Map<string, string[]>();
  for (const [path] of cellsIn(report, origin, 'zero')) {
    const [table = ''] = path.split('.');
    byTable.set(table, [...(byTable.get(table) ?? []), path]);
  }
  return [...byTable.values()].map((paths) => {
    const name = nameOf(report, paths[0] ?? '');
    const count = paths.length;
    return finding(blankForZero, paths[0] ?? '', {
      zh: count === 1 ? `“${name}”印成了空白，应当印 0` : `从“${name}”起有 ${count} 格印成了空白，应当印 0`,
      en:
        count === 1
          ? `"${name}" is printed as a blank; it should be 0`
          : `${count} cells from "${name}" on are printed as blanks; they should be 0`,
    });
  });
}

const notANumber = (report: Report, path: string, { text }: PrintedCell): Finding =>
  finding(notACount, path, {
    zh: `“${nameOf(report, path)}”印的是“${text}”，不是一个数`,
    en: `"${nameOf(report, path)}" is printed as "${text}", which is not a number`,
  });
