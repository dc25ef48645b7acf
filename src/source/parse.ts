import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import { emptyFile } from './decode.ts';
import { BRACES, reference, type SyntaxMessage, syntaxMessage, TOO_DEEP } from './syntax.ts';
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

/** YAML text (1.2, core schema, one document, no anchors, aliases, merge keys or tags) -> data with positions. Throws nothing. */
export function parse(text: string, file: string): Source {
  const lines = new LineCounter();
  const source = { file, text, lines };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent', merge: false });
    const findings = [...syntaxFindings(document, text, lines), ...forbidden(document, lines)];
    if (findings.length > 0) return { ...source, document, data: undefined, findings };
    if (document.contents === null) return unreadable(file, emptyFile());
    return { ...source, document, data: toData(document.contents), findings };
  } catch (error) {
    // The parser is recursive: what is nested too deep for it ends here.
    if (!(error instanceof RangeError)) throw error;
    const { rule, message, hint } = TOO_DEEP;
    const finding: Finding = {
      rule,
      severity: 'error',
      message,
      ...(hint && { hint }),
      path: [],
      range: rangeAt(lines, 0, 0),
    };
    return { ...source, document: undefined, data: undefined, findings: [finding] };
  }
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
    const { rule, message, hint } =
      error.code === 'DUPLICATE_KEY'
        ? duplicateKey(document, error.pos[0], lines)
        : syntaxMessage(error, lineText(text, lines, range.line));
    findings.push({ rule, severity: 'error', message, ...(hint && { hint }), path: [], range });
  }
  return findings;
}

function duplicateKey(document: Document.Parsed, offset: number, lines: LineCounter): SyntaxMessage {
  let name = '';
  let first = 0;
  visit(document, {
    Map(_, map) {
      const repeated = map.items.find(({ key }) => isNode(key) && key.range?.[0] === offset);
      if (!repeated) return undefined;
      name = keyOf(repeated.key);
      const original = map.items.find(({ key }) => keyOf(key) === name)?.key as ParsedNode | undefined;
      first = lines.linePos(original?.range[0] ?? 0).line;
      return visit.BREAK;
    },
  });
  const message: Text = {
    zh: `“${name}”写了两次，前一次在第 ${first} 行`,
    en: `"${name}" stands here twice, first in line ${first}`,
  };
  return { rule: 'duplicate-key', message, hint: { zh: '删去一处', en: 'Remove one of them' } };
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
    },
  });
  return findings;
}
