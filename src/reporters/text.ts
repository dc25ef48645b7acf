import picocolors from 'picocolors';
import { codeFrame } from '../diagnostics/code-frame.ts';
import type { Diagnostic, LocatedRelated, Severity } from '../diagnostics/diagnostic.ts';
import { wrap } from '../diagnostics/display-width.ts';
import { countFindings, type FileResult } from '../diagnostics/result.ts';
import type { Text } from '../diagnostics/text.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

const SEVERITY: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};
const HINT: Text = { zh: '建议：', en: 'Hint: ' };
const REFERENCE: Text = { zh: '依据：', en: 'Source: ' };
const RELATED: Text = { zh: '有关：', en: 'See: ' };
const MOST_RELATED = 6;
const MOST_FINDINGS = 50;

/** For people: what, where, why and what to do; a summary at the end. */
export const text: Reporter = (results, options) => {
  const found = results.flatMap((result) => fileBlocks(result, options));
  const end = summary(results, options);
  return [...found, ...end].map((block) => `${block}\n`).join('\n');
};

type Colors = ReturnType<typeof picocolors.createColors>;

function fileBlocks(result: FileResult, options: ReporterOptions): string[] {
  const colors = picocolors.createColors(options.color);
  const lines = result.text.split('\n');
  const found = result.diagnostics.filter(({ severity }) => options.verbose || severity !== 'info');
  const shown = options.verbose ? found : found.slice(0, MOST_FINDINGS);
  const blocks = shown.map((diagnostic) => block(diagnostic, { result, lines, options, colors }).join('\n'));
  const more = found.length - shown.length;
  const rest = {
    zh: `${result.file} 还有 ${more} 处，--verbose 全部列出`,
    en: `${more} more in ${result.file}: --verbose lists them`,
  };
  return more > 0 ? [...blocks, colors.dim(rest[options.language])] : blocks;
}

/** What a finding is printed with. */
interface Setting {
  readonly result: FileResult;
  readonly lines: readonly string[];
  readonly options: ReporterOptions;
  readonly colors: Colors;
}

function block(diagnostic: Diagnostic, { result, lines, options, colors }: Setting): string[] {
  const { language, columns } = options;
  const { file, range, rule, severity, message, hint, reference } = diagnostic;
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
  const frame = codeFrame(lines, range, columns - 2).map(({ kind, text: line }) => {
    if (kind === 'pointer') return `  ${paint(line)}`;
    return `  ${kind === 'context' ? colors.dim(line) : line}`;
  });
  return [
    `${colors.bold(`${file}:${range.line}:${range.column}`)}  ${paint(SEVERITY[severity][language])}  ${colors.dim(rule)}`,
    ...indented(message[language], columns),
    ...frame,
    ...(hint ? labelled(HINT[language], hint[language], columns, colors) : []),
    ...relatedLines(diagnostic, options, colors),
    ...causeLine(diagnostic, result, options, colors),
    ...(reference && options.verbose ? labelled(REFERENCE[language], reference[language], columns, colors) : []),
  ];
}

const indented = (message: string, columns: number): string[] => wrap(message, columns - 2).map((line) => `  ${line}`);

function labelled(label: string, message: string, columns: number, colors: Colors): string[] {
  const [first = '', ...rest] = wrap(`${label}${message}`, columns - 2);
  return [
    `  ${colors.bold(first.slice(0, label.length))}${first.slice(label.length)}`,
    ...rest.map((line) => `  ${line}`),
  ];
}

function relatedLines({ related }: Diagnostic, options: ReporterOptions, colors: Colors): string[] {
  const { language, verbose, columns } = options;
  const telling = verbose ? related : related.filter(({ minor }) => !minor);
  const shown = verbose ? telling : telling.slice(0, MOST_RELATED);
  const more = telling.length - shown.length;
  const lines = shown.flatMap((other) => labelled(RELATED[language], relatedText(other, language), columns, colors));
  const rest = { zh: `另有 ${more} 处，--verbose 全部列出`, en: `${more} more: --verbose lists them` }[language];
  return more > 0 ? [...lines, `  ${colors.dim(rest)}`] : lines;
}

function relatedText({ range, message }: LocatedRelated, language: keyof Text): string {
  return language === 'zh' ? `第 ${range.line} 行，${message.zh}` : `line ${range.line}, ${message.en}`;
}

function causeLine(
  { cause }: Diagnostic,
  result: FileResult,
  { language, columns }: ReporterOptions,
  colors: Colors,
): string[] {
  const origin = cause === undefined ? undefined : result.diagnostics[cause];
  if (!origin) return [];
  const { rule, range } = origin;
  const label = { zh: '起因：', en: 'Follows from: ' }[language];
  const place = {
    zh: `第 ${range.line} 行的 ${rule}；改好那一处，这一处多半也就好了`,
    en: `${rule} in line ${range.line}; mend that first`,
  };
  return labelled(label, place[language], columns, colors);
}

function summary(results: readonly FileResult[], { language, color, quiet }: ReporterOptions): string[] {
  const { errors, warnings } = countFindings(results);
  if (quiet) return [];
  const colors = picocolors.createColors(color);
  const files = results.length;
  const outputs = results.flatMap((result) => result.outputs);
  const written = outputs.map((output) => `${colors.green('→')} ${output}`);
  if (errors + warnings === 0) {
    const clean = { zh: `${files} 份报告，没有发现问题`, en: `${plural(files, 'report')}, nothing found` }[language];
    return [[...written, colors.green(`✓ ${clean}`)].join('\n')];
  }
  const found = {
    zh: `${files} 份报告：${errors} 个错误，${warnings} 个警告`,
    en: `${plural(files, 'report')}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}`,
  }[language];
  const verdict = errors > 0 ? colors.red(`✗ ${found}`) : colors.yellow(`! ${found}`);
  return [[...written, verdict].join('\n')];
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
