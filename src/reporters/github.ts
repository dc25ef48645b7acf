import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import type { Language } from '../diagnostics/text.ts';
import { visibleLine } from '../diagnostics/visible.ts';
import type { Reporter } from './reporter.ts';
import { summarize } from './summary.ts';
import { problemLines, withHint } from './words.ts';

const COMMAND = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * GitHub Actions: one workflow command for each finding, which GitHub shows next to its line, and a summary.
 *
 * Text quoted from a report stays inside the single line of its command, and no other line contains such text:
 * a report must not be able to start a command of its own.
 */
export const github: Reporter = (results, { language, quiet, verbose, problems = [] }) => {
  const found = results.flatMap(({ diagnostics }) => diagnostics);
  const lines = found.filter(({ severity }) => verbose || severity !== 'info').map((one) => command(one, language));
  const unable = problems.map((one) => `::error::${data(problemLines(one, language))}`);
  const end = quiet ? [] : [summarize(results, language, verbose, problems)];
  return [...lines, ...unable, ...end].map((line) => `${line}\n`).join('');
};

function command(diagnostic: Diagnostic, language: Language): string {
  const { file, rule, severity, range, printed } = diagnostic;
  const properties = Object.entries({ file, ...(!printed && place(range)), title: rule });
  const list = properties.map(([key, value]) => `${key}=${escapeProperty(visibleLine(String(value)))}`).join(',');
  return `::${COMMAND[severity]} ${list}::${data(withHint(diagnostic, language))}`;
}

const data = (lines: readonly string[]): string => escapeData(lines.map(visibleLine).join('\n'));

// GitHub accepts columns only if the place is within one line.
const place = ({ line, column, endLine, endColumn }: Range) =>
  line === endLine ? { line, col: column, endLine, endColumn } : { line, endLine };

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
