import type { Box } from './geometry.ts';
import { isCjk } from './letters.ts';
import type { Token } from './tokens.ts';

/** A line of text. */
export interface TextLine {
  readonly text: string;
  readonly box: Box;
  /** The height of most of its letters. */
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  readonly tokens: readonly Token[];
}

const middle = ({ box }: Token): number => (box.top + box.bottom) / 2;

/** Upright tokens as lines from top to bottom, each from left to right. */
export function linesOf(tokens: readonly Token[]): TextLine[] {
  const lines: { tokens: Token[]; middle: number; size: number }[] = [];
  for (const token of [...tokens].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    if (line && middle(token) - line.middle <= 0.5 * Math.max(line.size, token.size)) {
      line.tokens.push(token);
      // Small letters above or below the line do not move it.
      if (token.size > line.size) [line.size, line.middle] = [token.size, middle(token)];
    } else lines.push({ tokens: [token], middle: middle(token), size: token.size });
  }
  return lines.map((line) => lineOf(line.tokens));
}

/** A line of tokens that stand side by side. */
export function lineOf(tokens: readonly Token[]): TextLine {
  const sorted = [...tokens].sort((a, b) => a.box.left - b.box.left);
  let text = '';
  sorted.forEach((token, index) => {
    const before = sorted[index - 1];
    text += before && isApart(before, token) ? ` ${token.text}` : token.text;
  });
  const box = {
    left: Math.min(...sorted.map((one) => one.box.left)),
    top: Math.min(...sorted.map((one) => one.box.top)),
    right: Math.max(...sorted.map((one) => one.box.right)),
    bottom: Math.max(...sorted.map((one) => one.box.bottom)),
  };
  const main = mostOf(sorted);
  return { text, box, size: main.size, font: main.font, bold: sorted.every(({ bold }) => bold), tokens: sorted };
}

/** The token whose font and size most letters have. */
function mostOf(tokens: readonly Token[]): Token {
  const counts = new Map<string, { token: Token; letters: number }>();
  for (const token of tokens) {
    const key = `${token.font} ${Math.round(token.size)}`;
    const count = counts.get(key) ?? { token, letters: 0 };
    count.letters += token.text.length;
    counts.set(key, count);
  }
  return [...counts.values()].reduce((a, b) => (b.letters > a.letters ? b : a)).token;
}

/** Whether a blank is between two tokens: as drawn, or as seen. */
function isApart(a: Token, b: Token): boolean {
  const gap = (b.box.left - a.box.right) / Math.max(a.size, b.size);
  const dense = isCjk(a.text.slice(-1)) || isCjk(b.text.slice(0, 1));
  if (b.spaced && gap > 0.05) return true;
  return gap > (dense ? 0.8 : CLOSE_WORDS);
}
const CLOSE_WORDS = 0.2;

/** Two lines of one paragraph as one: nothing comes between Chinese characters, a blank between words. */
export function continued(text: string, next: string): string {
  const [end] = /[!-~]*$/u.exec(text) as RegExpExecArray;
  const [start] = /^[!-~]*/u.exec(next) as RegExpExecArray;
  // A number or an address goes on in the next line without a blank.
  const isBroken = end === '' || start === '' || /[\d@./:_-]/u.test(end + start);
  return isBroken ? text + next : `${text} ${next}`;
}
