import type { DrawnWord } from './drawn-words.ts';
import { type Box, boxAround } from './geometry.ts';
import { isCjk } from './letters.ts';

/** A line of text. */
export interface PageLine {
  readonly text: string;
  readonly box: Box;
  /** The height of most of its letters. */
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  readonly words: readonly DrawnWord[];
}

const middle = ({ box }: DrawnWord): number => (box.top + box.bottom) / 2;

/** Upright words as lines from top to bottom, each from left to right. */
export function linesOf(words: readonly DrawnWord[]): PageLine[] {
  const lines: { words: DrawnWord[]; middle: number; size: number }[] = [];
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    if (line && middle(word) - line.middle <= 0.5 * Math.max(line.size, word.size)) {
      line.words.push(word);
      // Small letters above or below the line do not move it.
      if (word.size > line.size) [line.size, line.middle] = [word.size, middle(word)];
    } else lines.push({ words: [word], middle: middle(word), size: word.size });
  }
  return lines.map((line) => lineOf(line.words));
}

/** A line of words that stand side by side. */
export function lineOf(words: readonly DrawnWord[]): PageLine {
  const sorted = [...words].sort((a, b) => a.box.left - b.box.left);
  let text = '';
  sorted.forEach((word, index) => {
    const before = sorted[index - 1];
    if (before && isMark(before, word)) text += `[${word.text}]`;
    else text += before && isApart(before, word) ? ` ${word.text}` : word.text;
  });
  const box = boxAround(
    sorted.flatMap(
      ({ box: { left, top, right, bottom } }) =>
        [
          [left, top],
          [right, bottom],
        ] as const,
    ),
  );
  const main = mostOf(sorted);
  return { text, box, size: main.size, font: main.font, bold: sorted.every(({ bold }) => bold), words: sorted };
}

/** The small raised number of a footnote must not become a part of the number before it. */
const isMark = (before: DrawnWord, word: DrawnWord): boolean =>
  /\d$/u.test(before.text) &&
  /^\d{1,2}$/u.test(word.text) &&
  word.size < 0.8 * before.size &&
  before.baseline - word.baseline > 0.15 * before.size;

/** The word whose font and size most letters have. */
function mostOf(words: readonly DrawnWord[]): DrawnWord {
  const counts = new Map<string, { word: DrawnWord; letters: number }>();
  for (const word of words) {
    const key = `${word.font} ${Math.round(word.size)}`;
    const count = counts.get(key) ?? { word, letters: 0 };
    count.letters += word.text.length;
    counts.set(key, count);
  }
  return [...counts.values()].reduce((a, b) => (b.letters > a.letters ? b : a)).word;
}

/** Whether a blank is between two words: as drawn, or as seen. */
function isApart(a: DrawnWord, b: DrawnWord): boolean {
  const gap = (b.box.left - a.box.right) / Math.max(a.size, b.size);
  const dense = isCjk(a.text.slice(-1)) || isCjk(b.text.slice(0, 1));
  if (b.spaced && gap > 0.05) return true;
  // One over the other: two numbers in one place are not one number.
  if (gap < -0.4 && !dense) return true;
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
