import type { ComparedSentence } from './sentences.ts';

/** From this share of common pairs of characters on, a sentence is the same with some changes. */
const ALIKE = 0.5;
/** Up to so many comparisons each sentence is compared with all; of more, with those at about its place. */
const MOST_COMPARISONS = 40_000;
const NEAR = 20;

/** Pairs removed and added sentences that are alike, the most alike first. */
export function pairAlike(
  removed: readonly ComparedSentence[],
  added: readonly ComparedSentence[],
): Map<ComparedSentence, ComparedSentence> {
  const near = removed.length * added.length <= MOST_COMPARISONS ? Number.POSITIVE_INFINITY : NEAR;
  const grams = added.map(({ key }) => gramsOf(key));
  const found = removed.flatMap((one, at) => {
    const own = gramsOf(one.key);
    const from = near === NEAR ? Math.max(0, at - NEAR) : 0;
    return added.slice(from, near === NEAR ? at + NEAR : undefined).flatMap((other, index) => {
      const alike = alikeness(own, grams[from + index] as Grams);
      return alike >= ALIKE ? [{ one, other, alike }] : [];
    });
  });
  const pairs = new Map<ComparedSentence, ComparedSentence>();
  const taken = new Set<ComparedSentence>();
  for (const { one, other } of found.sort((a, b) => b.alike - a.alike)) {
    if (pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}

/** How often each pair of neighbouring characters is in a text, and how many there are. */
interface Grams {
  readonly counts: ReadonlyMap<string, number>;
  readonly all: number;
}

/** The beginning of a long sentence is enough. */
const LONGEST = 500;

function gramsOf(text: string): Grams {
  const chars = [...text.slice(0, LONGEST)];
  const counts = new Map<string, number>();
  for (const [at, char] of chars.entries()) {
    const gram = char + (chars[at + 1] ?? '');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return { counts, all: chars.length };
}

/** Twice the common pairs, divided by all (Dice's coefficient). */
function alikeness(one: Grams, other: Grams): number {
  // Texts of very different length cannot be alike.
  if (2 * Math.min(one.all, other.all) < ALIKE * (one.all + other.all)) return 0;
  let common = 0;
  for (const [gram, count] of one.counts) common += Math.min(count, other.counts.get(gram) ?? 0);
  return (2 * common) / (one.all + other.all);
}
