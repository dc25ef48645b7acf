import { type Document, isScalar, LineCounter } from 'yaml';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import { OverLimit, parseDocument } from './bounded-parser.ts';
import { emptyFile } from './decode.ts';
import { type FindingAt, forbidden } from './forbidden.ts';
import type { PublishedOrigin } from './published.ts';
import { quickContents } from './quick/quick-contents.ts';
import type { Remark } from './remarks/remark.ts';
import { remarksOf } from './remarks/remarks.ts';
import { findSlips } from './slips/find-slips.ts';
import { inGroups } from './slips/groups.ts';
import type { Slip } from './slips/slip.ts';
import { isSuspicious } from './slips/suspicious.ts';
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
  /** What `yaml` makes of the text. It is parsed at the first use, which takes longer than reading the data. */
  readonly document: Document.Parsed | undefined;
  /** The nodes of the text: keys and values with `source`, `type` and `range`, but without comments. */
  readonly contents: unknown;
  readonly lines: LineCounter;
  /** The findings that say why the file cannot be read; empty if it can. */
  readonly findings: readonly Finding[];
  /** Slips of a file that YAML cannot read as it was meant. `fix` mends those that have edits. */
  readonly slips: readonly Slip[];
  /** What should be said about the values of a file that can be read. */
  readonly remarks: readonly Remark[];
  /** Set if the report was read from a published file; `text` is then what `report import` writes for it. */
  readonly published?: PublishedOrigin;
  /** Set for a file that was found in a folder and has nothing to do with annual reports. */
  readonly foreign?: true;
}

const NONE = { slips: [], remarks: [] };

/** The source for a file without text to parse. */
export function unreadable(file: string, finding: Finding): Source {
  return {
    file,
    text: '',
    data: undefined,
    document: undefined,
    contents: undefined,
    lines: new LineCounter(),
    findings: [finding],
    ...NONE,
  };
}

/**
 * Parses YAML text (1.2, core schema, one document, no anchors, aliases, merge keys or tags) to data with positions. Never throws.
 * Most reports are read by a quick reader of our own; `yaml` parses them only if somebody asks for the document.
 */
export function parse(text: string, file: string): Source {
  const contents = quickContents(text);
  if (contents === undefined) return parseWithYaml(text, file);
  let document: Document.Parsed | undefined;
  let lines: LineCounter | undefined;
  return {
    file,
    text,
    data: toData(contents),
    contents,
    findings: [],
    slips: [],
    remarks: remarksOf(contents, text),
    get document() {
      document ??= parseDocument(text);
      return document;
    },
    get lines() {
      lines ??= linesOf(text);
      return lines;
    },
  };
}

/** As `parse`, without the quick reader. */
export function parseWithYaml(text: string, file: string): Source {
  const lines = linesOf(text);
  const source = { file, text, lines, ...NONE };
  const document = parseBounded(text);
  const findingAt: FindingAt = (message, start, end) => finding(message, rangeAt(lines, start, end));
  if (document instanceof OverLimit) {
    const findings = [findingAt(document.finding, document.offset, document.offset)];
    return { ...source, document: undefined, contents: undefined, data: undefined, findings };
  }
  const { contents } = document;
  const { findings, slips } = faults(document, text, lines, findingAt);
  if (findings.length > 0) return { ...source, document, contents, data: undefined, findings, slips };
  if (contents === null || (isScalar(contents) && contents.value === null)) return unreadable(file, emptyFile());
  return { ...source, document, contents, data: toData(contents), findings, remarks: remarksOf(contents, text) };
}

/** Why a text cannot be read as a report: slips that a person can understand, or else the first error of the parser. */
function faults(document: Document.Parsed, text: string, lines: LineCounter, findingAt: FindingAt): Faults {
  const error = syntaxError(document, text, findingAt);
  const slips = error?.isCertain || !(error || isSuspicious(document, text)) ? [] : findSlips(text);
  // The parser may notice a line that is indented too far at the value above it.
  const isExplained = slips.some(
    ({ start }) => error === undefined || start <= lineEnd(text, lineEnd(text, error.offset) + 1),
  );
  if (isExplained)
    return { slips, findings: inGroups(slips).map(({ message, start, end }) => findingAt(message, start, end)) };
  return { slips: [], findings: error ? [error.finding] : forbidden(document, lines, findingAt) };
}

type Faults = Pick<Source, 'findings' | 'slips'>;

const lineEnd = (text: string, offset: number): number => (text.indexOf('\n', offset) + 1 || text.length + 1) - 1;

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
