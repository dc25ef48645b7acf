import type { Grid, GridCell, GridRow } from './grid.ts';

const CONTINUED = '（续）';

/** The text of a label that is repeated at the top of a page. */
const continued = (label: string): string => (label === '' ? '' : `${label}${CONTINUED}`);

/** A cell and its place in the grid. */
interface GridCellAt {
  readonly cell: GridCell;
  readonly row: number;
  readonly column: number;
}

/**
 * The grid with page breaks before the rows `breaks` (counted from 0 through all bodies). A label that spans across a break
 * ends above it and is repeated below it, marked （续）; a broken body repeats its heading lines. Repeated cells have no id:
 * the cells below still refer to the original label.
 */
export function splitGrid(grid: Grid, breaks: readonly number[]): Grid {
  const starts = new Set(breaks.filter((row) => row > 0));
  let first = 0;
  const bodies = grid.bodies.map(({ rows }) => {
    const own = new Set(
      [...starts].filter((row) => row >= first && row < first + rows.length).map((row) => row - first),
    );
    first += rows.length;
    return { rows: own.size === 0 ? rows : splitBody(rows, own) };
  });
  return { ...grid, bodies };
}

/** The number of heading lines at the start of a body. They are never separated from the row below them. */
export function headingLines(rows: readonly GridRow[]): number {
  const first = rows.findIndex(({ cells }) => cells.some(({ kind }) => kind === 'number'));
  return Math.max(first, 0);
}

function splitBody(rows: readonly GridRow[], starts: ReadonlySet<number>): GridRow[] {
  const placed = placedCells(rows);
  const headings = rows.slice(0, headingLines(rows));
  return rows.flatMap((row, index) => {
    const cells = placed.flatMap((one) => piece(one, index, starts)).sort((a, b) => a.column - b.column);
    const cut = { ...row, cells: cells.map(({ cell }) => cell) };
    if (!starts.has(index)) return [cut];
    const [top, ...rest] = index < headings.length ? [cut] : [...headings.map(repeatedLine), cut];
    return top ? [{ ...top, startsPage: true as const }, ...rest] : rest;
  });
}

/** The part of a cell that begins in a row: the cell itself up to the next break, or its repetition. */
function piece({ cell, row, column }: GridCellAt, index: number, starts: ReadonlySet<number>): GridCellAt[] {
  const end = row + (cell.rowspan ?? 1);
  const begins = index === row || (starts.has(index) && index > row && index < end);
  if (!begins) return [];
  const stop = Math.min(end, ...[...starts].filter((start) => start > index));
  const { rowspan: _, ...rest } = index === row ? cell : repeated(cell);
  return [{ cell: { ...rest, ...(stop - index > 1 && { rowspan: stop - index }) }, row: index, column }];
}

function repeated({ id: _, ...cell }: GridCell): GridCell {
  return { ...cell, text: continued(cell.text) };
}

const repeatedLine = ({ cells }: GridRow): GridRow => ({
  repeated: true,
  cells: cells.map(({ id: _, ...cell }) => (cell.kind === 'heading' ? { ...cell, text: continued(cell.text) } : cell)),
});

/** Every cell with its column. The cells of a row fill the places that labels from above leave free. */
function placedCells(rows: readonly GridRow[]): GridCellAt[] {
  const taken = rows.map(() => new Set<number>());
  return rows.flatMap((row, index) => {
    let column = 0;
    return row.cells.map((cell) => {
      while (taken[index]?.has(column)) column++;
      const placed = { cell, row: index, column };
      for (let down = 0; down < (cell.rowspan ?? 1); down++)
        for (let right = 0; right < (cell.colspan ?? 1); right++) taken[index + down]?.add(column + right);
      return placed;
    });
  });
}
