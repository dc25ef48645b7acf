import type { Diagnostic, LocatedRelated, Severity } from '../diagnostics/diagnostic.ts';
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
export const CAUSE: Text = { zh: '起因：', en: 'Follows from: ' };

/** The message and the hint of a finding, one line each. */
export const withHint = ({ message, hint }: Diagnostic, language: Language): string[] => [
  message[language],
  ...(hint ? [HINT[language] + hint[language]] : []),
];

/** The message of a problem, its details and its hint, one line each. */
export const problemLines = ({ text, details = [], hint }: Problem, language: Language): string[] => [
  ...[text, ...details].map((line) => line[language]),
  ...(hint ? [HINT[language] + hint[language]] : []),
];

/** A related cell with its line, and with its file if that is a different one (last year's report). */
export function relatedText({ file, range, message }: LocatedRelated, own: string, language: Language): string {
  const there = file === own ? '' : `${file} `;
  return { zh: `${there}第 ${range.line} 行，${message.zh}`, en: `${there}line ${range.line}, ${message.en}` }[
    language
  ];
}

/** The finding that caused another one. */
export const causeText = ({ rule, range }: Diagnostic, language: Language): string =>
  ({
    zh: `第 ${range.line} 行的 ${rule}；改好那一处，这一处多半也就好了`,
    en: `${rule} in line ${range.line}; correct that first`,
  })[language];
