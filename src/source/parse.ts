import { type Document, isScalar, LineCounter } from 'yaml';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import { OverLimit, parseDocument } from './bounded-parser.ts';
import { emptyFile } from './decode.ts';
import { type FindingAt, forbidden } from './forbidden.ts';
import { syntaxError } from './syntax.ts';
import { toData } from './to-data.ts';
import type { YamlMessage } from './yaml-rules.ts';

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
  const lines = linesOf(text);
  const source = { file, text, lines };
  const parsed = parseBounded(text);
  const findingAt: FindingAt = (message, start, end) => finding(message, rangeAt(lines, start, end));
  if (parsed instanceof OverLimit) {
    const findings = [findingAt(parsed.finding, parsed.offset, parsed.offset)];
    return { ...source, document: undefined, data: undefined, findings };
  }
  const document = parsed;
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

/** The starts of all lines; the parser stops to count them once it has failed. */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

function parseBounded(text: string): Document.Parsed | OverLimit {
  try {
    return parseDocument(text);
  } catch (error) {
    if (error instanceof OverLimit) return error;
    throw error;
  }
}
