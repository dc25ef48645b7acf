import { closest, distance } from 'fastest-levenshtein';

/** The candidate nearest to the given text, if it is near enough to be meant. */
export function didYouMean(written: string, candidates: readonly string[]): string | undefined {
  const others = candidates.filter((candidate) => candidate !== written);
  if (others.length === 0 || written === '' || written.length > 200) return undefined;
  const best = closest(written, others);
  return distance(written, best) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined;
}
