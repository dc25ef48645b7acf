import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayWidth, fitting, wrap } from '../diagnostics/display-width.ts';
import { countFindings, type FileResult, fails, type Problem, type RunResult } from '../diagnostics/result.ts';
import { plural, type Text } from '../diagnostics/text.ts';
import { visibleLine } from '../diagnostics/visible.ts';
import type { ReporterOptions } from './reporter.ts';

/** The files that fail a run over several files, one line each with the reason; empty if there is only one file. */
export function failedFiles(results: RunResult, options: ReporterOptions): string[] {
  const { problems = [], failOn, language } = options;
  if (results.length + problems.length < 2) return [];
  const failed = [
    ...results.filter((result) => fails(result, failOn)).map((result) => failedLine(result, options)),
  ].map((line) => cut(visibleLine(line), options.columns - 2));
  const stopped = problems.flatMap((problem) => problemLines(problem, options));
  if (failed.length + stopped.length === 0) return [];
  const title = { zh: '没有通过：', en: 'Failed:' }[language];
  return [title, ...[...failed, ...stopped].map((line) => `  ${line}`)];
}

/** A problem is told in full: its reason comes last, behind the path. */
function problemLines({ file, text }: Problem, { language, columns }: ReporterOptions): string[] {
  const isNamed = file === undefined || text[language].startsWith(file);
  const lines = wrap(visibleLine((isNamed ? '' : `${file}  `) + text[language]), columns - 4);
  return lines.map((line, index) => (index === 0 ? line : `  ${line}`));
}

/** The number of findings that fail a file, and the first of them that does not follow from another. */
function failedLine(result: FileResult, { failOn, language }: ReporterOptions): string {
  const { errors, warnings } = countFindings([result]);
  const failing = result.diagnostics.filter((one) => fails({ diagnostics: [one] }, failOn));
  const first = failing.find(({ cause }) => cause === undefined) ?? failing[0];
  const at = first ? placeOf(first)[language] : '';
  const message = first?.message[language].replaceAll('\n', ' ') ?? '';
  const [zh, en] =
    errors > 0 ? [`${errors} 个错误`, plural(errors, 'error')] : [`${warnings} 个警告`, plural(warnings, 'warning')];
  return {
    zh: `${result.file}  ${zh}${at && `，${at}`}：${message}`,
    en: `${result.file}  ${en}${at && `, ${at}`}: ${message}`,
  }[language];
}

/** The line of a finding or, in a published file, the place in its tables, if known. */
const placeOf = ({ printed, range: { line } }: Diagnostic): Text =>
  printed ? (printed.place ?? { zh: '', en: '' }) : { zh: `第 ${line} 行`, en: `line ${line}` };

const cut = (line: string, columns: number): string =>
  displayWidth(line) <= columns ? line : `${fitting(line, columns - 1)}…`;
