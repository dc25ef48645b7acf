import type { DrawnWord } from '../drawn-words.ts';
import { type Box, boxAround } from '../geometry.ts';
import { lineOf, linesOf } from '../page-lines.ts';

/** Words of one line that stand close together: a number, or one line of a label. */
export interface Part {
  readonly text: string;
  readonly box: Box;
  readonly middle: number;
  readonly size: number;
  readonly words: readonly DrawnWord[];
  /** It is a number, or a mark for none. */
  readonly numeric: boolean;
}

/** One line of a page. `numbers` is what it ends with, if that is numbers. */
export interface PartLine {
  readonly parts: readonly Part[];
  readonly labels: readonly Part[];
  readonly numbers: readonly Part[];
  /** Numbers of the lines below that have no label: they are perhaps the rest of these numbers. */
  readonly rest: readonly Part[];
  readonly box: Box;
  readonly size: number;
}

/** Part of the height of the letters: less room is a blank between words. */
const ROOM = 0.3;
/** Room before a number. */
const NUMBER_ROOM = 0.9;

const NUMBER = /^(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?\s*(?:万?元|件|条|个)?(?:\s*[（(].*)?$|^[-—–－/／]{1,4}$/u;

export const partLines = (words: readonly DrawnWord[]): PartLine[] =>
  linesOf(words).map(({ words: own }) => lineOfParts(own));

function lineOfParts(words: readonly DrawnWord[]): PartLine {
  const groups: DrawnWord[][] = [];
  let right = -Infinity;
  for (const word of words) {
    const isNumber = /^\d/u.test(word.text) && /\d$/u.test(groups.at(-1)?.at(-1)?.text ?? '');
    const room = (isNumber ? ROOM / 2 : ROOM) * word.size;
    if (word.box.left - right <= room) groups.at(-1)?.push(word);
    else groups.push([word]);
    right = Math.max(right, word.box.right);
  }
  const parts = groups.map(partOf);
  let start = parts.length;
  while (start > 0 && parts[start - 1]?.numeric) start--;
  // Beside a number in a sentence, there is less room.
  const [before, first] = [parts[start - 1], parts[start]];
  if (before && first && first.box.left - before.box.right < NUMBER_ROOM * first.size) start = parts.length;
  const all = boxOf(parts);
  return {
    parts,
    labels: parts.slice(0, start),
    numbers: parts.slice(start),
    rest: [],
    box: all,
    size: Math.max(...parts.map(({ size }) => size)),
  };
}

function partOf(words: readonly DrawnWord[]): Part {
  const { text, box, size } = lineOf(words);
  return {
    text,
    box,
    size,
    words,
    middle: (box.top + box.bottom) / 2,
    numeric: NUMBER.test(text.normalize('NFKC').trim()),
  };
}

export const boxOf = (parts: readonly Pick<Part, 'box'>[]): Box =>
  boxAround(parts.flatMap(({ box }) => [[box.left, box.top] as const, [box.right, box.bottom] as const]));
