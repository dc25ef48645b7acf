import { ZERO_WIDTH } from '../../writing/patterns.ts';

const CONDITIONAL = /<!(?:--)?\[[^\]<>]{0,60}\](?:--)?>/gu;
const COMMENT_END = /^\s*(?:-->|<!--)|(?:-->|<!--)\s*$/gu;
const HIDDEN = new RegExp(`[${ZERO_WIDTH}\\u00ad]`, 'gu');
const SPACE = /[^\S\n]+/gu;
/** The dash that never ends a line, which Word has for telephone numbers. */
const UNBREAKABLE_DASH = /\u2011/gu;

/** A line without what word processors and careless editors leave in a page: ends of comments, characters without width. */
export const cleaned = (line: string): string =>
  line
    .replace(CONDITIONAL, '')
    .replace(COMMENT_END, '')
    .replace(HIDDEN, '')
    .replace(UNBREAKABLE_DASH, '-')
    .replace(SPACE, ' ')
    .trim();

/** The same for a text of several lines, as one line. */
export const oneLine = (text: string): string => cleaned(text.replaceAll('\n', ' '));

/** A text to compare by: half-width, and without any space. */
export interface Squeezed {
  readonly text: string;
  /** The offset in the text as written behind the first `length` characters. */
  readonly endOf: (length: number) => number;
}

/** As much of a line as is looked at for numbers and titles. */
const HEAD = 160;

export function squeeze(line: string): Squeezed {
  const head = line.slice(0, HEAD);
  return { text: squeezed(head), endOf: (length) => endOf(head, length) };
}

function endOf(head: string, length: number): number {
  let [seen, at] = [0, 0];
  for (const char of head) {
    if (seen >= length) break;
    at += char.length;
    seen += squeezed(char).length;
  }
  return at;
}

/** The whole text, squeezed. */
export const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
