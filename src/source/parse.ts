import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import { emptyFile } from './decode.ts';
import { BRACES, duplicateKey, reference, type SyntaxMessage, syntaxMessage, TOO_DEEP } from './syntax.ts';
import { keyOf, toData } from './to-data.ts';

/** A report file that was read: its data, and where every value stands. */
export interface Source {
  /** As it is named to people: relative to the working folder, with `/`. */
  readonly file: string;
  readonly text: string;
  /** Plain data without prototypes; undefined when the file can not be read. */
  readonly data: unknown;
  readonly document: Document.Parsed | undefined;
  readonly lines: LineCounter;
  /** Why it can not be read, if so. */
  readonly findings: readonly Finding[];
}

/** A file that has no text to parse. */
export function unreadable(file: string, finding: Finding): Source {
  return { file, text: '', data: undefined, document: undefined, lines: new LineCounter(), findings: [finding] };
}

// Repeated keys are looked for below: the parser compares every key with every other.
const OPTIONS = { prettyErrors: false, logLevel: 'silent', merge: false, uniqueKeys: false } as const;

/** More brackets than any report has: the parser would take minutes to find out how deep they go. */
const MOST_BRACKETS = 20_000;

/** YAML text (1.2, core schema, one document, no anchors, aliases, merge keys or tags) -> data with positions. Throws nothing. */
export function parse(text: string, file: string): Source {
  const lines = new LineCounter();
  const source = { file, text, lines };
  const document = parseDocumentSafely(text, lines);
  if (!document) return { ...source, document, data: undefined, findings: [tooDeep(lines)] };
  const findings = [...syntaxFindings(document, text, lines), ...forbidden(document, lines)];
  if (findings.length > 0) return { ...source, document, data: undefined, findings };
  if (document.contents === null) return unreadable(file, emptyFile());
  return { ...source, document, data: toData(document.contents), findings };
}

/** The YAML document; undefined when it is nested too deep for the parser, which is recursive. */
function parseDocumentSafely(text: string, lines: LineCounter): Document.Parsed | undefined {
  if ((text.match(/[[{]/g)?.length ?? 0) > MOST_BRACKETS) return undefined;
  try {
    return parseDocument(text, { lineCounter: lines, ...OPTIONS });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function tooDeep(lines: LineCounter): Finding {
  const { rule, message, hint } = TOO_DEEP;
  return { rule, severity: 'error', message, ...(hint && { hint }), path: [], range: rangeAt(lines, 0, 0) };
}

const lineText = (text: string, lines: LineCounter, line: number): string =>
  text.slice(lines.lineStarts[line - 1] ?? 0, lines.lineStarts[line] ?? text.length);

/** Offsets in the text -> lines and columns, from 1. */
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

function syntaxFindings(document: Document.Parsed, text: string, lines: LineCounter): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<number>();
  for (const error of [...document.errors, ...document.warnings]) {
    const range = rangeAt(lines, error.pos[0], error.pos[1]);
    // One slip breaks the parser several times on its line, and often all that follows.
    if (seen.has(range.line)) continue;
    seen.add(range.line);
    const { rule, message, hint } = syntaxMessage(error, lineText(text, lines, range.line));
    findings.push({ rule, severity: 'error', message, ...(hint && { hint }), path: [], range });
  }
  return findings;
}

/** Parts of YAML that a report does not use: they hide what a number is, or where it comes from. */
function forbidden(document: Document.Parsed, lines: LineCounter): Finding[] {
  const findings: Finding[] = [];
  const add = (node: Node, { rule, message, hint }: SyntaxMessage) => {
    const [start = 0, end = 0] = node.range ?? [];
    findings.push({
      rule,
      severity: 'error',
      message,
      ...(hint && { hint }),
      path: [],
      range: rangeAt(lines, start, end),
    });
  };
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && key.value === '<<') add(key, reference('合并键 <<', 'The merge key <<'));
    },
    Node(_, node) {
      if (isAlias(node)) add(node, reference(` YAML 别名（*${node.source}）`, `A YAML alias (*${node.source})`));
      else if (node.anchor) add(node, reference(` YAML 锚点（&${node.anchor}）`, `A YAML anchor (&${node.anchor})`));
      else if (node.tag) add(node, reference(` YAML 标签（${node.tag}）`, `A YAML tag (${node.tag})`));
      else if (isMap(node) && node.items.some(({ key }) => !isScalar(key))) add(node, BRACES);
      else if (isMap(node))
        for (const [key, first] of repeatedKeys(node)) add(key, duplicateKey(keyOf(key), lines.linePos(first).line));
    },
  });
  return findings;
}

/** The keys of a map that stand in it before, and where. */
function repeatedKeys(map: YAMLMap): [Node, number][] {
  const seen = new Map<string, number>();
  return map.items.flatMap(({ key }) => {
    const name = keyOf(key);
    const first = seen.get(name);
    const node = key as Node;
    if (first === undefined) seen.set(name, node.range?.[0] ?? 0);
    return first === undefined ? [] : [[node, first] as [Node, number]];
  });
}
