import { ODD_SPACES, QUOTES, UNSEEN } from '../characters.ts';
import { lineAfter, lineAt } from './lines.ts';

/** A key with its colon, as somebody may mistype it: full-width letters or colon, quotes, invisible characters. */
export interface Key {
  /** The word that was meant. */
  readonly word: string;
  readonly start: number;
  /** The end of the word, without spaces before the colon. */
  readonly end: number;
  readonly quoted: boolean;
  readonly colon: number;
}

const LETTERS = `\\w＿Ａ-Ｚａ-ｚ０-９${UNSEEN}`;
const KEY = new RegExp(
  `[${QUOTES}]?([${LETTERS}]{1,80})[${QUOTES}]?[ ${ODD_SPACES}${UNSEEN}]{0,20}([:：﹕︰∶ː])(?!//)`,
  'uy',
);
// A Chinese word is a key only before a value that no sentence has.
const CHINESE_KEY = /[\p{Script=Han}（）、]{1,30}(:)(?= *(?:[{[|>0-9"]|null\b|#|\r?\n|$))/uy;

/** The key that begins at an offset; undefined if something else does. */
export function keyAt(text: string, at: number): Key | undefined {
  KEY.lastIndex = at;
  CHINESE_KEY.lastIndex = at;
  const match = KEY.exec(text) ?? CHINESE_KEY.exec(text);
  if (!match) return undefined;
  const colon = at + match[0].length - 1;
  const inside = match[0].slice(0, -1).trimEnd();
  const word = cleanWord(match[2] === undefined ? inside : (match[1] ?? ''));
  if (!/^[a-z_\p{Script=Han}]/iu.test(word)) return undefined;
  return { word, start: at, end: at + inside.length, quoted: new RegExp(`^[${QUOTES}]`, 'u').test(inside), colon };
}

/** Whether one of the lines between two offsets begins with a key. */
export function hasKeyLine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at = lineAfter(text, at)) {
    const key = keyAt(text, lineAt(text, at).content);
    if (key && /^[a-z_]+$/.test(key.word)) return true;
  }
  return false;
}

const HIDDEN = new RegExp(`[${UNSEEN}]`, 'gu');

/** A word in ordinary letters. */
const cleanWord = (word: string): string => word.replace(HIDDEN, '').normalize('NFKC');

/** Keys of long texts, which can be blocks. */
export const isTextKey = (word: string): boolean => /^(?:text|text_above|text_below|footnote)$/.test(word);
