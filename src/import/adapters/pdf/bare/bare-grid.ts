import type { ContentCell } from '../../../document.ts';
import { type Box, nearest } from '../geometry.ts';
import { continued } from '../page-lines.ts';
import { headerRows } from './header-rows.ts';
import { labelEdges } from './label-columns.ts';
import { linesOfRows } from './label-rows.ts';
import { boxOf, type Part, type PartLine } from './parts.ts';
import type { Segment } from './segments.ts';

/** A table that was found without any line. */
export interface BareGrid {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly ContentCell[];
  /** Everything that stands in it. */
  readonly parts: readonly Part[];
}

/** The cells of a table: numbers under each other are a column, and labels belong to the numbers beside them. */
export function bareGrid({ header, rows, labels, columns }: Segment): BareGrid {
  const around = [...rows.flatMap((row) => row.labels), ...labels.flatMap(({ parts }) => parts)];
  const edges = labelEdges(around);
  const count = around.length > 0 ? edges.length + 1 : 0;
  const places = placesOf(header, columns, [...edges, ...(count > 0 ? [rightOf(around)] : [])]);
  const cells = new Cells();
  const head = headerRows(header, ({ box }) => columnsUnder(box, places));
  head.forEach((blocks, row) => {
    for (const { from, to, parts } of blocks) for (const part of parts) cells.add(row, from, to, part);
  });
  const last = edges.at(-1) ?? -Infinity;
  const leaves = around.filter(({ box }) => box.right > last).sort((a, b) => a.middle - b.middle);
  const groups = around.filter(({ box }) => box.right <= last);
  const middles = rows.map(({ numbers }) => boxOf(numbers)).map(({ top, bottom }) => (top + bottom) / 2);
  const size = rows[0]?.size ?? 0;
  const hasGroup = (row: number) => groups.some(({ middle }) => Math.abs(middle - (middles[row] as number)) < size / 2);
  const own = linesOfRows(middles, asLines(leaves), (row) => (hasGroup(row) ? 0.2 : 2) * size);
  rows.forEach(({ numbers, rest }, index) => {
    const row = head.length + index;
    for (const part of own[index]?.flatMap(({ parts }) => parts) ?? []) {
      const first = edges.filter((edge) => edge <= part.box.left + part.size / 4).length;
      cells.add(row, Math.min(first, count - 1), count - 1, part);
    }
    for (const part of [...numbers, ...rest]) {
      const at = nearestColumn(columns, part);
      cells.add(row, count + at, count + at, part);
    }
  });
  for (const part of groups) {
    const column = edges.filter((edge) => edge <= part.box.left + part.size / 4).length;
    cells.add(head.length + nearest(middles, part.middle), column, column, part);
  }
  const all = [
    ...header.flatMap(({ parts }) => parts),
    ...own.flatMap((lines) => lines.flatMap(({ parts }) => parts)),
    ...groups,
    ...rows.flatMap(({ numbers, rest }) => [...numbers, ...rest]),
  ];
  const [height, width] = [head.length + rows.length, count + columns.length];
  return { box: boxOf(all), rows: height, columns: width, cells: cells.all(height, width), parts: all };
}

const rightOf = (parts: readonly Part[]): number => Math.max(...parts.map(({ box }) => box.right));

const nearestColumn = (columns: Segment['columns'], { box }: Part): number =>
  nearest(
    columns.map(([from, to]) => (from + to) / 2),
    (box.left + box.right) / 2,
  );

interface LabelLine {
  readonly middle: number;
  readonly parts: Part[];
}

/** Parts that stand side by side are one line of a label. */
function asLines(parts: readonly Part[]): LabelLine[] {
  const lines: LabelLine[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line && part.middle - line.middle < part.size / 2) line.parts.push(part);
    else lines.push({ middle: part.middle, parts: [part] });
  }
  return lines;
}

/** Left edges of all columns. Between two columns of numbers, the place that the fewest words of the header go over. */
function placesOf(header: readonly PartLine[], columns: Segment['columns'], labels: readonly number[]): number[] {
  const parts = header.flatMap((line) => line.parts);
  const between = columns.map(([left], index) => {
    const before = index === 0 ? labels.at(-1) : columns[index - 1]?.[1];
    return before === undefined ? -Infinity : clearest(before, left, parts);
  });
  return [-Infinity, ...labels.slice(0, -1), ...(labels.length > 0 ? between : between.slice(1))];
}

/** Twentieths, from the middle outwards. */
const STEPS = Array.from({ length: 19 }, (_, index) => 10 + (index % 2 === 0 ? index / 2 : -(index + 1) / 2));

function clearest(from: number, to: number, parts: readonly Part[]): number {
  const over = (at: number) => parts.filter(({ box }) => box.left < at && box.right > at).length;
  const places = STEPS.map((step) => from + ((to - from) * step) / 20);
  return places.reduce((best, one) => (over(one) < over(best) ? one : best));
}

/** The first and the last column that words of a header stand over. */
function columnsUnder({ left, right }: Box, places: readonly number[]): [number, number] {
  const at = (x: number) =>
    Math.max(
      0,
      places.findLastIndex((place) => place <= x),
    );
  const room = Math.min((right - left) / 2, 4);
  return [at(left + room), at(right - room)];
}

/** Cells by their place. Lines of one cell are joined, and no two cells overlap. */
class Cells {
  private readonly rows = new Map<number, { from: number; to: number; parts: Part[] }[]>();

  add(row: number, from: number, to: number, part: Part): void {
    const own = this.rows.get(row) ?? [];
    this.rows.set(row, own);
    const same = own.find((cell) => cell.from <= to && cell.to >= from);
    if (!same) own.push({ from, to: Math.max(from, to), parts: [part] });
    else same.parts.push(part);
  }

  all(rows: number, columns: number): ContentCell[] {
    return Array.from({ length: rows }, (_, row) => {
      const own = this.rows.get(row) ?? [];
      return Array.from({ length: columns }, (_, column): ContentCell[] => {
        const cell = own.find(({ from, to }) => from <= column && to >= column);
        if (cell && cell.from < column) return [];
        const columnSpan = cell ? cell.to - cell.from + 1 : 1;
        return [{ row, column, rowSpan: 1, columnSpan, text: textOf(cell?.parts ?? []) }];
      }).flat();
    }).flat();
  }
}

/** The lines of a cell as one; two numbers stay two. */
function textOf(parts: readonly Part[]): string {
  const lines = asLines([...parts].sort((a, b) => a.middle - b.middle)).map(({ parts: own }) =>
    [...own].sort((a, b) => a.box.left - b.box.left),
  );
  return lines
    .map((line) => line.map(({ text }) => text).join(' '))
    .reduce(
      (all, line) =>
        all === '' ? line : /\d$/u.test(all) && /^\d/u.test(line) ? `${all}\n${line}` : continued(all, line),
      '',
    );
}
