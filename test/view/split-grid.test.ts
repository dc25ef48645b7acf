import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/form/editions.ts';
import type { FormDef } from '../../src/form/types.ts';
import { readReport } from '../../src/report/report.ts';
import type { Grid, GridRow } from '../../src/view/grid.ts';
import { splitGrid } from '../../src/view/split-grid.ts';
import { tableGrid } from '../../src/view/table-grid.ts';

const gridOf = (edition: string, table: string): Grid => {
  const form = EDITIONS.find(({ id }) => id === edition) as FormDef;
  const report = readReport({ year: form.years.from });
  return tableGrid(report.form.tables.find(({ key }) => key === table) as never, report);
};
const rowsOf = (grid: Grid): GridRow[] => grid.bodies.flatMap(({ rows }) => [...rows]);
const labels = (row: GridRow | undefined) =>
  (row?.cells ?? []).flatMap(({ kind, text, rowspan = 1 }) => (kind === 'number' ? [] : [`${text} ×${rowspan}`]));

/** How many columns each page of rows fills; a page is a grid of its own, so every row of it must be full. */
function widths(rows: readonly GridRow[]): number[] {
  const full: number[] = rows.map(() => 0);
  for (const [line, { cells }] of rows.entries())
    for (const { colspan = 1, rowspan = 1 } of cells)
      for (let down = 0; down < rowspan; down++) full[line + down] = (full[line + down] ?? 0) + colspan;
  return full;
}

describe('table 三', () => {
  const grid = gridOf('2021', 'applications');

  test('labels that span a break end above it and are printed again below, marked （续）', () => {
    const rows = rowsOf(splitGrid(grid, [7]));
    expect(rows).toHaveLength(25);
    expect(rows.flatMap(({ startsPage }, index) => (startsPage ? [index] : []))).toEqual([7]);
    expect(labels(rows[2])[0]).toBe('三、本年度办理结果 ×5');
    expect(labels(rows[4])[0]).toBe('（三）不予公开 ×3');
    expect(labels(rows[7])).toEqual([
      '三、本年度办理结果（续） ×17',
      '（三）不予公开（续） ×5',
      '4.保护第三方合法权益 ×1',
    ]);
  });

  test('a break between groups repeats only what spans it', () => {
    expect(labels(rowsOf(splitGrid(grid, [12]))[12])).toEqual([
      '三、本年度办理结果（续） ×12',
      '（四）无法提供 ×3',
      '1.本机关不掌握相关政府信息 ×1',
    ]);
    expect(labels(rowsOf(splitGrid(grid, [24]))[24])).toEqual(['四、结转下年度继续办理 ×1']);
  });

  test.each([[[7]], [[3, 7, 8]], [[1, 5, 11, 12, 20, 22, 24]], [Array.from({ length: 24 }, (_, index) => index + 1)]])(
    'broken at %j every page is a full grid, no cell is lost, no id is there twice, every header is there',
    (breaks) => {
      const broken = splitGrid(grid, breaks);
      const rows = rowsOf(broken);
      expect(widths(rows)).toEqual(rows.map(() => grid.columns.length));
      const paths = (one: Grid) => rowsOf(one).flatMap(({ cells }) => cells.flatMap(({ path }) => path ?? []));
      expect(paths(broken)).toEqual(paths(grid));
      const cells = [...broken.head, ...rows].flatMap((row) => row.cells);
      const ids = cells.flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of cells.flatMap(({ headers }) => headers?.split(' ') ?? [])) expect(ids).toContain(id);
    },
  );

  test('no label reaches over the foot of its page', () => {
    const rows = rowsOf(splitGrid(grid, [5, 11, 20]));
    for (const [line, { cells }] of rows.entries())
      for (const { rowspan = 1 } of cells)
        expect(rows.slice(line + 1, line + rowspan).some(({ startsPage }) => startsPage)).toBe(false);
  });

  test('without breaks it is as it was', () => expect(splitGrid(grid, [])).toEqual(grid));
});

describe('table 二 of 2019', () => {
  const grid = gridOf('2019', 'active_disclosure');

  test('broken between blocks nothing is repeated', () => {
    const rows = rowsOf(splitGrid(grid, [4]));
    expect(rows).toHaveLength(rowsOf(grid).length);
    expect(rows[4]).toMatchObject({ startsPage: true, cells: [{ text: '第二十条第（五）项' }] });
  });

  test('broken within a block its two heading lines are repeated', () => {
    const rows = rowsOf(splitGrid(grid, [7]));
    expect(rows).toHaveLength(rowsOf(grid).length + 2);
    expect(rows.slice(7, 10).map((row) => row.cells[0]?.text)).toEqual([
      '第二十条第（五）项（续）',
      '信息内容',
      '其他对外管理服务事项',
    ]);
    expect(rows.slice(7, 10).map(({ startsPage }) => startsPage)).toEqual([true, undefined, undefined]);
  });
});
