import type { Sheet, SheetTable } from '../../in-page/sheet.ts';
import type { PageView, SectionView, TableView } from '../../view/page-view.ts';
import { splitGrid } from '../../view/split-grid.ts';
import { arrange } from './arrange.ts';
import { NO_GROWTH, rowMeasures } from './flow.ts';
import { pieceHeights, rowFault, rowTies, tablesOf } from './table-rows.ts';

// Pages of an own template, of which only the heights of its tables are known.

/** The page height to keep free for each long table, in CSS pixels, by the key of the table. */
export type Reserves = Readonly<Record<string, number>>;

/** A table may exceed a page by this many CSS pixels. */
const TOLERANCE = 0.5;

/**
 * Returns the view with each table that is longer than a page split between rows, from the top of a page; undefined if all
 * tables fit. Throws `PageFaults` if a row does not fit on a page.
 */
export function paginate(view: PageView, sheet: Sheet, reserves: Reserves = {}): PageView | undefined {
  const measures = new Map(tablesOf(view).map((table, index) => [table, sheet.tables[index]]));
  const split = (table: TableView): TableView | undefined => {
    const measure = measures.get(table);
    if (!measure || heightOf(measure) <= sheet.height + TOLERANCE) return undefined;
    const breaks = breaksOf(table, measure, sheet.height - (reserves[table.key] ?? 0));
    if (!breaks) throw rowFault(view, sheet);
    return { ...table, broken: true, grid: splitGrid(table.grid, breaks) };
  };
  const sections = view.sections.map((section): SectionView => {
    const table = section.table && split(section.table);
    return table ? { ...section, table } : section;
  });
  return sections.some((section, index) => section !== view.sections[index]) ? { ...view, sections } : undefined;
}

const heightOf = ({ captionHeight, headHeight, rows }: SheetTable): number =>
  rows.reduce((sum, { height }) => sum + height, captionHeight + headHeight);

function breaksOf(table: TableView, measure: SheetTable, height: number): readonly number[] | undefined {
  const { captionHeight, headHeight, rows } = measure;
  const form = {
    fit: '',
    cost: 0,
    top: captionHeight + headHeight,
    again: headHeight,
    foot: 0,
    growth: NO_GROWTH,
    rows: rowMeasures(
      rows.map((row) => row.height),
      rowTies(table.grid),
    ),
  };
  return arrange({ height, line: 1, items: [{ gap: 0, forms: [form] }] }, { free: true })?.tables[0]?.breaks;
}

/**
 * The CSS pixels by which the fullest page of each split table exceeds the page. Only tables that exceed it are
 * listed.
 */
export function overflows(view: PageView, sheet: Sheet): Reserves {
  const found = tablesOf(view).map((table, index): [string, number] => {
    const measure = sheet.tables[index];
    if (!table.broken || !measure) return [table.key, 0];
    return [table.key, Math.max(...pieceHeights({ ...measure, footHeight: 0 }, true)) - sheet.height];
  });
  return Object.fromEntries(found.filter(([, excess]) => excess > TOLERANCE));
}
