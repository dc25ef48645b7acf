import type { DrawnLine } from './drawing.ts';
import { type Box, clustered } from './geometry.ts';
import { GAP, type RuleNet } from './rules.ts';

/** A cell by the lines around it. Row and column from 0. */
interface Region {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
}

export interface RuledGrid {
  readonly rows: number;
  readonly columns: number;
  readonly box: Box;
  readonly regions: readonly Region[];
}

/** Places of a grid. Table 三 has about 300; more than this is a chart or a drawing. */
const MOST_PLACES = 10_000;
/** Points. An outer line may be missing where the lines that cross it stick out so far. */
const OPEN_END = 8;

/** The grid that lines make; undefined if they make fewer than two cells: an underline, a frame. */
export function gridOf({ across, down }: RuleNet): RuledGrid | undefined {
  if (across.length < 2) return undefined;
  const xs = edgesOf(down, across);
  const ys = edgesOf(across, down);
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 1 || columns < 1 || rows * columns < 2 || rows * columns > MOST_PLACES) return undefined;
  const down_ = walls(down, xs, ys);
  const across_ = walls(across, ys, xs);
  const regions = regionsOf(rows, columns, {
    right: (row, column) => down_[column + 1]?.[row] === true,
    below: (row, column) => across_[row + 1]?.[column] === true,
  }).map((region) => ({ ...region, box: boxOf(region, xs, ys) }));
  if (regions.length < 2) return undefined;
  return { rows, columns, regions, box: { left: xs[0], top: ys[0], right: xs[columns], bottom: ys[rows] } as Box };
}

/** Positions of the lines of one direction. Where the other lines stick out, the table has an edge without a line. */
function edgesOf(lines: readonly DrawnLine[], others: readonly DrawnLine[]): number[] {
  const edges = clustered(
    lines.map(({ at }) => at),
    GAP,
  );
  const start = Math.min(...others.map(({ from }) => from));
  const end = Math.max(...others.map(({ to }) => to));
  const [first, last] = [edges[0], edges.at(-1)];
  if (first === undefined || last === undefined) return [start, end];
  return [...(first - start > OPEN_END ? [start] : []), ...edges, ...(end - last > OPEN_END ? [end] : [])];
}

/** For each position of a line and each step beside it: whether a line is drawn there. The outermost ones are always there. */
function walls(lines: readonly DrawnLine[], positions: readonly number[], steps: readonly number[]): boolean[][] {
  return positions.map((at, index) => {
    const own = lines.filter((line) => Math.abs(line.at - at) <= GAP);
    const outer = index === 0 || index === positions.length - 1;
    return steps.slice(1).map((end, step) => {
      const start = steps[step] as number;
      const drawn = own.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0);
      return outer || drawn > (end - start) / 2;
    });
  });
}

interface Walls {
  right(row: number, column: number): boolean;
  below(row: number, column: number): boolean;
}

/** The largest rectangles without a line inside, from the top left. A missing line between them merges places to one cell. */
function regionsOf(rows: number, columns: number, { right, below }: Walls): Omit<Region, 'box'>[] {
  const taken = new Uint8Array(rows * columns);
  const regions: Omit<Region, 'box'>[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      let columnSpan = 1;
      while (
        column + columnSpan < columns &&
        !taken[row * columns + column + columnSpan] &&
        !right(row, column + columnSpan - 1)
      )
        columnSpan++;
      const isOpen = (last: number) => {
        for (let one = column; one < column + columnSpan; one++) if (below(last, one)) return false;
        for (let one = column; one < column + columnSpan - 1; one++) if (right(last + 1, one)) return false;
        return true;
      };
      let rowSpan = 1;
      while (row + rowSpan < rows && isOpen(row + rowSpan - 1)) rowSpan++;
      for (let y = row; y < row + rowSpan; y++) taken.fill(1, y * columns + column, y * columns + column + columnSpan);
      regions.push({ row, column, rowSpan, columnSpan });
    }
  return regions;
}

const boxOf = (
  { row, column, rowSpan, columnSpan }: Omit<Region, 'box'>,
  xs: readonly number[],
  ys: readonly number[],
) => ({ left: xs[column], top: ys[row], right: xs[column + columnSpan], bottom: ys[row + rowSpan] }) as Box;
