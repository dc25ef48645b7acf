import { PageFaults } from '../../diagnostics/page-faults.ts';
import type { Sheet, SheetTable } from '../../in-page/sheet.ts';
import type { Grid, GridCell, GridRow } from '../../view/grid.ts';
import type { PageView, TableView } from '../../view/page-view.ts';
import { headingLines } from '../../view/split-grid.ts';
import { rowTooHigh } from './check-layout.ts';
import type { RowTies } from './flow.ts';

export const tablesOf = ({ sections }: PageView): TableView[] => sections.flatMap(({ table }) => table ?? []);

/** A break within a block, which repeats its heading lines, is as bad as one within as many groups. */
const REPEATED = 3;

/** Which rows of a table stay together. */
export function rowTies({ bodies }: Grid): RowTies[] {
  let first = 0;
  return bodies.flatMap(({ rows }) => {
    const ties = tiesOf(rows, first);
    first += rows.length;
    return ties;
  });
}

function tiesOf(rows: readonly GridRow[], first: number): RowTies[] {
  const headings = headingLines(rows);
  const again = Array.from({ length: headings }, (_, index) => first + index);
  const open = rows.map((_, index): number => (headings > 0 && index > headings ? REPEATED : 0));
  for (const [index, { cells }] of rows.entries())
    for (const { rowspan = 1 } of cells)
      for (let down = 1; down < rowspan; down++) open[index + down] = (open[index + down] ?? 0) + 1;
  return rows.map((_, index) => ({
    open: open[index] ?? 0,
    kept: index > 0 && index <= headings && headings > 0,
    again: index > headings ? again : [],
  }));
}

/** The error for a report with a row that does not fit on a page: it names the longest cell of the highest row. */
export function rowFault(view: PageView, { tables }: Pick<Sheet, 'tables'>): PageFaults {
  const rows = tablesOf(view).flatMap(({ grid }, index) => {
    const heights = tables[index]?.rows ?? [];
    return grid.bodies.flatMap((body) => body.rows).map((row, at) => ({ row, height: heights[at]?.height ?? 0 }));
  });
  const highest = rows.reduce(
    (best, one) => (one.height > best.height ? one : best),
    rows[0] ?? { row: { cells: [] }, height: 0 },
  );
  return new PageFaults([rowTooHigh(longestCell(highest.row.cells))]);
}

function longestCell(cells: readonly GridCell[]): GridCell | undefined {
  const length = ({ text, note = '' }: GridCell) => text.length + note.length;
  return [...cells].filter(({ path }) => path !== undefined).sort((a, b) => length(b) - length(a))[0];
}

/** The height of everything on each page of a split table, the first without what is above the table. */
export function pieceHeights(
  { captionHeight, headHeight, footHeight, rows }: SheetTable,
  repeatedHead: boolean,
): number[] {
  const pieces = [captionHeight + headHeight];
  for (const { height, startsPage } of rows) {
    if (startsPage) pieces.push(repeatedHead ? headHeight : 0);
    pieces.push((pieces.pop() ?? 0) + height);
  }
  pieces.push((pieces.pop() ?? 0) + footHeight);
  return pieces;
}
