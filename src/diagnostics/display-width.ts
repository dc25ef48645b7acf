import { eastAsianWidth } from 'get-east-asian-width';

const MARK = /^\p{Mark}|^[\u200b-\u200f\ufeff]/u;

/** How many terminal columns a text takes: Chinese characters and full-width signs take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

// Quotation marks are "ambiguous" in Unicode; terminals draw them in one column unless told otherwise.
const charWidth = (char: string): number => (MARK.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0));

// A line must not start with these, and must not end with an opening mark.
const NOT_FIRST = /^[，。；：、！？）》”’〉】」』)%‰·]/u;
const NOT_LAST = /[（《“‘〈【「『(]$/u;

/** Breaks a text into lines of at most `width` columns: Latin text between words, Chinese between characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of pieces(paragraph)) {
      if (line !== '' && displayWidth(line + piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** The parts of a text that must stay together on a line. */
function pieces(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.match(/[\u0021-\u024f]+ *| +|./gu) ?? []) {
    const last = parts.at(-1);
    if (last !== undefined && (NOT_FIRST.test(part) || NOT_LAST.test(last))) parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}
