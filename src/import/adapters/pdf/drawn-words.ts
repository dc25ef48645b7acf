import type { Char } from './drawing.ts';
import type { Box } from './geometry.ts';
import { isCjk } from './letters.ts';

/** Characters that belong together: a word, a number, or one Chinese character. */
export interface DrawnWord {
  readonly text: string;
  readonly box: Box;
  readonly baseline: number;
  readonly size: number;
  readonly vertical: boolean;
  readonly font: string;
  readonly bold: boolean;
  /** A blank was drawn before it. */
  readonly spaced: boolean;
}

/** Parts of the height of the letters. */
const CLOSE = 0.15;
const SAME_PLACE = 0.12;

/** Upright characters as words, in the order in which they were drawn. */
export function wordsOf(chars: readonly Char[]): DrawnWord[] {
  const words: DrawnWord[] = [];
  let last: Char | undefined;
  for (const char of withoutDoubles(chars)) {
    const word = words.at(-1);
    if (last && word && continues(last, char)) {
      const { left, top, right, bottom } = word.box;
      const box = {
        left: Math.min(left, char.box.left),
        top: Math.min(top, char.box.top),
        right: Math.max(right, char.box.right),
        bottom: Math.max(bottom, char.box.bottom),
      };
      words[words.length - 1] = { ...word, text: word.text + char.text, box };
    } else {
      const { text, box, baseline, size, vertical, font, bold, spaced } = char;
      words.push({ text, box, baseline, size, vertical, font, bold, spaced });
    }
    last = char;
  }
  return words;
}

/** Bold letters can be drawn by printing them twice. */
function withoutDoubles(chars: readonly Char[]): Char[] {
  const seen = new Map<string, Char[]>();
  const key = (char: Char, x: number, y: number) =>
    `${char.text} ${Math.round(char.box.left / 4) + x} ${Math.round(char.baseline / 4) + y}`;
  return chars.filter((char) => {
    const most = char.size * SAME_PLACE;
    const isSame = ({ box, baseline }: Char) =>
      Math.abs(box.left - char.box.left) < most && Math.abs(baseline - char.baseline) < most;
    if (AROUND.some((x) => AROUND.some((y) => seen.get(key(char, x, y))?.some(isSame)))) return false;
    const own = seen.get(key(char, 0, 0)) ?? [];
    // No letters are so small that more of them stand here.
    if (own.length < 100) own.push(char);
    seen.set(key(char, 0, 0), own);
    return true;
  });
}
const AROUND = [-1, 0, 1];

function continues(last: Char, char: Char): boolean {
  if (char.spaced || last.vertical || char.vertical || isCjk(last.text) || isCjk(char.text)) return false;
  const gap = char.box.left - last.box.right;
  return Math.abs(char.baseline - last.baseline) < 0.1 * char.size && gap < CLOSE * char.size && gap > -0.5 * char.size;
}
