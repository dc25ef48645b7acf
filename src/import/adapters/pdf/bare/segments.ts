import type { Box } from '../geometry.ts';
import { boxOf, type Part, type PartLine } from './parts.ts';

/** Lines that look like one table: a header and rows with numbers in the same columns. */
export interface Segment {
  readonly header: readonly PartLine[];
  /** The lines with numbers. */
  readonly rows: readonly PartLine[];
  /** Lines of labels around the rows: wrapped ones, and those of groups. */
  readonly labels: readonly PartLine[];
  /** From left to right: what the numbers of each column fill. */
  readonly columns: readonly (readonly [number, number])[];
}

/** Heights of letters. The most room between two lines of one table. */
const TALLEST_ROW = 7;
/** Heights of letters. The most room between two lines of a header. */
const NEAR = 5;
/** Between two lines of one label. */
const SAME_LABEL = 0.8;
/** Part of the width. */
const LONGEST_HEADER = 0.6;
/** Heights of letters. */
const WIDE_ROOM = 4;
/** Without a header, so many columns make a table. */
const MANY_COLUMNS = 3;
/** Lines of a page; a page with more is no page of text. */
const MOST_LINES = 400;

/** Finds the tables in the lines of a page by their numbers that stand below each other. */
export function segmentsOf(all: readonly PartLine[]): Segment[] {
  if (all.length > MOST_LINES) return [];
  const lines = withWrapped(all);
  const groups: number[][] = [];
  let columns: (readonly [number, number])[] = [];
  lines.forEach((line, index) => {
    if (!isRow(line)) return;
    const group = groups.at(-1);
    const wider = group && goesOn(lines, group.at(-1) as number, index, columns) ? withRow(columns, line) : undefined;
    if (group && wider) {
      group.push(index);
      columns = wider;
    } else {
      groups.push([index]);
      columns = line.numbers.map(rangeOf);
    }
  });
  let free = 0;
  const found = groups.flatMap((group, index) => {
    const next = groups[index + 1]?.[0] ?? lines.length;
    const { segment, end } = segmentAround(lines, group, free, next);
    if (isBars(segment) || (!isTable(segment) && !(group[0] === 0 && isRest(segment)))) return [];
    free = end;
    return [segment];
  });
  return [...found, ...(free > 0 ? headerAlone(lines.slice(free - 1)) : [])];
}

/**
 * Numbers without a label close below others are the rest of numbers that were wrapped, or another row: each column has both
 * in one cell.
 */
function withWrapped(lines: readonly PartLine[]): PartLine[] {
  const result: PartLine[] = [];
  for (const line of lines) {
    const before = result.at(-1);
    const isRest =
      before &&
      isRow(before) &&
      line.parts.length === line.numbers.length &&
      line.numbers.length < before.numbers.length &&
      line.box.top - before.box.bottom <= SAME_LABEL * line.size;
    if (before && isRest) result[result.length - 1] = { ...before, rest: [...before.rest, ...line.numbers] };
    else result.push(line);
  }
  return result;
}

/** A header at the end of a page, without its rows: words beside each other, close below a table. */
function headerAlone([table, ...lines]: readonly PartLine[]): Segment[] {
  const header = lines.slice(0, 3).find(({ parts }) => parts.length > 1);
  if (!table || !header || header.box.top - table.box.bottom > TALLEST_ROW * header.size) return [];
  if (
    header.parts.some(
      ({ text, box }) =>
        /\d/u.test(text) || box.right - box.left > LONGEST_HEADER * (header.box.right - header.box.left),
    )
  )
    return [];
  return [{ header: [header], rows: [], labels: [], columns: header.parts.map(rangeOf) }];
}

/** A line with numbers behind its label; without a label, several numbers. */
const isRow = ({ labels, numbers }: PartLine): boolean => numbers.length >= (labels.length > 0 ? 1 : MANY_COLUMNS);

const rangeOf = ({ box }: Part): readonly [number, number] => [box.left, box.right];

/** Whether two rows have only lines of labels between them, and these stand beside the numbers. */
function goesOn(lines: readonly PartLine[], from: number, to: number, columns: Segment['columns']): boolean {
  const left = Math.min(columns[0]?.[0] ?? 0, lines[to]?.numbers[0]?.box.left ?? 0);
  for (let at = from + 1; at <= to; at++) {
    const [before, line] = [lines[at - 1] as PartLine, lines[at] as PartLine];
    if (line.box.top - before.box.bottom > TALLEST_ROW * line.size) return false;
    if (at < to && !isBeside(line, left)) return false;
  }
  return true;
}

const isBeside = ({ box }: PartLine, left: number): boolean => box.right <= left;

/** The columns with the numbers of one more row; undefined if a number stands below two columns, or two below one. */
function withRow(columns: Segment['columns'], { numbers }: PartLine): (readonly [number, number])[] | undefined {
  const wider = [...columns];
  const added: (readonly [number, number])[] = [];
  const taken = new Set<number>();
  for (const number of numbers) {
    const [from, to] = rangeOf(number);
    const over = wider.flatMap(([start, end], index) => (from < end && to > start ? [index] : []));
    const [index] = over;
    if (over.length > 1 || (index !== undefined && taken.has(index))) return undefined;
    if (index === undefined) added.push([from, to]);
    else {
      const [start, end] = wider[index] as readonly [number, number];
      wider[index] = [Math.min(start, from), Math.max(end, to)];
      taken.add(index);
    }
  }
  return [...wider, ...added].sort((a, b) => a[0] - b[0]);
}

/** Looks for the header above the rows, and for the labels around them. `end` is the line behind the segment. */
function segmentAround(
  lines: readonly PartLine[],
  group: readonly number[],
  free: number,
  next: number,
): { segment: Segment; end: number } {
  const at = (index: number) => lines[index] as PartLine;
  const rows = group.map(at);
  const columns = rows.reduce<Segment['columns']>((all, row) => withRow(all, row) ?? all, []);
  const left = columns[0]?.[0] ?? 0;
  const near = (index: number, room = NEAR) => at(index + 1).box.top - at(index).box.bottom <= room * at(index).size;
  let start = group[0] as number;
  while (start > free && near(start - 1, SAME_LABEL) && isBeside(at(start - 1), left)) start--;
  const width = boxOf(rows);
  let top = start;
  for (let above = start - 1; above >= free && near(above) && isHeader(at(above), width); above--)
    if (at(above).parts.length > 1) top = above;
  let end = (group.at(-1) as number) + 1;
  while (end < next && near(end - 1, SAME_LABEL) && isBeside(at(end), left)) end++;
  const labels = lines.slice(start, end).filter((line) => !rows.includes(line));
  return { segment: { header: lines.slice(top, start), rows, labels, columns }, end };
}

/** A sentence is longer than the words of a header. */
const isHeader = (line: PartLine, { left, right }: Box): boolean =>
  !isRow(line) && line.parts.every(({ box }) => box.right - box.left < LONGEST_HEADER * (right - left));

/** In a drawing of bars, each row has one number, at the end of its bar. */
const isBars = ({ rows, columns }: Segment): boolean =>
  columns.length > 1 && rows.every(({ numbers }) => numbers.length === 1);

/** At the top of a page, a table can go on without its header. */
const isRest = ({ rows }: Segment): boolean =>
  rows.every(({ labels, numbers, size }) => {
    const [label, number] = [labels.at(-1), numbers[0]];
    return label && number && labels.length === 1 && number.box.left - label.box.right > WIDE_ROOM * size;
  });

function isTable({ header, rows, columns }: Segment): boolean {
  if (columns.length >= MANY_COLUMNS && (rows.length > 1 || header.length > 0)) return true;
  const [first] = columns;
  return header.some(
    ({ parts }) => parts.length > columns.length && (parts.at(-1)?.box.right ?? 0) > (first?.[0] ?? 0),
  );
}
