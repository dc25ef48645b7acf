import { ZERO_WIDTH } from '../../writing/patterns.ts';

const CONDITIONAL = /<!(?:--)?\[[^\]<>]{0,60}\](?:--)?>/gu;
const COMMENT_END = /^\s*(?:-->|<!--)|(?:-->|<!--)\s*$/gu;
const HIDDEN = new RegExp(`[${ZERO_WIDTH}\\u00ad]`, 'gu');
const SPACE = /[^\S\n]+/gu;

/** A line without what word processors and careless editors leave in a page: ends of comments, characters without width. */
export const cleaned = (line: string): string =>
  line.replace(CONDITIONAL, '').replace(COMMENT_END, '').replace(HIDDEN, '').replace(SPACE, ' ').trim();

/** A text to compare by: half-width, and without any space. `ends` has the offset in the text behind each character. */
export interface Squeezed {
  readonly text: string;
  readonly ends: readonly number[];
}

/** As much of a line as is looked at for numbers and titles. */
const HEAD = 160;

export function squeeze(line: string): Squeezed {
  const ends: number[] = [];
  let [text, at] = ['', 0];
  for (const char of line.slice(0, HEAD)) {
    at += char.length;
    const plain = char.normalize('NFKC').replace(/\s+/gu, '');
    text += plain;
    for (let one = 0; one < plain.length; one++) ends.push(at);
  }
  return { text, ends };
}

/** The whole text, squeezed. */
export const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
