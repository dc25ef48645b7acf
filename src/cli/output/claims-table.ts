import { type ProseSummary, summaryOf } from '../../check/prose-summary.ts';
import type { ReadFigure } from '../../check/read-figures.ts';
import { REASON_NAMES } from '../../claims/reasons.ts';
import type { Reason } from '../../claims/statement.ts';
import { displayWidth } from '../../diagnostics/display-width.ts';
import { start } from '../../diagnostics/shortened.ts';
import type { Language, Text } from '../../diagnostics/text.ts';
import { visibleLine } from '../../diagnostics/visible.ts';
import type { Report } from '../../report/report.ts';

/** The figures of one file; without `report` it could not be read. */
export interface FigureList {
  /** The file name to show. */
  readonly file: string;
  readonly report: Report | undefined;
  readonly figures: readonly ReadFigure[];
}

/** The columns of the table of reports. */
const COLUMNS: readonly (readonly [name: Text, cell: (summary: ProseSummary) => string])[] = [
  [{ zh: '一致', en: 'agree' }, ({ agree }) => String(agree)],
  [{ zh: '不一致', en: 'contradict' }, ({ contradict }) => String(contradict)],
  [{ zh: '没有核对', en: 'not compared' }, ({ open }) => String(open)],
  [{ zh: '和表无关', en: 'other' }, ({ other }) => String(other)],
  [{ zh: '核实', en: 'proven' }, ({ proven }) => (proven === undefined ? '—' : `${proven}%`)],
];

const REPORT: Text = { zh: '报告', en: 'report' };
const UNREADABLE: Text = { zh: '（读不出报告）', en: ' (cannot be read)' };

/** A table of reports: its head, a row for each report and one for all of them. */
export interface SummaryTable {
  readonly head: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly file: string; readonly list: FigureList }[];
  readonly all: readonly string[];
}

/** How much of each report is proven, in the order of the files. */
export function tableOf(lists: readonly FigureList[], language: Language): SummaryTable {
  const cellsOf = (summary: ProseSummary) => COLUMNS.map(([, cell]) => cell(summary));
  return {
    head: [...COLUMNS.map(([name]) => name[language]), REPORT[language]],
    rows: lists.map((list) => ({
      list,
      file: list.report ? list.file : `${list.file}${UNREADABLE[language]}`,
      cells: list.report ? cellsOf(summaryOf(list.figures)) : COLUMNS.map(() => '—'),
    })),
    all: [...cellsOf(summaryOf(lists.flatMap(({ figures }) => figures))), reportsText(lists.length, language)],
  };
}

const reportsText = (count: number, language: Language): string =>
  language === 'zh' ? `合计 ${count} 份` : `${count} reports in all`;

/** The table in columns; the file name, which can be long, is last. */
export function tableText({ head, rows, all }: SummaryTable): string {
  const lines = [head, ...rows.map(({ cells, file }) => [...cells, visibleLine(start(file))]), all];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => displayWidth(line[column] ?? ''))));
  const padded = (cell: string, column: number) => ' '.repeat((widths[column] ?? 0) - displayWidth(cell)) + cell;
  return lines
    .map((line) => line.map((cell, column) => (column === COLUMNS.length ? cell : padded(cell, column))).join('  '))
    .join('\n');
}

/** `正文里 31 处数和结论：一致 12，…`, and why some were not compared. */
export function summaryText(summary: ProseSummary, language: Language): string {
  const { figures, open } = summary;
  const parts = COLUMNS.slice(0, -1).map(([name, cell]) => `${name[language]} ${cell(summary)}`);
  const reasons = open === 0 ? '' : reasonsText(summary, language);
  return language === 'zh'
    ? `正文里 ${figures} 处数和结论：${parts.join('，')}${reasons && `。没有核对的：${reasons}`}`
    : `${figures} ${figures === 1 ? 'figure or conclusion' : 'figures and conclusions'} in the prose: ${parts.join(', ')}${reasons && `. Not compared: ${reasons}`}`;
}

const reasonsText = ({ reasons }: ProseSummary, language: Language): string =>
  Object.entries(reasons)
    .map(([reason, count]) => `${REASON_NAMES[reason as Reason][language]} ${count}`)
    .join(language === 'zh' ? '，' : ', ');
