/** A line of a label by its position on the page. */
interface Line {
  readonly middle: number;
}

/** How the number of a row stands beside its label of several lines. */
const ANCHORS = [
  (group: readonly Line[]) => group.reduce((sum, { middle }) => sum + middle, 0) / group.length,
  (group: readonly Line[]) => (group[0] as Line).middle,
  (group: readonly Line[]) => (group.at(-1) as Line).middle,
] as const;

/** Points for a line that belongs to no row. */
const LEFT_OUT = 1;
const MOST_LINES = 200;
const LONGEST_LABEL = 12;

/**
 * For each row, by the position of its numbers, the lines of its label: the numbers stand beside the middle, the first or
 * the last line, in all rows alike. `empty` is what a row without a label costs, in points.
 */
export function linesOfRows<T extends Line>(
  rows: readonly number[],
  lines: readonly T[],
  empty: (row: number) => number,
): T[][] {
  if (lines.length === 0 || lines.length > MOST_LINES || rows.length > MOST_LINES) return rows.map(() => []);
  const ways = ANCHORS.map((anchor) => bestWay(rows, lines, empty, anchor));
  return ways.reduce((best, one) => (one.cost < best.cost - 0.5 ? one : best)).groups;
}

interface Step {
  readonly cost: number;
  /** The first line of the row. */
  readonly from: number;
}

/** The cheapest way to give consecutive lines to rows: `costs[row][end]` is the least for all rows up to this one. */
function bestWay<T extends Line>(
  rows: readonly number[],
  lines: readonly T[],
  empty: (row: number) => number,
  anchor: (group: readonly Line[]) => number,
): { cost: number; groups: T[][] } {
  let before: number[] = lines.map((_, index) => index * LEFT_OUT).concat(lines.length * LEFT_OUT);
  const steps = rows.map((middle, row): Step[] => {
    const own = before.map((_, end): Step => {
      let best: Step = { cost: (before[end] as number) + empty(row), from: end };
      for (let from = Math.max(0, end - LONGEST_LABEL); from < end; from++) {
        const cost = (before[from] as number) + Math.abs(anchor(lines.slice(from, end)) - middle);
        if (cost < best.cost) best = { cost, from };
      }
      return best;
    });
    before = own.map(({ cost }) => cost);
    return own;
  });
  const ends = before.map((cost, end) => cost + (lines.length - end) * LEFT_OUT);
  let end = ends.indexOf(Math.min(...ends));
  const cost = ends[end] as number;
  const groups = rows.map((): T[] => []);
  for (let row = rows.length - 1; row >= 0; row--) {
    const from = steps[row]?.[end]?.from ?? end;
    groups[row] = lines.slice(from, end);
    end = from;
  }
  return { cost, groups };
}
