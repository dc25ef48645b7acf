import type { ContentGrid } from '../document.ts';
import { cleaned, oneLine } from './clean.ts';
import type { OtherTable, PublishedLine } from './pieces.ts';

/** Lines and tables as Markdown: an empty line between paragraphs, none between the items of a list. */
export function markdownOf(pieces: readonly (PublishedLine | OtherTable)[]): string {
  const list = new List();
  return pieces.reduce((written, piece) => {
    const text = piece.kind === 'grid' ? tableOf(piece.grid) : list.line(piece);
    const goesOn = piece.kind === 'text' && list.goesOn;
    if (piece.kind === 'grid') list.end();
    return written === '' ? text : `${written}${goesOn ? '\n' : '\n\n'}${text}`;
  }, '');
}

/** One line as Markdown. */
export const lineOf = ({ text, markdown }: PublishedLine): string =>
  markdown === undefined ? escaped(text) : withoutBindings(markdown);

class List {
  /** The last number of each depth; 0 where the items have none. */
  #numbers: number[] = [];
  goesOn = false;

  line(line: PublishedLine): string {
    const { item } = line;
    if (!item) {
      this.end();
      return lineOf(line);
    }
    this.goesOn = this.#numbers.length > 0;
    const depth = Math.min(item.depth, this.#numbers.length);
    const number = item.ordered ? (this.#numbers[depth] ?? 0) + 1 : 0;
    const indent = this.#numbers.slice(0, depth).map((above) => (above > 0 ? '   ' : '  '));
    this.#numbers = [...this.#numbers.slice(0, depth), number];
    return `${indent.join('')}${number > 0 ? `${number}.` : '-'} ${lineOf(line)}`;
  }

  end(): void {
    this.#numbers = [];
    this.goesOn = false;
  }
}

const ENTITY = /&(?=#?[a-z0-9]{1,32};)/giu;

/** A text so that Markdown prints it as it is: no emphasis, headings, links, HTML or bindings. */
export function escaped(text: string): string {
  const inside = text
    // Without the blank, a typed number or dash is no item of a list and stays as it is.
    .replace(/^(-|\d{1,3}[.)]) (?=\p{Script=Han})/u, '$1')
    .replace(/\\(?=[!-/:-@[-`{-~])/gu, '\\\\')
    .replace(ENTITY, '\\&')
    .replace(/(?<!\w)\*|\*(?!\w)|(?<!\w)_|_(?!\w)/gu, '\\$&')
    // An escaped backtick would still look like code.
    .replace(/`/gu, '&#96;')
    .replace(/~~/gu, '\\~\\~')
    .replace(/!\[/gu, '!\\[')
    .replace(/\[\^/gu, '[\\^')
    .replace(/\](?=[(:[])/gu, '\\]\\');
  const withoutTags = TAG.test(inside) ? inside.replace(/[<>]/gu, '\\$&') : inside;
  return (
    withoutBindings(withoutTags)
      .replace(/^(?:[#>+=]|-(?=[- ]))/u, '\\$&')
      // It looks like a heading that was mistyped.
      .replace(/^＃/u, '&#65283;')
      .replace(/^([0-9]{1,9})(?=[.)] )/u, '$1\\')
  );
}

const TAG = /<[a-z/!?]/iu;

/** `{{` in a published text is no binding. */
const withoutBindings = (text: string): string => text.replace(/\{(?=\{)/gu, '{\\').replace(/\}(?=\})/gu, '}\\');

/** A table in the prose as a table of Markdown. */
function tableOf({ rows, columns, cells }: ContentGrid): string {
  const texts = Array.from({ length: rows }, () => new Array<string>(columns).fill(''));
  for (const { row, column, text } of cells) {
    const line = texts[row];
    if (line && column < columns) line[column] = escaped(oneLine(text)).replaceAll('|', '\\|');
  }
  const [head = [], ...others] = texts.map((row) => `| ${row.join(' | ')} |`);
  return [head, `|${'---|'.repeat(columns)}`, ...others].join('\n');
}

/** A table as lines of text, for what has no place. */
export function rowsOf({ rows, cells }: ContentGrid): string {
  const lines = Array.from({ length: rows }, (): string[] => []);
  for (const { row, text } of cells) if (cleaned(text) !== '') lines[row]?.push(oneLine(text));
  return lines
    .filter((row) => row.length > 0)
    .map((row) => row.join(' | '))
    .join('\n');
}
