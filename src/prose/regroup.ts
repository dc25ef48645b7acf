import type { Line } from './lines.ts';
import { type ProseLine, readParagraphs } from './paragraphs.ts';

/** A list item that is not ended. */
interface Item {
  /** The column of its sign in the text. */
  readonly column: number;
  /** The column of its content in the result. */
  readonly inner: number;
}

const DEEPEST = 8;

/**
 * Writes a text as plain Markdown: an empty line between paragraphs, no indents but those of lists. What only looks like
 * Markdown is escaped.
 */
export function regrouped(text: string): string {
  const out: string[] = [];
  let items: Item[] = [];
  let above: ProseLine | undefined;
  for (const one of readParagraphs(text)) {
    const { line } = one;
    const depth = items.length;
    items = above?.line.quotes === line.quotes ? openItems(items, one) : [];
    if (above && needsSpace(one, above.line, depth, items.length)) out.push('>'.repeat(line.sharedQuotes));
    const column = items.at(-1)?.inner ?? 0;
    out.push('> '.repeat(line.quotes) + ' '.repeat(column) + written(line));
    if (line.kind === 'item') {
      items.push({ column: line.indent, inner: column + line.sign.trimEnd().length + 1 });
    }
    above = one;
  }
  return out.join('\n');
}

/** The items that a line is in. */
function openItems(items: readonly Item[], { line: { kind, indent }, inItem, begins }: ProseLine): Item[] {
  if (kind !== 'item' && !inItem) return [];
  // A wrapped line can begin at any column.
  return begins ? items.filter(({ column }) => indent >= column + 2).slice(0, DEEPEST) : [...items];
}

function needsSpace({ line, begins }: ProseLine, above: Line, depth: number, nested: number): boolean {
  if (line.afterEmpty) return true;
  if (!begins) return false;
  if (line.kind === 'table' && above.kind === 'table') return false;
  if (line.kind !== 'item' || depth === 0) return true;
  // Markdown begins a list directly below text only with 1.
  return nested === depth && !/^(?:[-*+]|1[.)])/.test(line.sign);
}

/** Signs of Markdown that are meant as text: `2023. `, a sign without text, a row of - below text. */
const FALSE_SIGN = /^(?:[0-9]{1,9}(?=[.)](?:\s|$))|(?=[-+*](?:\s|$))|(?=-{3,}$)|(?=-(?:\s*-){2,}$))/;

function written({ kind, content, sign, breaks }: Line): string {
  // The tabs of a spreadsheet are columns; a wide space shows them.
  const words = content.slice(sign.length).replaceAll('\t', '\u3000') + (breaks && !content.endsWith('\\') ? '  ' : '');
  if (kind === 'text') return words.replace(FALSE_SIGN, '$&\\');
  return sign === '' ? words : `${sign.trimEnd()} ${words}`;
}
