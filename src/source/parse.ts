import { type Document, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import { emptyFile } from './decode.ts';
import { type FindingAt, forbidden } from './forbidden.ts';
import { syntaxError } from './syntax.ts';
import { toData } from './to-data.ts';
import { TOO_DEEP, type YamlMessage } from './yaml-rules.ts';

/** A report file that was read: its data and the position of every value. */
export interface Source {
  /** The name shown to users: the path relative to the working folder, with `/`. */
  readonly file: string;
  readonly text: string;
  /** The byte order mark at the start of the file, if any. It is not part of the text. */
  readonly mark?: string;
  /** Plain data without prototypes; undefined if the file cannot be read. */
  readonly data: unknown;
  readonly document: Document.Parsed | undefined;
  readonly lines: LineCounter;
  /** The findings that say why the file cannot be read; empty if it can. */
  readonly findings: readonly Finding[];
}

/** The source for a file without text to parse. */
export function unreadable(file: string, finding: Finding): Source {
  return { file, text: '', data: undefined, document: undefined, lines: new LineCounter(), findings: [finding] };
}

/** Parses YAML text (1.2, core schema, one document, no anchors, aliases, merge keys or tags) to data with positions. Never throws. */
export function parse(text: string, file: string): Source {
  const lines = new LineCounter();
  const source = { file, text, lines };
  const document = parseSafely(text, lines);
  const findingAt: FindingAt = (message, start, end) => finding(message, rangeAt(lines, start, end));
  if (!document) return { ...source, document, data: undefined, findings: [findingAt(TOO_DEEP, 0, 0)] };
  const error = syntaxError(document, text, findingAt);
  const findings = error ? [error] : forbidden(document, lines, findingAt);
  if (findings.length > 0) return { ...source, document, data: undefined, findings };
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return unreadable(file, emptyFile());
  return { ...source, document, data: toData(contents), findings };
}

/** Converts offsets in the text to lines and columns, from 1. */
export function rangeAt(lines: LineCounter, start: number, end: number): Range {
  const from = lines.linePos(start);
  const to = lines.linePos(Math.max(start, end));
  return {
    line: Math.max(1, from.line),
    column: Math.max(1, from.col),
    endLine: Math.max(1, to.line),
    endColumn: Math.max(1, to.col),
  };
}

const finding = ({ rule, message, hint }: YamlMessage, range: Range): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  message,
  hint,
  path: [],
  range,
});

// `forbidden` finds repeated keys, because the parser would compare every key with every other.
// At the level `silent` the parser would ignore a second document.
const OPTIONS = { prettyErrors: false, logLevel: 'error', merge: false, uniqueKeys: false } as const;

/** More brackets than any report has. With more, the parser could take minutes. */
const MOST_BRACKETS = 20_000;

/** The YAML document; undefined if it is nested too deeply for the parser, which is recursive. */
function parseSafely(text: string, lines: LineCounter): Document.Parsed | undefined {
  if ((text.match(/[[{]/g)?.length ?? 0) > MOST_BRACKETS) return undefined;
  try {
    return parseDocument(text, { lineCounter: lines, ...OPTIONS });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
