import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Report } from '../../report/report.ts';
import type { PublishedOrigin } from '../../source/published.ts';
import { cellUnknown } from '../structure/cell-unknown.ts';
import { notACount } from '../structure/not-a-count.ts';
import { type CellAt, cellsIn, nameOf } from './cells-in.ts';
import { blankForZero, ofRule, tableNotFound } from './rules.ts';

/** One finding for each table of the form that was not found in a published file. */
export const missingTables = (report: Report, { missing }: PublishedOrigin): Finding[] =>
  report.form.tables
    .filter(({ key }) => missing.includes(key))
    .map(({ key, label }) => ({
      ...ofRule(tableNotFound),
      path: [key],
      message: { zh: `没有找到“${label}”的表`, en: `The table of "${label}" was not found` },
      hint: {
        zh: '打开文件看一看：没有这张表，是图片，还是样子认不出来',
        en: 'Open the file and look whether the table is missing, is a picture or was not recognized',
      },
    }));

/** One finding for the blanks of each table: those that can only be 0 are a warning, the others an error. */
export const blankFindings = (report: Report, origin: PublishedOrigin): Finding[] => [
  ...byTable(cellsIn(report, origin, 'blank')).map((cells) => blanks(report, cells, cellUnknown, UNKNOWN)),
  ...byTable(cellsIn(report, origin, 'zero')).map((cells) => blanks(report, cells, blankForZero, ZERO)),
];

const UNKNOWN: Text = { zh: '没有的印 0', en: 'Print 0 for none' };
const ZERO: Text = { zh: '按合计只能是 0，印上 0', en: 'By the sums they can only be 0: print 0' };

function blanks(report: Report, cells: readonly CellAt[], rule: RuleInfo, hint: Text): Finding {
  const [path] = cells[0] as CellAt;
  const name = nameOf(report, path);
  const count = cells.length;
  const related = cells.map(([at]) => ({
    path: at.split('.'),
    message: { zh: nameOf(report, at), en: nameOf(report, at) },
    minor: true as const,
  }));
  return {
    ...ofRule(rule),
    path: path.split('.'),
    message:
      count === 1
        ? { zh: `“${name}”没有数`, en: `"${name}" has no number` }
        : { zh: `从“${name}”起有 ${count} 格没有数`, en: `${count} cells from "${name}" on have no number` },
    hint,
    ...(count > 1 && { related }),
  };
}

function byTable(cells: readonly CellAt[]): CellAt[][] {
  const tables = new Map<string, CellAt[]>();
  for (const [path, cell] of cells) {
    const [table = ''] = path.split('.');
    tables.set(table, [...(tables.get(table) ?? []), [path, cell]]);
  }
  return [...tables.values()];
}

/** One finding for each cell in which something else than a number is printed. */
export const notNumbers = (report: Report, origin: PublishedOrigin): Finding[] =>
  cellsIn(report, origin, 'words').map(([path, { text }]) => ({
    ...ofRule(notACount),
    path: path.split('.'),
    message: {
      zh: `“${nameOf(report, path)}”印的是“${text}”，不是一个数`,
      en: `"${nameOf(report, path)}" is printed as "${text}", which is not a number`,
    },
  }));
