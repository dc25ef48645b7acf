import { check } from '../src/check/check.ts';
import type { Diagnostic, Severity } from '../src/diagnostics/diagnostic.ts';
import { decode } from '../src/source/decode.ts';
import { parse, unreadable } from '../src/source/parse.ts';

/** Checks bytes or text like the command does and returns the findings in order. */
export function findingsOf(content: string | Uint8Array, file = 'report.yaml'): readonly Diagnostic[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const text = decode(bytes);
  return check(typeof text === 'string' ? parse(text, file) : unreadable(file, text)).diagnostics;
}

/** A finding in one line: `8:42 error not-a-count “12件”带了单位“件” → 写成 12`. */
export const oneLine = ({ range, severity, rule, message, hint }: Diagnostic): string =>
  `${range.line}:${range.column} ${severity} ${rule} ${message.zh} → ${hint?.zh ?? ''}`;

/** The finding that a fixture expects on the line below a comment. */
interface Expectation {
  readonly line: number;
  readonly severity: Severity;
  readonly rule: string;
  /** The column, a part of the Chinese message and a part of the Chinese hint, if the comment has them. */
  readonly column: number | undefined;
  readonly message: string;
  readonly hint: string;
}

const COMMENT = /^\s*# (error|warning|info)(?:@(\d+))?: (\S+)(?: ([^→]*?))?(?: ?→ (.*))?\r?$/u;

/**
 * The findings that the comments of a fixture expect, each on the next line that is not such a comment:
 *
 *     # error: rule-id                          that rule on the line below
 *     # error@12: rule-id part of the message → part of the hint
 *
 * In a block of text, the comment is a line of the text. This is harmless if it does not contain braces or markup.
 */
export function expectations(text: string): Expectation[] {
  const lines = text.split('\n');
  return lines.flatMap((comment, index) => {
    const match = COMMENT.exec(comment);
    if (!match) return [];
    const [, severity, column, rule = '', message = '', hint = ''] = match;
    const below = lines.findIndex((line, at) => at > index && !COMMENT.test(line));
    return [
      {
        line: below + 1,
        severity: severity as Severity,
        rule,
        column: column === undefined ? undefined : Number(column),
        message,
        hint,
      },
    ];
  });
}

/**
 * Compares expected and found findings. Returns two lists of lines that are equal if and only if every finding was
 * expected and every expected finding was found.
 */
export function compare(text: string, found: readonly Diagnostic[]): { asked: string[]; found: string[] } {
  const exact = ({ message, hint, column }: Expectation) => message.length + hint.length + (column ? 1 : 0);
  const open = expectations(text).sort((a, b) => exact(b) - exact(a));
  const asked = open.map(describe);
  const named = found.map((finding) => {
    const at = open.findIndex((expectation) => meets(finding, expectation));
    const [met] = at < 0 ? [] : open.splice(at, 1);
    return met ? describe(met) : oneLine(finding);
  });
  return { asked: asked.sort(), found: named.sort() };
}

function meets({ range, severity, rule, message, hint }: Diagnostic, expected: Expectation): boolean {
  return (
    range.line === expected.line &&
    severity === expected.severity &&
    rule === expected.rule &&
    (expected.column === undefined || expected.column === range.column) &&
    message.zh.includes(expected.message) &&
    (hint?.zh ?? '').includes(expected.hint)
  );
}

const describe = ({ line, column, severity, rule, message, hint }: Expectation): string =>
  `${line}${column === undefined ? '' : `:${column}`} ${severity} ${rule} ${message} → ${hint}`;
