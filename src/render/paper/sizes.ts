import type { Heights, Sheet, SheetTable } from '../../in-page/sheet.ts';
import type { PageView } from '../../view/page-view.ts';
import { flowItems, NO_GROWTH, type PageFlow, type PartGrowth, type TableForm, tableForm } from './flow.ts';
import { rowTies, tablesOf } from './table-rows.ts';

/** The cost of a tighter table, of each size of its type, and of smaller charts. */
export const SIZE_COST = { tight: 3, size: [0, 15, 35, 50, 65, 75], smallCharts: 6 };
/** The number of sizes below the ordinary one: to 7 points in every table, then with narrower numbers. */
const SIZES = SIZE_COST.size.length - 1;
/** Of a table in which all numbers fit, not all are tried. */
const SMALLER = 2;
const SMALL_CHARTS = 'small-charts';

const fitOf = (size: number, tight: boolean): string =>
  [...(tight ? ['tight'] : []), ...(size > 0 ? [`size-${size}`] : [])].join(' ');

/** True if a table is too wide for the page, or a cell too narrow for its number. */
const isTooWide = ({ width, cells }: SheetTable, room: number): boolean =>
  width > room + 1 || cells.some(({ fault }) => fault !== undefined);

export const hasWideTable = ({ tables, width }: Sheet): boolean => tables.some((table) => isTooWide(table, width));

/** The classes to measure the page with, after the ordinary look. */
export function fitsToTry(sheet: Sheet): readonly string[] {
  const most = hasWideTable(sheet) ? SIZES : SMALLER;
  const sizes = Array.from({ length: most + 1 }, (_, size) => size);
  return sizes.flatMap((size) => [fitOf(size, false), `${fitOf(size, true)} ${SMALL_CHARTS}`]).slice(1);
}

/** What was measured with each class. */
export type MeasuredFits = ReadonlyMap<string, Heights>;

/**
 * The report on paper: with the ordinary charts, and with smaller ones if it has charts. `growths` has how
 * much higher the parts of each table were when it was split.
 */
export function flowsOf(
  view: PageView,
  sheet: Sheet,
  measured: MeasuredFits,
  growths: readonly PartGrowth[] = [],
): { flow: PageFlow; smallCharts: boolean; cost: number }[] {
  const { height, line } = sheet;
  const forms = tablesOf(view).map(({ grid }, index) => {
    const [ties, growth] = [rowTies(grid), growths[index] ?? NO_GROWTH];
    return sizesOf(index, sheet, measured).map(({ table, ...size }) => tableForm(table, ties, { ...size, growth }));
  });
  const flow = (heights: Heights): PageFlow => ({
    height,
    line,
    items: flowItems(heights, (table) => forms[table] ?? []),
  });
  const small = view.charts.length > 0 ? measured.get(`${fitOf(0, true)} ${SMALL_CHARTS}`) : undefined;
  return [
    { flow: flow(sheet), smallCharts: false, cost: 0 },
    ...(small ? [{ flow: flow(small), smallCharts: true, cost: SIZE_COST.smallCharts }] : []),
  ];
}

interface Size extends Pick<TableForm, 'fit' | 'cost'> {
  readonly table: SheetTable;
}

/** The sizes of a table in which its numbers fit, from the largest one; the smallest if they fit in none. */
function sizesOf(index: number, sheet: Sheet, measured: MeasuredFits): Size[] {
  const all = Array.from({ length: SIZES + 1 }, (_, size) =>
    [false, true].flatMap((tight): Size[] => {
      const fit = fitOf(size, tight);
      const table = (fit === '' ? sheet : (measured.get(fit) ?? measured.get(`${fit} ${SMALL_CHARTS}`)))?.tables[index];
      return table ? [{ fit, cost: (SIZE_COST.size[size] ?? 0) + (tight ? SIZE_COST.tight : 0), table }] : [];
    }),
  );
  const first = all.findIndex((sizes) => sizes.some(({ table }) => !isTooWide(table, sheet.width)));
  if (first < 0) return all.findLast((sizes) => sizes.length > 0) ?? [];
  const last = first === 0 ? SMALLER : SIZES;
  return all
    .slice(first, last + 1)
    .flat()
    .filter(({ table }) => !isTooWide(table, sheet.width));
}
