import type { Sheet } from '../../in-page/sheet.ts';
import type { PageView, SectionView, TableView } from '../../view/page-view.ts';
import { splitGrid } from '../../view/split-grid.ts';
import { arrange, isPoor, type PlacedTable } from './arrange.ts';
import { isTable, NO_GROWTH, type PartGrowth, partHeights, type TableForm } from './flow.ts';
import { flowsOf, hasWideTable, type MeasuredFits } from './sizes.ts';
import { pieceHeights, rowFault, tablesOf } from './table-rows.ts';

/** Heights may differ by this many CSS pixels: a border that a split table has once more. */
const TOLERANCE = 1;

/** True if the pages as the browser makes them can perhaps be better: a table does not fit, or a page is mostly white. */
export function isWorthPlanning(view: PageView, sheet: Sheet): boolean {
  if (hasWideTable(sheet)) return true;
  const [ordinary] = flowsOf(view, sheet, new Map());
  const pages = ordinary && arrange(ordinary.flow, { free: false });
  return !pages || isPoor(pages);
}

/** A view with its tables arranged on pages. */
export interface PagePlan {
  readonly view: PageView;
  readonly tables: readonly PlannedTable[];
}

interface PlannedTable extends PlacedTable {
  readonly size: TableForm;
}

/**
 * The best arrangement of a report on pages: tables divided, tighter or smaller only where that helps. Throws `PageFaults` if
 * a row does not fit on a page.
 */
export function planPages(
  view: PageView,
  sheet: Sheet,
  measured: MeasuredFits,
  growths: readonly PartGrowth[],
): PagePlan {
  const plans = flowsOf(view, sheet, measured, growths).flatMap(({ flow, smallCharts, cost }) => {
    const pages = arrange(flow, { free: true });
    return pages ? [{ pages, flow, smallCharts, cost: cost + pages.cost }] : [];
  });
  const [best] = plans.sort((a, b) => a.cost - b.cost);
  if (!best) throw rowFault(view, sheet);
  const forms = best.flow.items.filter(isTable).map((item) => item.forms);
  const tables = best.pages.tables.flatMap((table, index) => {
    const size = forms[index]?.[table.form];
    return size ? [{ ...table, size }] : [];
  });
  let index = 0;
  const section = (one: SectionView): SectionView => {
    const placed = one.table && tables[index++];
    return one.table && placed ? { ...one, table: arranged(one.table, placed) } : one;
  };
  const planned = {
    ...view,
    sections: view.sections.map(section),
    ...(best.smallCharts && { smallCharts: true as const }),
  };
  return { view: planned, tables };
}

function arranged(table: TableView, { newPage, breaks, size }: PlannedTable): TableView {
  const isSplit = breaks.length > 0;
  const paper = [isSplit && 'split', newPage && 'new-page', size.fit].filter(Boolean).join(' ');
  if (paper === '') return table;
  return { ...table, paper, grid: isSplit ? splitGrid(table.grid, breaks) : table.grid };
}

/** True if a plan leaves everything as it is. */
export const changesNothing = ({ view }: PagePlan): boolean =>
  !view.smallCharts && tablesOf(view).every(({ paper }) => paper === undefined);

/** How much higher the parts of each table are than planned, because labels were repeated. */
export const growthsOf = ({ tables }: PagePlan, sheet: Sheet): PartGrowth[] =>
  tables.map(({ breaks, size }, index) => {
    const table = sheet.tables[index];
    if (!table || breaks.length === 0) return NO_GROWTH;
    const planned = partHeights(size, breaks);
    // What is above a table and stays with it was not measured with the table.
    const above = size.top - table.captionHeight - table.headHeight;
    const growths = pieceHeights(table, false).map(
      (height, part) => height + (part === 0 ? above : 0) - (planned[part] ?? 0),
    );
    return { most: Math.max(0, ...growths), last: growths.at(-1) ?? 0 };
  });

/**
 * True if every table takes the space that was planned for it. If it may be `lower`, less is right too: two plans can
 * take turns, each made with what was measured of the other.
 */
export const isAsPlanned = ({ tables }: PagePlan, growths: readonly PartGrowth[], lower: boolean): boolean =>
  tables.every(({ size }, index) => {
    const { most, last } = growths[index] ?? NO_GROWTH;
    const difference = last - size.growth.last;
    return most <= size.growth.most + TOLERANCE && (lower ? difference : Math.abs(difference)) <= TOLERANCE;
  });
