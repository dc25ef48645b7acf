import { eastAsianWidth } from 'get-east-asian-width';

const MARK = /^\p{Mark}|^[\u200b-\u200f\ufeff]/u;

/** The width of a text in terminal columns; Chinese and full-width characters take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

// Unicode gives quotation marks an "ambiguous" width; terminals use one column by default.
const charWidth = (char: string): number => (MARK.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0));

// A line must not start with these, nor end with an opening mark.
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

/** The parts of a text that must not be broken. */
function pieces(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.match(/[\u0021-\u024f]+ *| +|./gu) ?? []) {
    const last = parts.at(-1);
    if (last !== undefined && (NOT_FIRST.test(part) || NOT_LAST.test(last))) parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}
