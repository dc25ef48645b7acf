/** Positions on a page: points from its top left corner, y downwards, as a person sees the page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** `[a, b, c, d, e, f]`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `first`, then `second`. */
export const times = (first: Matrix, second: Matrix): Matrix => [
  first[0] * second[0] + first[1] * second[2],
  first[0] * second[1] + first[1] * second[3],
  first[2] * second[0] + first[3] * second[2],
  first[2] * second[1] + first[3] * second[3],
  first[4] * second[0] + first[5] * second[2] + second[4],
  first[4] * second[1] + first[5] * second[3] + second[5],
];

export const moved = (matrix: Matrix, x: number, y: number): Matrix => times([1, 0, 0, 1, x, y], matrix);

export const pointOf = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** The smallest box around points. */
export function boxAround(points: readonly (readonly [number, number])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

/** The area in both; empty (right < left) if there is none. */
export const common = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

export const isIn = (box: Box, x: number, y: number, slack = 0): boolean =>
  x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;

/** Positions that are almost the same, as one: the mean of each group no wider than `most`. Sorted. */
export function clustered(positions: readonly number[], most: number): number[] {
  const groups: number[][] = [];
  for (const one of [...positions].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && one - (group[0] as number) <= most) group.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => group.reduce((sum, one) => sum + one, 0) / group.length);
}

/** The index of the nearest of some sorted positions. */
export function nearest(positions: readonly number[], to: number): number {
  let best = 0;
  positions.forEach((one, index) => {
    if (Math.abs(one - to) < Math.abs((positions[best] as number) - to)) best = index;
  });
  return best;
}
