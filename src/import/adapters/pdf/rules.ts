import type { DrawnLine } from './drawing.ts';
import { clustered, nearest } from './geometry.ts';

/** Points. Two lines closer than this are one: a double line, or the borders of two cells side by side. */
const DOUBLE = 4;
/** Points. The longest gap in a dashed or dotted line, and between lines that meet. */
export const GAP = 4;
/** Points. Shorter pieces that nothing continues are dots, signs or parts of letters. */
const SHORTEST = 5;
/** Of one page, after pieces are put together. A page of tables has about 100. */
const MOST_RULES = 3000;

/** Lines that hang together: those of one table. */
export interface RuleNet {
  readonly across: readonly DrawnLine[];
  readonly down: readonly DrawnLine[];
}

/** Puts pieces of lines together and finds the lines that meet. Undefined if it is a drawing with too many lines for tables. */
export function ruleNets(pieces: readonly DrawnLine[]): RuleNet[] | undefined {
  const rules = [...joined(pieces.filter(({ across }) => across)), ...joined(pieces.filter(({ across }) => !across))];
  if (rules.length > MOST_RULES) return undefined;
  const group = rules.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at] = group[group[at] as number] as number;
    return at;
  };
  rules.forEach((one, i) => {
    for (let j = 0; j < i; j++) if (meet(one, rules[j] as DrawnLine)) group[root(i)] = root(j);
  });
  const nets = new Map<number, { across: DrawnLine[]; down: DrawnLine[] }>();
  rules.forEach((rule, index) => {
    const net = nets.get(root(index)) ?? { across: [], down: [] };
    (rule.across ? net.across : net.down).push(rule);
    nets.set(root(index), net);
  });
  return [...nets.values()];
}

const meet = (a: DrawnLine, b: DrawnLine): boolean => a.across !== b.across && touches(a.at, b) && touches(b.at, a);

const touches = (at: number, { from, to }: DrawnLine): boolean => at >= from - GAP && at <= to + GAP;

/** Rules of one direction: those at almost the same position are one line, with its gaps closed. */
function joined(pieces: readonly DrawnLine[]): DrawnLine[] {
  const positions = clustered(
    pieces.map(({ at }) => at),
    DOUBLE,
  );
  const lines = positions.map((): DrawnLine[] => []);
  for (const piece of pieces) lines[indexOf(positions, piece.at)]?.push(piece);
  return lines.flatMap((line, index) => {
    const whole: { across: boolean; at: number; from: number; to: number }[] = [];
    for (const { across, from, to } of line.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last && from <= last.to + GAP) last.to = Math.max(last.to, to);
      else whole.push({ across, at: positions[index] as number, from, to });
    }
    return whole.filter((one) => one.to - one.from >= SHORTEST);
  });
}

/** The index of the nearest of sorted positions, in few steps. */
function indexOf(positions: readonly number[], to: number): number {
  let [low, high] = [0, positions.length - 1];
  while (high - low > 2) {
    const middle = (low + high) >> 1;
    if ((positions[middle] as number) <= to) low = middle;
    else high = middle;
  }
  return low + nearest(positions.slice(low, high + 1), to);
}
