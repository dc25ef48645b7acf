import type { Heights, SheetBlock, SheetTable } from '../../in-page/sheet.ts';

/** A report as the planner sees it: what cannot be divided, and tables. All lengths are in the same unit. */
export interface PageFlow {
  /** The height of a page. */
  readonly height: number;
  /** The height of a line of text. */
  readonly line: number;
  readonly items: readonly (FlowUnit | FlowTable)[];
}

/** Lines that stay together, with the headings above them; or a chart. */
export interface FlowUnit {
  /** The distance to what is above it on the same page. */
  readonly gap: number;
  readonly height: number;
}

export interface FlowTable {
  readonly gap: number;
  /** Its sizes, the ordinary one first. */
  readonly forms: readonly TableForm[];
}

/** The heights of a table in one size. */
export interface TableForm {
  /** The classes of this size; empty for the ordinary one. */
  readonly fit: string;
  /** The cost of this size: how much smaller than usual it is. */
  readonly cost: number;
  /** What stays with the first row: heading and header. */
  readonly top: number;
  /** What is repeated on every further page. */
  readonly again: number;
  readonly foot: number;
  /** What was measured when it was split: its labels take more space if they are repeated. */
  readonly growth: PartGrowth;
  readonly rows: readonly RowMeasure[];
}

/** By how much the parts of a split table are higher than its rows: at most, and the last one. */
export interface PartGrowth {
  readonly most: number;
  readonly last: number;
}

export const NO_GROWTH: PartGrowth = { most: 0, last: 0 };

export interface RowMeasure {
  readonly height: number;
  /** The height of the heading lines that are printed again if a page starts with this row. */
  readonly repeated: number;
  /** The number of labels that span this row and the one above, or more if heading lines would be repeated. */
  readonly open: number;
  /** True if no page may start with this row, because that would separate a heading from its content. */
  readonly kept: boolean;
}

export const isTable = (item: FlowUnit | FlowTable): item is FlowTable => 'forms' in item;

/** The items of a measured page. `formsOf` returns the sizes of the table with this index. */
export function flowItems(
  { flow }: Pick<Heights, 'flow'>,
  formsOf: (table: number) => readonly TableForm[],
): PageFlow['items'] {
  const items: (FlowUnit | FlowTable)[] = [];
  let kept: FlowUnit | undefined;
  for (const block of flow) {
    const lead = kept;
    const gap = lead?.gap ?? block.gap;
    const above = lead ? lead.height + block.gap : 0;
    kept = undefined;
    if (block.table !== undefined) {
      const forms = formsOf(block.table).map((form) => ({ ...form, top: form.top + above }));
      items.push({ gap, forms });
      continue;
    }
    const [first = 0, ...rest] = partsOf(block);
    const parts = [{ gap, height: above + first }, ...rest.map((height) => ({ gap: 0, height }))];
    if (block.kept) kept = parts.pop();
    items.push(...parts);
  }
  return kept ? [...items, kept] : items;
}

/** The heights of the parts of a block: no line of a paragraph is alone on a page. */
function partsOf({ height, lines }: SheetBlock): number[] {
  if (lines < 4) return [height];
  const line = height / lines;
  return [2 * line, ...Array.from({ length: lines - 4 }, () => line), 2 * line];
}

/** The row that says that a table continues, with a border below, in CSS pixels: `.continued` in the style sheet. */
const CONTINUED = 25;

/** The heights of a measured table. `ties` tells which rows stay together. */
export const tableForm = (
  table: SheetTable,
  ties: readonly RowTies[],
  size: Pick<TableForm, 'fit' | 'cost' | 'growth'>,
): TableForm => ({
  ...size,
  top: table.captionHeight + table.headHeight,
  again: CONTINUED + table.headHeight,
  foot: table.footHeight,
  rows: rowMeasures(
    table.rows.map(({ height }) => height),
    ties,
  ),
});

/** Which rows stay together, and which are printed again if a page starts with a row. */
export interface RowTies extends Pick<RowMeasure, 'open' | 'kept'> {
  /** Indices of rows. */
  readonly again: readonly number[];
}

export function rowMeasures(heights: readonly number[], ties: readonly RowTies[]): RowMeasure[] {
  const height = (index: number) => heights[index] ?? 0;
  return ties.map(({ again, ...row }, index) => ({
    ...row,
    height: height(index),
    repeated: again.reduce((sum, one) => sum + height(one), 0),
  }));
}

/** The planned height of each part of a table, the first without what is above the table. */
export function partHeights({ top, again, foot, rows }: TableForm, breaks: readonly number[]): number[] {
  const ends = [...breaks, rows.length];
  return ends.map((end, index) => {
    const start = breaks[index - 1] ?? 0;
    const above = index === 0 ? top : again + (rows[start]?.repeated ?? 0);
    const below = end === rows.length ? foot : 0;
    return rows.slice(start, end).reduce((sum, { height }) => sum + height, above + below);
  });
}
