import type { Finding } from '../../diagnostics/diagnostic.ts';
import { plural, type Text } from '../../diagnostics/text.ts';
import type { Report } from '../../report/report.ts';
import type { PrintedCell, PublishedOrigin } from '../../source/published.ts';
import { type CellAt, cellsIn, nameOf } from './cells-in.ts';
import { ofRule, readingDoubtful } from './rules.ts';

/** A doubt about the reading, with the cells that it makes doubtful. */
export interface ReadingDoubt {
  readonly finding: Finding;
  readonly paths: ReadonlySet<string>;
}

/** One doubt for the whole file, and one for the cells of a table that are doubtful for the same reason. */
export function readingDoubts(report: Report, origin: PublishedOrigin): ReadingDoubt[] {
  const whole = origin.doubt && { finding: fileDoubt(origin.doubt), paths: new Set<string>() };
  const cells = cellDoubts(report, origin).map((one) =>
    whole && one.doubt?.en === origin.doubt?.en ? { ...one, finding: ofFile(report, one, whole.finding) } : one,
  );
  return whole ? [whole, ...cells] : cells;
}

const fileDoubt = (message: Text): Finding => ({
  ...ofRule(readingDoubtful),
  path: [],
  message,
  hint: {
    zh: '对照原件看；这不说明报告有错',
    en: 'Compare with the original; the report may be right',
  },
});

/** The same without the reason, which the doubt about the file says. */
function ofFile(report: Report, { finding }: ReadingDoubt, cause: Finding): Finding {
  const name = nameOf(report, finding.path.join('.'));
  const count = finding.related?.length ?? 1;
  return {
    ...finding,
    cause,
    message: {
      zh: `从“${name}”起有 ${count} 格因此存疑`,
      en: `${plural(count, 'cell')} from "${name}" on ${count === 1 ? 'is' : 'are'} doubtful for this reason`,
    },
  };
}

function cellDoubts(report: Report, origin: PublishedOrigin): (ReadingDoubt & Pick<PrintedCell, 'doubt'>)[] {
  const groups = new Map<string, CellAt[]>();
  for (const [path, cell] of cellsIn(report, origin, 'doubtful')) {
    const key = `${path.split('.')[0]} ${cell.doubt?.en ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), [path, cell]]);
  }
  return [...groups.values()].map((cells) => ({
    paths: withTotals(report, new Set(cells.map(([path]) => path))),
    finding: doubtFinding(report, cells),
    ...(cells[0]?.[1].doubt && { doubt: cells[0][1].doubt }),
  }));
}

/** Adds the totals that are computed from doubtful cells. */
function withTotals({ cells, equations }: Report, paths: Set<string>): ReadonlySet<string> {
  for (const { identity, left, right } of equations) {
    const [total = ''] = left;
    if (identity.definesLeft && cells.get(total)?.state === 'computed' && right.some((path) => paths.has(path)))
      paths.add(total);
  }
  return paths;
}

function doubtFinding(report: Report, cells: readonly CellAt[]): Finding {
  const [path, { doubt = NOT_CERTAIN, text }] = cells[0] as CellAt;
  const name = nameOf(report, path);
  const related = cells.map(([at, cell]) => ({ path: at.split('.'), message: printedWords(nameOf(report, at), cell) }));
  return {
    ...ofRule(readingDoubtful),
    path: path.split('.'),
    message:
      cells.length === 1
        ? {
            zh: `“${name}”存疑：${doubt.zh}；印的是“${text}”`,
            en: `"${name}" is doubtful: ${doubt.en}. Printed: "${text}"`,
          }
        : {
            zh: `从“${name}”起有 ${cells.length} 格存疑：${doubt.zh}`,
            en: `${plural(cells.length, 'cell')} from "${name}" on are doubtful: ${doubt.en}`,
          },
    hint: {
      zh: '打开文件看这几格；这不说明报告有错',
      en: 'Open the file and look at these cells; the report may be right',
    },
    ...(cells.length > 1 && { related }),
  };
}

const NOT_CERTAIN: Text = { zh: '可能读错了', en: 'it may have been read wrongly' };

const printedWords = (name: string, { text }: PrintedCell): Text => ({
  zh: `${name}：“${text}”`,
  en: `${name}: "${text}"`,
});
