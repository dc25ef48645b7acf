/** Random choices; the same words give the same choices. */
export interface Random {
  /** A whole number from 0 to `end` - 1. */
  below(end: number): number;
  chance(share: number): boolean;
  pick<One>(list: readonly One[]): One;
}

/** Makes random choices (mulberry32, started with the FNV-1a hash of `words`). */
export function randomOf(...words: readonly (string | number)[]): Random {
  let state = 2166136261;
  for (const char of words.join('\n')) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to choose from');
      return list[below(list.length)] as (typeof list)[number];
    },
  };
}
