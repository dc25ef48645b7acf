import type { Header } from './columns.ts';
import type { ColumnRange } from './line-cells.ts';
import type { GridLine } from './rows.ts';
import type { ViewCell } from './view.ts';

/** The columns of a table and, if it is known, their header. */
export interface TableColumns {
  readonly ranges: readonly (ColumnRange | undefined)[];
  readonly header?: Header;
}

/**
 * Whether the cells of a line stand below the headers from the first to the last: if a merge around them is too high, too
 * low, too wide or too narrow, they begin or end in another column, or a number stands behind the last header. And nothing
 * but the numbers stands behind the label: another label there is the true one.
 */
export function isWhole(
  lines: readonly GridLine[],
  { ranges, header }: TableColumns,
  labels: readonly ViewCell[] = [],
): boolean {
  const known = ranges.filter((range) => range !== undefined);
  if (known.length < ranges.length && !(header && lines.every((line) => isBelow(line, known, header)))) return false;
  const first = Math.min(...known.map(({ left }) => left));
  const last = Math.max(...known.map(({ right }) => right));
  const withNumbers = lines.filter((line) =>
    line.view.row(line.row).some((cell) => cell.right >= first && isNumber(cell)),
  );
  const label = Math.max(-1, ...labels.map(({ right }) => right));
  const own = new Set(labels.map(({ label: text }) => text));
  const between = ({ left, label: text }: ViewCell): boolean =>
    left > label && left < first && text.length >= LONG_LABEL && !own.has(text);
  if (label >= 0 && lines.some((line) => line.view.row(line.row).some(between))) return false;
  return withNumbers.length <= 1 && withNumbers.every((line) => isInPlace(line, first, last, header));
}

/**
 * Where a column is missing: a line has exactly one cell below each cell of the header, from the first known column to the
 * last.
 */
function isBelow({ view, row }: GridLine, known: readonly ColumnRange[], { view: above, bottom }: Header): boolean {
  if (view !== above || known.length < 2) return false;
  const first = Math.min(...known.map(({ left }) => left));
  const last = Math.max(...known.map(({ right }) => right));
  const edges = (line: number): string =>
    view
      .row(line)
      .filter(({ left, right }) => right >= first && left <= last)
      .map(({ left, right }) => `${left}-${right}`)
      .join();
  return edges(row) === edges(bottom) && known.every(({ left }) => view.at(row, left)?.blank === false);
}

/** A text of this length between label and numbers is no unit. */
const LONG_LABEL = 4;

const isNumber = ({ label }: { readonly label: string }): boolean => /^\p{Nd}/u.test(label);

function isInPlace({ view, row }: GridLine, first: number, last: number, header: Header | undefined): boolean {
  const other = (column: number): boolean => {
    if (header?.view !== view) return false;
    const above = Array.from({ length: header.bottom - header.top + 1 }, (_, index) =>
      view.at(header.top + index, column),
    );
    return above.some((cell) => cell && !cell.blank && cell.left > last);
  };
  const beyond = view.row(row).some((cell) => cell.left > last && isNumber(cell) && !other(cell.left));
  return view.at(row, first)?.left === first && view.at(row, last)?.right === last && !beyond;
}
