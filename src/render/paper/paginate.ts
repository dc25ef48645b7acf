import { PageFaults } from '../../diagnostics/page-faults.ts';
import type { Sheet, SheetTable } from '../../in-page/sheet.ts';
import type { GridRow } from '../../view/grid.ts';
import type { PageView, SectionView, TableView } from '../../view/page-view.ts';
import { headingLines, splitGrid } from '../../view/split-grid.ts';
import { rowTooHigh } from './check-layout.ts';
import { pageBreaks, type RowMeasure } from './page-breaks.ts';

/** The page height to keep free for each long table, in CSS pixels, by the key of the table. */
export type Reserves = Readonly<Record<string, number>>;

/** A table may exceed a page by this many CSS pixels. */
const TOLERANCE = 0.5;

/**
 * Returns the view with each table that is longer than a page split between rows; undefined if all tables fit. Throws
 * `PageFaults` if a row does not fit on a page.
 */
export function paginate(view: PageView, sheet: Sheet, reserves: Reserves = {}): PageView | undefined {
  const long = tablesOf(view).filter((_, index) => isLong(sheet.tables[index], sheet.height));
  if (long.length === 0) return undefined;
  const measured = tablesOf(view).map((table, index) => [table.key, sheet.tables[index]] as const);
  const measures = new Map(measured);
  const section = (one: SectionView): SectionView => {
    const { table } = one;
    if (!table || !long.includes(table)) return one;
    return {
      ...one,
      table: broken(table, measures.get(table.key) as SheetTable, sheet.height - (reserves[table.key] ?? 0)),
    };
  };
  return { ...view, sections: view.sections.map(section) };
}

const tablesOf = ({ sections }: PageView): TableView[] => sections.flatMap(({ table }) => table ?? []);

const heightOf = ({ captionHeight, headHeight, rows }: SheetTable): number =>
  rows.reduce((sum, { height }) => sum + height, captionHeight + headHeight);

const isLong = (table: SheetTable | undefined, height: number): boolean =>
  table !== undefined && heightOf(table) > height + TOLERANCE;

function broken(table: TableView, { captionHeight, headHeight, rows }: SheetTable, height: number): TableView {
  const { bodies } = table.grid;
  const measures = bodies.flatMap((body) => measuresOf(body.rows));
  const heights = measures.map((measure, index) => ({ ...measure, height: rows[index]?.height ?? 0 }));
  const breaks = pageBreaks({ rows: heights, first: height - captionHeight - headHeight, next: height - headHeight });
  if (!breaks) throw new PageFaults([rowTooHigh(longestCell(table, heights))]);
  return { ...table, broken: true, grid: splitGrid(table.grid, breaks) };
}

/** `open` and `kept` of each row of a body. */
function measuresOf(rows: readonly GridRow[]): Omit<RowMeasure, 'height'>[] {
  const headings = headingLines(rows);
  const open = rows.map(() => 0);
  for (const [index, { cells }] of rows.entries())
    for (const { rowspan = 1 } of cells)
      for (let down = 1; down < rowspan; down++) open[index + down] = (open[index + down] ?? 0) + 1;
  return rows.map((_, index) => ({ open: open[index] ?? 0, kept: index > 0 && index <= headings && headings > 0 }));
}

/** The path of the longest cell of the highest row. */
function longestCell({ grid }: TableView, rows: readonly { readonly height: number }[]): string | undefined {
  const highest = rows.reduce((best, { height }, index) => (height > (rows[best]?.height ?? 0) ? index : best), 0);
  const { cells = [] } = grid.bodies.flatMap((body) => body.rows)[highest] ?? {};
  const length = ({ text, note = '' }: { text: string; note?: string }) => text.length + note.length;
  return [...cells].filter(({ path }) => path !== undefined).sort((a, b) => length(b) - length(a))[0]?.path;
}

/**
 * The CSS pixels by which the fullest page of each split table exceeds the page. Only tables that exceed it are
 * listed.
 */
export function overflows(view: PageView, sheet: Sheet): Reserves {
  const found = tablesOf(view).map((table, index): [string, number] => {
    const measure = sheet.tables[index];
    if (!table.broken || !measure) return [table.key, 0];
    let height = measure.captionHeight + measure.headHeight;
    let fullest = 0;
    for (const row of measure.rows) {
      if (row.startsPage) height = measure.headHeight;
      height += row.height;
      fullest = Math.max(fullest, height);
    }
    return [table.key, fullest - sheet.height];
  });
  return Object.fromEntries(found.filter(([, excess]) => excess > TOLERANCE));
}
