import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileResult, RunResult } from '../diagnostics/result.ts';
import type { Language, Text } from '../diagnostics/text.ts';
import { visibleLine } from '../diagnostics/visible.ts';
import type { ReporterOptions } from './reporter.ts';
import { placeIn, problemLines, SEVERITY, UNABLE } from './words.ts';

/** A table of text and numbers with a header, for spreadsheets. */
export interface ResultTable {
  readonly name: string;
  readonly header: readonly string[];
  /** The most that each column needs, in digits; longer texts are folded. */
  readonly widest: readonly number[];
  readonly rows: readonly (readonly (string | number)[])[];
}

type Value = string | number | undefined;

/** A column: its header, its value in the row of a finding, and how wide it gets. */
type FindingColumn = readonly [
  header: Text,
  value: (finding: Diagnostic, file: FileResult, language: Language) => Value,
  widest: number,
];

const FINDING_COLUMNS: readonly FindingColumn[] = [
  [{ zh: '机关', en: 'Agency' }, (_, { subject }) => subject?.agency, 18],
  [{ zh: '年度', en: 'Year' }, (_, { subject }) => subject?.year, 8],
  [{ zh: '文件', en: 'File' }, ({ file }) => file, 20],
  [{ zh: '级别', en: 'Severity' }, ({ severity }, _, language) => SEVERITY[severity][language], 9],
  [{ zh: '规则', en: 'Rule' }, ({ rule }) => rule, 18],
  [{ zh: '单元格', en: 'Cell' }, ({ name, path }) => name ?? path.join('.'), 22],
  [{ zh: '位置', en: 'Place' }, (finding, _, language) => placeIn(finding)[language], 14],
  [{ zh: '印的是', en: 'Printed' }, ({ printed }) => printed?.text, 12],
  [{ zh: '问题', en: 'Finding' }, ({ message }, _, language) => message[language], 34],
  [{ zh: '建议', en: 'Hint' }, ({ hint }, _, language) => hint?.[language], 26],
  [
    { zh: '起因', en: 'Follows from' },
    ({ cause }, { diagnostics }, language) =>
      (cause !== undefined && diagnostics[cause]?.message[language]) || undefined,
    22,
  ],
];

/** The findings of a run, one row each, as a superior office sends them round. What could not be checked has a row too. */
export function findingsTable(results: RunResult, options: ReporterOptions): ResultTable {
  const { language, verbose, problems = [] } = options;
  const found = results.flatMap((file) =>
    file.diagnostics
      .filter(({ severity }) => verbose || severity !== 'info')
      .map((finding) => FINDING_COLUMNS.map(([, value]) => cell(value(finding, file, language)))),
  );
  const unable = problems.map((problem) =>
    FINDING_COLUMNS.map(([{ en }]) =>
      cell({ File: problem.file, Severity: UNABLE[language], Finding: problemLines(problem, language).join(' ') }[en]),
    ),
  );
  const header = FINDING_COLUMNS.map(([text]) => text[language]);
  return {
    name: { zh: '问题', en: 'Findings' }[language],
    header,
    widest: FINDING_COLUMNS.map(([, , widest]) => widest),
    rows: [...found, ...unable],
  };
}

const FILE_COLUMNS: readonly (readonly [header: Text, value: (file: FileResult) => Value])[] = [
  [{ zh: '机关', en: 'Agency' }, ({ subject }) => subject?.agency],
  [{ zh: '年度', en: 'Year' }, ({ subject }) => subject?.year],
  [{ zh: '文件', en: 'File' }, ({ file }) => file],
  [{ zh: '错误', en: 'Errors' }, (file) => count(file, 'error')],
  [{ zh: '警告', en: 'Warnings' }, (file) => count(file, 'warning')],
  [{ zh: '提示', en: 'Notes' }, (file) => count(file, 'info')],
  [{ zh: '已豁免', en: 'Waived' }, ({ waived }) => waived.length],
];

/** The files of a run, one row each, with the number of findings. */
export function filesTable(results: RunResult, { language, verbose }: ReporterOptions): ResultTable {
  // Notes that the findings do not list are not counted either.
  const columns = FILE_COLUMNS.filter(([{ en }]) => verbose || en !== 'Notes');
  return {
    name: { zh: '汇总', en: 'Files' }[language],
    header: columns.map(([text]) => text[language]),
    widest: columns.map(() => 40),
    rows: results.map((file) => columns.map(([, value]) => cell(value(file)))),
  };
}

const count = ({ diagnostics }: FileResult, severity: Diagnostic['severity']): number =>
  diagnostics.filter((one) => one.severity === severity).length;

const cell = (value: Value): string | number => (typeof value === 'number' ? value : visibleLine(value ?? ''));
