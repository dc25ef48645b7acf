import type { Diagnostic, LocatedRelated, PrintedPlace, Range, Severity } from '../diagnostics/diagnostic.ts';
import type { Problem } from '../diagnostics/result.ts';
import type { Language, Text } from '../diagnostics/text.ts';

/** Words that several reporters print. */

export const SEVERITY: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};
export const UNABLE: Text = { zh: '不能完成：', en: 'error: ' };
export const HINT: Text = { zh: '建议：', en: 'Hint: ' };
export const REFERENCE: Text = { zh: '依据：', en: 'Source: ' };
export const RELATED: Text = { zh: '有关：', en: 'See: ' };
const COLON: Text = { zh: '：', en: ': ' };
export const CAUSE: Text = { zh: '起因：', en: 'Follows from: ' };

/** The message and the hint of a finding, one line each; in a published file after its place, which is no line. */
export const withHint = ({ message, hint, printed }: Diagnostic, language: Language): string[] => [
  printed?.place ? `${printed.place[language]}${COLON[language]}${message[language]}` : message[language],
  ...(hint ? [HINT[language] + hint[language]] : []),
];

/** The message of a problem, its details and its hint, one line each. */
export const problemLines = ({ text, details = [], hint }: Problem, language: Language): string[] => [
  ...[text, ...details].map((line) => line[language]),
  ...(hint ? [HINT[language] + hint[language]] : []),
];

/** The place of a finding in its file: its line, or in a published file what the reader knows of it. */
export const placeIn = ({ range, printed }: { readonly range: Range; readonly printed?: PrintedPlace }): Text =>
  printed ? (printed.place ?? SOMEWHERE) : { zh: `第 ${range.line} 行`, en: `line ${range.line}` };

const SOMEWHERE: Text = { zh: '全文', en: 'the file' };

/** A related cell with its line, and with its file if that is a different one (last year's report). */
export function relatedText(related: LocatedRelated, own: string, language: Language): string {
  const there = related.file === own ? '' : `${related.file} `;
  const comma = { zh: '，', en: ', ' }[language];
  return `${there}${placeIn(related)[language]}${comma}${related.message[language]}`;
}

/** The finding that caused another one. */
export const causeText = (cause: Diagnostic, language: Language): string =>
  ({
    zh: `${placeIn(cause).zh}的 ${cause.rule}；改好那一处，这一处多半也就好了`,
    en: `${cause.rule} in ${placeIn(cause).en}; correct that first`,
  })[language];
