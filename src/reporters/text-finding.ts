import type picocolors from 'picocolors';
import { codeFrame } from '../diagnostics/code-frame.ts';
import type { Diagnostic, PrintedPlace } from '../diagnostics/diagnostic.ts';
import { wrap } from '../diagnostics/display-width.ts';
import type { FileResult } from '../diagnostics/result.ts';
import type { Text } from '../diagnostics/text.ts';
import { visibleLine } from '../diagnostics/visible.ts';
import type { ReporterOptions } from './reporter.ts';
import { CAUSE, causeText, HINT, REFERENCE, RELATED, relatedText, SEVERITY } from './words.ts';

const WAIVER: Text = {
  zh: '豁免：看过并且可以不改，把下面一项写进 waivers：',
  en: 'Waiver: if this is not a mistake, add the following to waivers:',
};
const MOST_RELATED = 6;

type Palette = ReturnType<typeof picocolors.createColors>;

/** The context that a finding is printed in. */
export interface PrintContext {
  readonly result: FileResult;
  /** The lines of the file. */
  readonly lines: readonly string[];
  readonly options: ReporterOptions;
  readonly colors: Palette;
}

/** A finding in full. Its cause is not named if it is printed right above (`under`). */
export function findingLines(diagnostic: Diagnostic, setting: PrintContext, under: boolean): string[] {
  const { result, options, colors } = setting;
  const { language, verbose } = options;
  const { message, hint, reference, cause, waiver } = diagnostic;
  const origin = under || cause === undefined ? undefined : result.diagnostics[cause];
  return [
    ...headline(diagnostic, setting),
    ...indented(message[language], options.columns),
    ...frame(diagnostic, setting),
    ...(hint ? labelled(HINT[language], hint[language], setting) : []),
    ...relatedLines(diagnostic, setting),
    ...(origin ? labelled(CAUSE[language], causeText(origin, language), setting) : []),
    ...(reference && verbose ? labelled(REFERENCE[language], reference[language], setting) : []),
    ...(waiver ? waiverLines(waiver, setting).map((line) => `  ${colors.dim(line)}`) : []),
  ];
}

const paintOf = ({ severity }: Diagnostic, colors: Palette) =>
  ({ error: colors.red, warning: colors.yellow, info: colors.cyan })[severity];

function headline(diagnostic: Diagnostic, { options, colors }: PrintContext): string[] {
  const { file, range, printed, rule, severity } = diagnostic;
  const where = printed ? ` ${printed.place?.[options.language] ?? ''}` : `:${range.line}:${range.column}`;
  const place = colors.bold(visibleLine(`${file}${where}`.trimEnd()));
  const label = paintOf(diagnostic, colors)(SEVERITY[severity][options.language]);
  return [`${place}  ${label}  ${colors.dim(rule)}`];
}

function frame(diagnostic: Diagnostic, { lines, options, colors }: PrintContext): string[] {
  if (diagnostic.printed) return printedLine(diagnostic.printed, options).map(colors.dim);
  const paint = paintOf(diagnostic, colors);
  return codeFrame(lines, diagnostic.range, options.columns - 2).map(({ kind, text }) => {
    if (kind === 'pointer') return `  ${paint(text)}`;
    return `  ${kind === 'context' ? colors.dim(text) : text}`;
  });
}

/** What stands in the cell of a published file. */
function printedLine({ text }: PrintedPlace, { language, columns }: ReporterOptions): string[] {
  if (text === undefined || text === '') return [];
  return indented({ zh: `印的是：${text}`, en: `Printed: ${text}` }[language], columns);
}

const indented = (message: string, columns: number): string[] =>
  wrap(visibleLine(message), columns - 2).map((line) => `  ${line}`);

function labelled(label: string, message: string, { options, colors }: PrintContext): string[] {
  const [first = '', ...rest] = indented(`${label}${message}`, options.columns);
  const end = 2 + label.length;
  return [`  ${colors.bold(first.slice(2, end))}${first.slice(end)}`, ...rest];
}

function relatedLines({ file, related }: Diagnostic, setting: PrintContext): string[] {
  const { language, verbose } = setting.options;
  const telling = verbose ? related : related.filter(({ minor }) => !minor);
  const shown = verbose ? telling : telling.slice(0, MOST_RELATED);
  const more = telling.length - shown.length;
  const lines = shown.flatMap((other) => labelled(RELATED[language], relatedText(other, file, language), setting));
  const rest = { zh: `另有 ${more} 处，--verbose 全部列出`, en: `${more} more: --verbose lists them` }[language];
  return more > 0 ? [...lines, `  ${setting.colors.dim(rest)}`] : lines;
}

// Its lines are not wrapped, because they are pasted into the report.
const waiverLines = (waiver: string, { options }: PrintContext): string[] => [
  ...wrap(WAIVER[options.language], options.columns - 2),
  ...waiver
    .trimEnd()
    .split('\n')
    .map((line) => `  ${visibleLine(line)}`),
];
