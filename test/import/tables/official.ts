import { editionById, withGroupsAsRows } from '../../../src/form/editions.ts';
import { formEquations } from '../../../src/form/equations.ts';
import type { BlockDef, FormDef, RowNodeDef, TableDef } from '../../../src/form/types.ts';
import { formCells, isRowGroup, leafColumns, tableRows } from '../../../src/form/walk.ts';
import type { ContentBlock, ContentCell, ContentGrid, PublishedDocument } from '../../../src/import/document.ts';
import type { TablesReading } from '../../../src/import/reading.ts';

/** A cell with its height and width, or only its text. */
export type Draft = string | readonly [text: string, height: number, width: number];

/** A grid written as rows of cells, as in HTML: places covered from above are left out. */
export function grid(rows: readonly (readonly Draft[])[], place = {}): ContentGrid {
  const taken = new Set<string>();
  const cells: ContentCell[] = [];
  rows.forEach((drafts, row) => {
    let column = 0;
    for (const draft of drafts) {
      const [text, rowSpan, columnSpan] = typeof draft === 'string' ? ([draft, 1, 1] as const) : draft;
      while (taken.has(`${row},${column}`)) column++;
      for (let y = 0; y < rowSpan; y++) for (let x = 0; x < columnSpan; x++) taken.add(`${row + y},${column + x}`);
      cells.push({ row, column, rowSpan, columnSpan, text });
      column += columnSpan;
    }
  });
  return gridOf(cells, rows.length, place);
}

export const gridOf = (cells: readonly ContentCell[], rows: number, place = {}): ContentGrid => ({
  kind: 'grid',
  rows,
  columns: Math.max(0, ...cells.map((cell) => cell.column + cell.columnSpan)),
  cells,
  place,
});

export const document = (...blocks: readonly ContentBlock[]): PublishedDocument => ({ blocks, properties: {} });
export const text = (words: string): ContentBlock => ({ kind: 'text', text: words, place: {} });

export const FORMS: Readonly<Record<'2021' | '2019' | 'hybrid', FormDef>> = {
  2021: editionById('2021') as FormDef,
  2019: editionById('2019') as FormDef,
  hybrid: withGroupsAsRows(editionById('2021') as FormDef, new Set(['applications.outcomes.other_handling'])),
};

/** Numbers whose sums hold; every seed gives others. */
export function numbers(form: FormDef, seed = 1): Map<string, string> {
  let state = seed;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state % 3 === 0 ? 0 : state % 97;
  };
  const values = new Map<string, number>([...formCells(form).keys()].map((path) => [path, next()]));
  const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + (values.get(path) ?? 0), 0);
  for (const { identity, left, right } of formEquations(form).filter(({ derived }) => !derived)) {
    if (identity.id === 'T3-2') values.set(left[0] as string, sum(right));
  }
  for (const { identity, left, right } of formEquations(form).filter(({ derived }) => !derived)) {
    if (identity.id !== 'T3-1') continue;
    values.set(left[0] as string, sum(right));
    values.set(left[1] as string, 0);
  }
  for (const { identity, left, right } of formEquations(form))
    if (identity.across === 'rows') values.set(left[0] as string, sum(right));
  return new Map([...values].map(([path, value]) => [path, String(value)]));
}

/** A table of the form in the official layout with its values; a cell without a value is blank. */
export function printed(table: TableDef, values: ReadonlyMap<string, string>): ContentGrid {
  if (table.layout === 'blocks') return blocks(table, values);
  return table.layout === 'matrix' ? matrix(table, values) : sideBySide(table, values);
}

function blocks(table: TableDef, values: ReadonlyMap<string, string>): ContentGrid {
  const width = Math.max(...table.blocks.map(blockWidth));
  return grid(
    table.blocks.flatMap((block) => {
      const columns = leafColumns(block.columns) as {
        key: string;
        label: string;
        span?: number;
        headerSpan?: number;
      }[];
      const header = columns.map(({ label, span, headerSpan }): Draft => [label, 1, headerSpan ?? span ?? 1]);
      const rows = tableRows(table).filter((row) => row.block === block);
      return [
        [[block.heading ?? '', 1, width + 1] as Draft],
        [block.rowHeader ?? '', ...header],
        ...rows.map(({ row, path }): Draft[] => [
          row.label,
          ...columns.map(({ key, span }): Draft => [values.get(`${path}.${key}`) ?? '', 1, span ?? 1]),
        ]),
      ];
    }),
  );
}

const blockWidth = (block: BlockDef): number =>
  leafColumns(block.columns).reduce((sum, column) => sum + (column.span ?? 1), 0);

function matrix(table: TableDef, values: ReadonlyMap<string, string>): ContentGrid {
  const block = table.blocks[0] as BlockDef;
  const columns = leafColumns(block.columns);
  const size = (node: RowNodeDef): number =>
    isRowGroup(node) ? node.rows.reduce((sum, one) => sum + size(one), 0) : 1;
  const lines = (node: RowNodeDef, prefix: string, depth: number): Draft[][] => {
    const path = `${prefix}.${node.key}`;
    if (!isRowGroup(node))
      return [[[node.label, 1, 3 - depth], ...columns.map(({ key }) => values.get(`${path}.${key}`) ?? '')]];
    const [first, ...rest] = node.rows.flatMap((child) => lines(child, path, depth + 1));
    return [[[node.label, size(node), 1], ...(first ?? [])], ...rest];
  };
  const [top] = block.columns as unknown as [{ label: string; columns: { label: string; columns?: unknown[] }[] }];
  const second = top.columns.map(
    (one): Draft => (one.columns ? [one.label, 1, one.columns.length] : [one.label, 2, 1]),
  );
  const third = top.columns.flatMap((one) => (one.columns as { label: string }[] | undefined) ?? []);
  return grid([
    [
      [table.corner ?? '', 3, 3],
      [top.label, 1, columns.length],
    ],
    second,
    third.map(({ label }) => label),
    ...block.rows.flatMap((node) => lines(node, table.key, 0)),
  ]);
}

function sideBySide(table: TableDef, values: ReadonlyMap<string, string>): ContentGrid {
  const rows = tableRows(table);
  const [alone, ...grouped] = rows;
  return grid([
    [
      [alone?.row.label ?? '', 2, 5],
      [grouped[0]?.groups[0]?.label ?? '', 1, 10],
    ],
    grouped.map(({ row }): Draft => [row.label, 1, 5]),
    rows.flatMap(({ columns }) => columns.map(({ label }) => label)),
    rows.flatMap(({ columns, path }) => columns.map(({ key }) => values.get(`${path}.${key}`) ?? '')),
  ]);
}

/** How the cells of a reading compare with the true numbers. */
export function compared(reading: TablesReading, truth: ReadonlyMap<string, string>) {
  const cells = [...reading.cells.values()];
  const right = cells.filter(({ path, value }) => value === truth.get(path));
  const wrong = cells.filter(({ path, value }) => value !== undefined && value !== truth.get(path));
  const paths = (list: typeof cells) => list.map(({ path, text, value }) => `${path}: ${text} -> ${value}`);
  return {
    cells: truth.size,
    right: right.filter(({ confidence }) => confidence === 'sure').length,
    doubtful: cells.filter(({ confidence }) => confidence === 'doubtful').length,
    wrongSure: paths(wrong.filter(({ confidence }) => confidence === 'sure')),
    wrong: paths(wrong),
    unknown: cells.filter(({ path, value }) => value === undefined && truth.has(path)).map(({ path }) => path),
  };
}
