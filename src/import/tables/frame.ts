import type { BlockDef } from '../../form/types.ts';
import { type FoundColumn, findColumns, type Header } from './columns.ts';
import type { ColumnRange } from './line-cells.ts';
import type { FoundRow } from './rows.ts';
import { columnTargets, type Target } from './target.ts';
import type { View } from './view.ts';

/** The columns of a block in a view. */
export interface Frame {
  /** Where the numbers of each column are. */
  readonly ranges: readonly (ColumnRange | undefined)[];
  /** Their headers, which can stand in a part of the table before. */
  readonly found: readonly (FoundColumn | undefined)[];
  /** The ranges are only likely. */
  readonly guessed: boolean;
  /** The header above, if it is in the same view. */
  readonly header?: Header;
}

/** What the columns of a part of a table are looked for with. */
export interface Around {
  readonly views: readonly View[];
  /** All rows of the table. */
  readonly rows: readonly FoundRow[];
  /** The columns of the part before. */
  readonly before: Frame | undefined;
}

/** Finds the columns of a part of a block: rows in the same view. */
export function frameOf(part: readonly FoundRow[], block: BlockDef, around: Around): Frame | undefined {
  const { view, row } = firstLine(part);
  const targets = columnTargets(block);
  const own = headerAbove(view, row, around.rows);
  const found = columnsIn(own, targets);
  if (found) return { found, ranges: filled(found, view), guessed: false, header: own };
  const before = around.before ?? headerBefore(view, targets, around);
  const ranges = rangesByCount(part, targets.length);
  if (ranges) return { found: before?.found ?? targets.map(() => undefined), ranges, guessed: !before };
  const same = before && before.found.find((one) => one)?.view.columns === view.columns;
  return same ? { found: before.found, ranges: before.ranges, guessed: before.guessed } : undefined;
}

function firstLine(part: readonly FoundRow[]): { view: View; row: number } {
  const view = part[0]?.lines[0]?.view as View;
  return { view, row: Math.min(...part.map(({ lines }) => lines[0]?.row ?? 0)) };
}

/** The rows of a view above a row, up to the last one that is a row of the table. */
function headerAbove(view: View, row: number, rows: readonly FoundRow[]): Header {
  const above = rows.flatMap(({ lines }) => lines.filter((line) => line.view === view && line.row < row));
  return { view, top: Math.max(0, ...above.map((line) => line.row + 1)), bottom: row - 1 };
}

/** A header that stands alone at the end of the view before. */
function headerBefore(view: View, targets: readonly Target[], { views, rows }: Around): Frame | undefined {
  const before = views[views.indexOf(view) - 1];
  if (!before) return undefined;
  const found = columnsIn(headerAbove(before, before.rows, rows), targets);
  return found && { found, ranges: filled(found, before), guessed: false };
}

/** The columns in a header, if it has at least half of them. */
function columnsIn(header: Header, targets: readonly Target[]): (FoundColumn | undefined)[] | undefined {
  if (header.bottom < header.top) return undefined;
  const columns = findColumns([header], targets);
  if (columns.length * 2 < targets.length) return undefined;
  return targets.map((target) => columns.find((column) => column.target === target));
}

/** Columns without a header that stand between two others are what is left between them, if there is one for each. */
function filled(found: readonly (FoundColumn | undefined)[], view: View): (ColumnRange | undefined)[] {
  return found.map((column, index) => {
    if (column) return column;
    const before = found.findLastIndex((one, other) => one && other < index);
    const behind = found.findIndex((one, other) => one && other > index);
    const [previous, next] = [found[before], found[behind]];
    const count = (next ? behind : found.length) - before - 1;
    const end = next ? next.left : view.columns;
    const start = previous ? previous.right + 1 : end - count;
    if (start < 0 || end <= start || (count > 1 && end - start !== count)) return undefined;
    const left = start + (index - before - 1);
    return { left, right: count === 1 ? end - 1 : left };
  });
}

/** Without a header: a line has exactly as many cells behind its label as the block has columns. */
function rangesByCount(part: readonly FoundRow[], count: number): ColumnRange[] | undefined {
  for (const { lines, labels } of part) {
    const line = lines[0];
    if (!line || labels.length === 0) continue;
    const label = Math.max(...labels.map(({ right }) => right));
    const cells = line.view.row(line.row).filter(({ left }) => left > label);
    if (cells.length === count) return cells.map(({ left, right }) => ({ left, right }));
  }
  return undefined;
}
