import { CHARACTERS } from './pieces.ts';
import type { Random } from './random.ts';

/** A change to a text; returns it unchanged if there is nothing to change. */
export type Mutation = (text: string, random: Random) => string;

const LINES = /(?<=\n)/;
/** How often a piece is repeated: mostly a few times, seldom as often as a hostile file would. */
const SOME = [2, 3, 10, 10, 100];
const MANY = [1000, 10_000];
const timesIn = (random: Random): number => random.pick(random.chance(0.03) ? MANY : SOME);

/** Changes some of the lines. */
const inLines =
  (change: (lines: string[], at: number, random: Random) => void): Mutation =>
  (text, random) => {
    const lines = text.split(LINES);
    change(lines, random.below(lines.length), random);
    return lines.join('');
  };

/** Replaces one of the places that a pattern matches. */
export const atMatch =
  (pattern: RegExp, change: (found: string, random: Random) => string): Mutation =>
  (text, random) => {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return text;
    const { 0: words, index } = random.pick(found);
    return text.slice(0, index) + change(words, random) + text.slice(index + words.length);
  };

/** Puts one of the pieces somewhere, sometimes instead of what is there. */
export const inserting =
  (pieces: readonly string[]): Mutation =>
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(pieces) + text.slice(at + (random.chance(0.3) ? random.below(8) : 0));
  };

/** Replaces what the pattern matches with one of the pieces. */
export const replacing = (pattern: RegExp, pieces: readonly string[]): Mutation =>
  atMatch(pattern, (_, random) => random.pick(pieces));

const repeated = (text: string, times: number): string =>
  text.repeat(Math.min(times, Math.max(1, Math.floor(LONGEST / Math.max(1, text.length)))));

/** Repeats one of the pieces many times. */
export const repeating =
  (pieces: readonly string[]): Mutation =>
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + repeated(random.pick(pieces), timesIn(random)) + text.slice(at);
  };

/** Mutations for all kinds of texts. */
export const ANY_TEXT: readonly Mutation[] = [
  inLines((lines, at) => lines.splice(at, 1)),
  inLines((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  inLines((lines, at, random) => lines.splice(at, 0, repeated(lines[at] ?? '', timesIn(random)))),
  inLines((lines, at, random) => lines.splice(random.below(lines.length), 0, ...lines.splice(at, 1 + random.below(4)))),
  inLines((lines, at, random) => lines.splice(at, random.below(lines.length - at))),
  inserting(CHARACTERS),
  repeating(CHARACTERS),
  atMatch(/[^\n]/gu, () => ''),
  atMatch(/\n/g, () => ''),
  (text, random) => text.slice(0, random.below(text.length)),
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => `\ufeff${text}`,
];

/** Characters. Repeating what was repeated would make gigabytes. */
const LONGEST = 500_000;

/** Makes one to four of the changes, mostly one. */
export function mutate(text: string, mutations: readonly Mutation[], random: Random): string {
  let changed = text;
  for (let left = random.chance(0.6) ? 1 : 1 + random.below(4); left > 0; left--)
    changed = random.pick(mutations)(changed, random).slice(0, LONGEST);
  return changed;
}

/** Damages bytes: changed, missing, repeated or inserted bytes, or the end cut off. */
export function damage(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const some = () => Uint8Array.from({ length: 1 + random.below(8) }, () => random.below(256));
  const change = random.below(5);
  if (change === 0) return before;
  if (change === 1) return Buffer.concat([before, some(), after]);
  if (change === 2) return Buffer.concat([before, after.subarray(1 + random.below(64))]);
  if (change === 3) return Buffer.concat([before, after.subarray(0, random.below(4096)), after]);
  const overwritten = some();
  return Buffer.concat([before, overwritten, after.subarray(overwritten.length)]);
}
