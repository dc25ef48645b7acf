import type { DrawnLine } from './drawing.ts';
import type { DrawnWord } from './drawn-words.ts';
import type { Box } from './geometry.ts';
import { linesOf } from './page-lines.ts';
import { GAP, type RuleNet } from './rules.ts';

/** Lines across that make a table; fewer are a heading with lines around it. */
const FEWEST_LINES = 4;
const MOST_LINES = 200;
/** Points. The most room between two lines of one table. */
const TALLEST_ROW = 60;
/** Part of the height of the letters: less room is a blank between words. */
const ROOM = 0.5;
/** Points. Columns are at least so far apart in every row. */
const NARROWEST = 3;

/** A row between two lines, with the parts of its width that have text. */
interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly filled: readonly (readonly [number, number])[];
}

/**
 * Tables with lines across only: the lines down that are missing are put where the rows with the most columns have room.
 * Where the text of a row goes over such a place, there is none.
 */
export function openTables(nets: readonly RuleNet[], words: readonly DrawnWord[]): RuleNet[] {
  const lines = nets.filter(({ down }) => down.length === 0).flatMap(({ across }) => across);
  return stacks(lines.sort((a, b) => a.at - b.at)).flatMap((across) => {
    const box = boxOf(across);
    const inside = words.filter((word) => isInside(word, box));
    const bands = bandsOf(across, inside);
    const columns = columnsOf(bands);
    if (columns.length === 0) return [];
    const down = bands.flatMap(({ top, bottom, filled }): DrawnLine[] =>
      [box.left, ...columns, box.right]
        .filter((at) => !filled.some(([from, to]) => from < at && to > at))
        .map((at) => ({ across: false, at, from: top, to: bottom })),
    );
    return [{ across, down }];
  });
}

/** Lines below each other, at least two of them over the whole width. Sorted from top to bottom. */
function stacks(lines: readonly DrawnLine[]): DrawnLine[][] {
  const groups: DrawnLine[][] = [];
  for (const line of lines) {
    const group = groups.find((one) => {
      const { left, right, bottom } = boxOf(one);
      return line.from < right && line.to > left && line.at - bottom <= TALLEST_ROW;
    });
    if (group) group.push(line);
    else groups.push([line]);
  }
  return groups.filter((group) => {
    const { left, right } = boxOf(group);
    const whole = group.filter(({ from, to }) => from - left <= GAP && right - to <= GAP);
    return group.length >= FEWEST_LINES && group.length <= MOST_LINES && whole.length >= 2;
  });
}

const boxOf = (across: readonly DrawnLine[]): Box => ({
  left: Math.min(...across.map(({ from }) => from)),
  right: Math.max(...across.map(({ to }) => to)),
  top: Math.min(...across.map(({ at }) => at)),
  bottom: Math.max(...across.map(({ at }) => at)),
});

const isInside = ({ box }: DrawnWord, { left, top, right, bottom }: Box): boolean => {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return x > left && x < right && y > top && y < bottom;
};

function bandsOf(across: readonly DrawnLine[], words: readonly DrawnWord[]): Band[] {
  const edges = [...new Set(across.map(({ at }) => at))].sort((a, b) => a - b);
  return edges.slice(1).map((bottom, index) => {
    const top = edges[index] as number;
    const own = words.filter(({ box }) => (box.top + box.bottom) / 2 > top && (box.top + box.bottom) / 2 < bottom);
    return { top, bottom, filled: filledBy(own) };
  });
}

/** The parts of the width that the lines of a row fill; words of one line are one part. */
function filledBy(words: readonly DrawnWord[]): (readonly [number, number])[] {
  const parts = linesOf(words).flatMap(({ words }) =>
    joined(words.map(({ box, size }) => [box.left, box.right, size * ROOM])),
  );
  return joined(parts.map(([from, to]) => [from, to, 0]));
}

/** Ranges that overlap, or that are closer than the third number says, as one. */
function joined(ranges: readonly (readonly [number, number, number])[]): (readonly [number, number])[] {
  const whole: [number, number][] = [];
  for (const [from, to, room] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && from <= last[1] + room) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}

/** The places between columns: the room that all rows with the most columns have. */
function columnsOf(bands: readonly Band[]): number[] {
  const most = Math.max(0, ...bands.map(({ filled }) => filled.length));
  if (most < 2) return [];
  const filled = joined(
    bands.flatMap((band) =>
      band.filled.length === most ? band.filled.map(([from, to]) => [from, to, 0] as const) : [],
    ),
  );
  return filled.slice(1).flatMap(([from], index) => {
    const end = (filled[index] as readonly [number, number])[1];
    return from - end >= NARROWEST ? [clearest(end, from, bands)] : [];
  });
}

/** The place in a range that the text of the fewest rows goes over; the middle, if several are as good. */
function clearest(from: number, to: number, bands: readonly Band[]): number {
  const over = (at: number) =>
    bands.filter(({ filled }) => filled.some(([start, end]) => start < at && end > at)).length;
  const places = [5, 4, 6, 3, 7, 2, 8, 1, 9].map((tenth) => from + ((to - from) * tenth) / 10);
  return places.reduce((best, one) => (over(one) < over(best) ? one : best));
}
