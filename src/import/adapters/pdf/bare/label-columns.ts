import type { Part } from './parts.ts';

/** More columns of labels than any form has. */
const MOST_COLUMNS = 4;
const MOST_PARTS = 300;

interface Pair {
  readonly from: number;
  readonly to: number;
}

/** The places between the columns of labels: where parts stand side by side and the fewest go over. Sorted. */
export function labelEdges(parts: readonly Part[]): number[] {
  if (parts.length > MOST_PARTS) return [];
  let pairs = pairsOf(parts);
  const edges: number[] = [];
  while (pairs.length > 0 && edges.length < MOST_COLUMNS - 1) {
    const places = [...new Set(pairs.flatMap(({ from, to }) => [from, to, (from + to) / 2]))];
    const scored = places.map((at) => ({
      at,
      apart: pairs.filter(({ from, to }) => from <= at && at <= to).length,
      over: parts.filter(({ box }) => box.left < at && box.right > at).length,
    }));
    const best = scored.reduce((a, b) => (b.apart - b.over > a.apart - a.over ? b : a));
    if (best.apart <= best.over / 2) break;
    edges.push(best.at);
    pairs = pairs.filter(({ from, to }) => from > best.at || to < best.at);
  }
  return edges.sort((a, b) => a - b);
}

/** The room between parts that stand beside each other. */
function pairsOf(parts: readonly Part[]): Pair[] {
  return parts.flatMap((one) => {
    const right = parts.filter(
      ({ box }) =>
        box.left >= one.box.right &&
        Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top) > 0.3 * one.size,
    );
    const to = Math.min(...right.map(({ box }) => box.left));
    return Number.isFinite(to) ? [{ from: one.box.right, to }] : [];
  });
}
