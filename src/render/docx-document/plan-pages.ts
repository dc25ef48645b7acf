import type { PageView, TableView } from '../../view/page-view.ts';
import type { ChartPicture } from '../chart-pictures.ts';
import { arrange, isPoor } from '../paper/arrange.ts';
import { flowItems, NO_GROWTH, type PageFlow, rowMeasures, type TableForm } from '../paper/flow.ts';
import { SIZE_COST } from '../paper/sizes.ts';
import { rowTies, tablesOf } from '../paper/table-rows.ts';
import { flowOf, heightBelowTable } from './flow.ts';
import { rowHeights } from './row-heights.ts';
import { CHART_WIDTH, PAGE_HEIGHT } from './styles.ts';
import { lookOf } from './table-look.ts';

/** How a table is arranged on the pages of a Word document. */
export interface TablePlan {
  readonly tight: boolean;
  /** True if it is divided although it begins a new page. */
  readonly newPage: boolean;
  /** The rows below the header that begin a page. */
  readonly breaks: readonly number[];
}

export interface WordPlan {
  readonly tables: readonly TablePlan[];
  /** In pixels. */
  readonly chartWidth: number;
}

/** In pixels: 100 mm instead of 120 mm, as in the PDF. */
const SMALL_CHART = Math.round((CHART_WIDTH * 100) / 120);

/**
 * Where the pages of a document end well, found as for the PDF, with counted heights instead of measured ones. Word does
 * not have to follow: the plan only says which tables are tighter and where one may be divided. Undefined if Word alone
 * makes good pages.
 */
export function planWordPages(view: PageView, pictures: ReadonlyMap<string, ChartPicture>): WordPlan | undefined {
  const forms = tablesOf(view).map((table) => [formOf(table, false), formOf(table, true)]);
  const flow = (width: number): PageFlow => ({
    height: PAGE_HEIGHT,
    // Text below a table follows it directly, not on the lines of the page.
    line: 1,
    items: flowItems({ flow: flowOf(view, { pictures, width }) }, (table) => forms[table] ?? []),
  });
  const usual = arrange(flow(CHART_WIDTH), { free: false });
  if (usual && !isPoor(usual)) return undefined;
  const plans = (pictures.size > 0 ? [CHART_WIDTH, SMALL_CHART] : [CHART_WIDTH]).flatMap((chartWidth, index) => {
    const pages = arrange(flow(chartWidth), { free: true });
    return pages ? [{ ...pages, chartWidth, cost: pages.cost + index * SIZE_COST.smallCharts }] : [];
  });
  const [best] = plans.sort((a, b) => a.cost - b.cost);
  return (
    best && { chartWidth: best.chartWidth, tables: best.tables.map((table) => ({ ...table, tight: table.form === 1 })) }
  );
}

function formOf(table: TableView, tight: boolean): TableForm {
  const { head, rows } = rowHeights(table, lookOf(table.layout, tight));
  return {
    fit: tight ? 'tight' : '',
    cost: tight ? SIZE_COST.tight : 0,
    top: head,
    again: head,
    foot: heightBelowTable(table.footnote),
    growth: NO_GROWTH,
    rows: rowMeasures(rows, rowTies(table.grid)),
  };
}
