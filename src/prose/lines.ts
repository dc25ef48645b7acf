import { displayWidth } from '../diagnostics/display-width.ts';
import { chartAlone } from './bindings.ts';
import { endsSentence, hasPunctuation, type LineMark, markOf } from './marks.ts';

/** What a line is. Only lines of text can belong to the paragraph of the line above. */
export type LineKind = 'text' | 'item' | 'heading' | 'table' | 'rule' | 'chart';

/** A line of prose that is not empty. */
export interface Line {
  readonly kind: LineKind;
  /** Its text without indent, quotation signs and space at the end. */
  readonly content: string;
  /** The offset of `content` in the text; `end` is the offset after it. */
  readonly start: number;
  readonly end: number;
  /** The offset of the whole line. */
  readonly lineStart: number;
  /** How many quotations it is in: the number of `>` before it. */
  readonly quotes: number;
  /** The columns of its indent. */
  readonly indent: number;
  /** The indent has only spaces, as Markdown has it; otherwise it is that of a paragraph in Word. */
  readonly plainIndent: boolean;
  /** The sign of a list item or a heading, with the space after it: `1. `, `- `, `### `. */
  readonly sign: string;
  readonly mark: LineMark;
  /** Columns from the start of the line to its end. */
  readonly width: number;
  /** There is an empty line, or nothing, above it. */
  readonly afterEmpty: boolean;
  /** How many of its quotations it shares with the line above, and with the empty lines between them. */
  readonly sharedQuotes: number;
  /** It ends with two spaces or a backslash: in Markdown, a new line in the same paragraph. */
  readonly breaks: boolean;
}

const LINE = /[^\n\r\u0085\u2028\u2029]*/uy;
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/uy;
const INDENT = /[\s\u200b-\u200d\u2060\ufeff]*/uy;
const QUOTE = />[ \t]?/y;
const SIGN = /^(?:(?:[-*+]|[0-9]{1,3}[.)])[ \t]+(?=\S)|#{1,6}(?:[ \t]+|$))/;
/** 3. 5个工作日 below a line that ends inside a sentence is a decimal with a space in it. */
const TORN_DECIMAL = /^[0-9]{1,3}\.[ \t]+[0-9]{1,2}(?![0-9.、．])/;
const TABS = 4;
/** Deeper than anyone writes; markdown-it leaves out what is 100 deep. */
const DEEPEST = 8;

/** The lines of a text that are not empty, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let above: Above = { afterEmpty: true, isText: false, isOpen: false, quotes: 0 };
  for (let at = 0; at < text.length; ) {
    LINE.lastIndex = at;
    const whole = LINE.exec(text)?.[0] ?? '';
    const beginning = beginningOf(whole);
    const line = readLine(whole, at, beginning, above);
    if (line) lines.push(line);
    const quotes = line ? line.quotes : Math.min(above.quotes, beginning.quotes);
    const isText = line?.kind === 'text';
    const isOpen = isText && hasPunctuation(line.content) && !endsSentence(line.content);
    above = { afterEmpty: line === undefined, isText, isOpen, quotes };
    LINE_END.lastIndex = at + whole.length;
    at += whole.length + (LINE_END.exec(text)?.[0].length ?? 0);
  }
  return withTables(lines);
}

/** What is above a line. */
interface Above {
  readonly afterEmpty: boolean;
  readonly isText: boolean;
  /** It ends inside a sentence. */
  readonly isOpen: boolean;
  readonly quotes: number;
}

/** What is before the text of a line, and where the text begins. */
interface Beginning {
  readonly quotes: number;
  readonly indent: string;
  readonly length: number;
}

function beginningOf(whole: string): Beginning {
  for (let [length, quotes] = [0, 0]; ; quotes++) {
    INDENT.lastIndex = length;
    const indent = INDENT.exec(whole)?.[0] ?? '';
    QUOTE.lastIndex = length + indent.length;
    const quote = QUOTE.exec(whole)?.[0];
    length += indent.length + (quote?.length ?? 0);
    if (quote === undefined) return { quotes: Math.min(quotes, DEEPEST), indent, length };
  }
}

function readLine(whole: string, lineStart: number, beginning: Beginning, above: Above): Line | undefined {
  const { quotes, indent, length: at } = beginning;
  const { afterEmpty } = above;
  const content = whole.slice(at).trimEnd();
  if (content === '') return undefined;
  const isTorn = above.isOpen && TORN_DECIMAL.test(content);
  const kind = isTorn ? 'text' : kindOf(content, above.isText);
  const sign = kind === 'item' || kind === 'heading' ? (SIGN.exec(content)?.[0] ?? '') : '';
  const columns = displayWidth(indent.replaceAll('\t', ' '.repeat(TABS)));
  return {
    kind,
    content,
    start: lineStart + at,
    end: lineStart + at + content.length,
    lineStart,
    quotes,
    sharedQuotes: Math.min(quotes, above.quotes),
    indent: columns,
    plainIndent: /^ *$/.test(indent),
    sign,
    mark: isTorn ? undefined : kind === 'text' ? markOf(content) : kind === 'item' ? 'item' : undefined,
    width: columns + displayWidth(content),
    afterEmpty,
    breaks: whole.endsWith('  ') || content.endsWith('\\'),
  };
}

function kindOf(content: string, isBelowText: boolean): LineKind {
  if (chartAlone(content) !== undefined) return 'chart';
  // A row of - below text would be a heading of Markdown, which nobody means.
  if (isRule(content)) return isBelowText && content.startsWith('-') ? 'text' : 'rule';
  const [sign] = SIGN.exec(content) ?? [];
  return sign === undefined ? 'text' : sign.startsWith('#') ? 'heading' : 'item';
}

function isRule(content: string): boolean {
  if (!/^[-*_ \t]+$/.test(content)) return false;
  const signs = content.replace(/[ \t]/g, '');
  return signs.length >= 3 && signs === (signs[0] ?? '').repeat(signs.length);
}

const DELIMITERS = /^[|:\- \t]+$/;

/** Marks the rows of tables: those around a row of `|---|---|`. */
function withTables(lines: readonly Line[]): Line[] {
  const isRow = (line: Line | undefined, above: Line) =>
    line !== undefined && !line.afterEmpty && line.quotes === above.quotes && line.content.includes('|');
  const rows = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const head = lines[index - 1];
    if (!head || rows.has(index) || !isRow(line, head) || !line.content.includes('-')) continue;
    if (!DELIMITERS.test(line.content)) continue;
    if (head.kind !== 'text' || !head.content.includes('|')) continue;
    rows.add(index - 1).add(index);
    for (let at = index + 1; isRow(lines[at], line); at++) rows.add(at);
  }
  return lines.map((line, index) => (rows.has(index) ? { ...line, kind: 'table', sign: '', mark: undefined } : line));
}
