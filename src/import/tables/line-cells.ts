import { align } from './align.ts';
import type { GridLine } from './rows.ts';
import type { ViewCell } from './view.ts';

/** The columns of a view that belong to a column of the form. */
export interface ColumnRange {
  readonly left: number;
  readonly right: number;
  /** The header is printed in several cells, so a number may be as well. */
  readonly repeated?: boolean;
}

/** What a line has in a column. */
export interface LineCells {
  /** Several cells if a number is torn. */
  readonly cells: readonly ViewCell[];
  /** A cell over several columns belongs to each of them, and to none for sure. */
  readonly shared: boolean;
  /** The cells are different numbers, not parts of one. */
  readonly several: boolean;
}

/**
 * Which cells of a line belong to which columns. Headers and cells may be merged in different ways, so cells and columns
 * are paired in order by how much they overlap.
 */
export function cellsOfLine(
  { view, row }: GridLine,
  ranges: readonly (ColumnRange | undefined)[],
  labels: readonly ViewCell[],
): (LineCells | undefined)[] {
  const cells = view.row(row).filter((cell) => !labels.includes(cell));
  const order = ranges.map((_, index) => index).sort((a, b) => (ranges[a]?.left ?? 0) - (ranges[b]?.left ?? 0));
  const common = (cell: ViewCell, range: ColumnRange | undefined): number =>
    range ? Math.min(cell.right, range.right) - Math.max(cell.left, range.left) + 1 : 0;
  const pairs = align(cells.length, order.length, (item, place) => {
    const [cell, range] = [cells[item] as ViewCell, ranges[order[place] as number]];
    const overlap = common(cell, range);
    return overlap > 0 ? overlap + (cell.blank ? 0 : 0.5) : 0;
  });
  const own = new Map(pairs.map(({ item, target }) => [order[target] as number, cells[item] as ViewCell]));
  const taken = new Set(own.values());
  return ranges.map((range, index) => {
    const over = cells.filter((cell) => common(cell, range) > 0);
    const main = own.get(index);
    const wide = (cell: ViewCell) =>
      ranges.filter((other) => other && cell.left <= other.left && cell.right >= other.right).length > 1;
    if (!main) return over[0] && wide(over[0]) ? { cells: [over[0]], shared: true, several: false } : undefined;
    const torn = over.filter((cell) => cell === main || (!taken.has(cell) && !cell.blank && !wide(cell)));
    const same = range?.repeated === true && torn.every((cell) => cell.label === main.label);
    const several = range?.repeated === true && !same;
    return { cells: same ? [main] : torn, shared: wide(main), several };
  });
}

/**
 * How the cells of a line are told apart: by the headers above them, or by their order, as the first, second and so on
 * behind the label. Blank cells count in `order` and not in `written`. With `lines`, the lines with numbers belong to the
 * labels in their order, whatever stands beside them.
 */
export type Way = 'headers' | 'order' | 'written' | 'lines';

/** The cells behind the label of a line in their order, if they are as many as the columns. */
export function cellsInOrder(
  { view, row }: GridLine,
  count: number,
  labels: readonly ViewCell[],
  way: Way,
): LineCells[] | undefined {
  const label = Math.max(-1, ...labels.map(({ right }) => right));
  const cells = view.row(row).filter((cell) => cell.left > label && (way === 'order' || !cell.blank));
  return cells.length === count ? cells.map((cell) => ({ cells: [cell], shared: false, several: false })) : undefined;
}

/** The cells of several lines together: those that are not blank, or the first. */
export function joined(lines: readonly (LineCells | undefined)[]): LineCells | undefined {
  const there = lines.filter((one) => one !== undefined);
  const cells = [...new Set(there.flatMap((one) => one.cells))];
  const written = cells.filter(({ blank }) => !blank);
  const shared = there.some((one) => one.shared);
  const several = there.some((one) => one.several);
  return there.length === 0 ? undefined : { cells: written.length > 0 ? written : cells.slice(0, 1), shared, several };
}
