import type { Scalar } from 'yaml';
import { DOUBT } from './doubt.ts';
import { scalar } from './nodes.ts';

const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['~', null],
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const PLAIN_INTEGER = /^(?:0|-?[1-9][0-9]{0,14})$/;
/** A sign that means something to YAML at the start of a value; a minus before a digit does not. */
const SPECIAL_START = /^(?:-(?!\d)|[?:,[\]{}#&*!|>'"%@`])/;

/** A value without quotes; its words have no space at the start or end. */
export function plain(words: string, start: number): Scalar {
  if (SPECIAL_START.test(words)) throw DOUBT;
  const known = WORDS.get(words);
  const value = known === undefined ? (PLAIN_INTEGER.test(words) ? Number(words) : words) : known;
  return scalar(value, 'PLAIN', words, start, start + words.length);
}

/** Words without the spaces at their end. */
export function withoutSpaces(words: string): string {
  let end = words.length;
  while (words[end - 1] === ' ') end--;
  return words.slice(0, end);
}

/** Nothing, in place of a value. */
export const nothing = (at: number): Scalar => scalar(null, 'PLAIN', '', at, at);

const DOUBLE = /"([^"\\\n]*)"/y;
const SINGLE = /'((?:[^'\n]|'')*)'/y;

/** A value in quotes that is on one line and has no escapes other than `''`. */
export function quoted(text: string, start: number): Scalar {
  const isDouble = text[start] === '"';
  const pattern = isDouble ? DOUBLE : SINGLE;
  pattern.lastIndex = start;
  const inside = pattern.exec(text)?.[1];
  if (inside === undefined) throw DOUBT;
  const value = isDouble ? inside : inside.replaceAll("''", "'");
  return scalar(value, isDouble ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE', value, start, pattern.lastIndex);
}
