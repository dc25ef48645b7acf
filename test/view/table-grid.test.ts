import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/form/editions.ts';
import type { FormDef } from '../../src/form/types.ts';
import { readReport } from '../../src/report/report.ts';
import type { Grid, GridRow } from '../../src/view/grid.ts';
import { tableGrid } from '../../src/view/table-grid.ts';

const gridOf = (edition: string, table: string, data: unknown = {}): Grid => {
  const form = EDITIONS.find(({ id }) => id === edition) as FormDef;
  const report = readReport({ year: form.years.from, ...(data as object) });
  const def = report.form.tables.find(({ key }) => key === table);
  if (!def) throw new Error(table);
  return tableGrid(def, report);
};

const rowsOf = (grid: Grid): GridRow[] => [...grid.head, ...grid.bodies.flatMap(({ rows }) => rows)];

/** Labels with their spans, as the official form is drawn: `label colspan×rowspan`. */
const drawn = (row: GridRow | undefined): string[] =>
  (row?.cells ?? []).map(
    ({ kind, text, colspan = 1, rowspan = 1 }) =>
      `${kind === 'number' ? 'n' : text}${colspan > 1 || rowspan > 1 ? ` ${colspan}×${rowspan}` : ''}`,
  );

describe.each(EDITIONS.flatMap(({ id, tables }) => tables.map(({ key }) => [id, key] as const)))(
  '%s %s',
  (edition, key) => {
    test('its rows fill the grid without gaps or overlaps', () => {
      const grid = gridOf(edition, key);
      // The head may not reach into the body.
      for (const rows of [grid.head, grid.bodies.flatMap((body) => body.rows)])
        expect(uncovered(rows, grid.columns.length)).toEqual([]);
    });

    test('every header that a cell names is on the page, once', () => {
      const cells = rowsOf(gridOf(edition, key)).flatMap((row) => row.cells);
      const ids = cells.flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const named = cells.flatMap(({ headers }) => headers?.split(' ') ?? []);
      expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    });
  },
);

/** Places of a grid that no cell, or more than one, takes. */
function uncovered(rows: readonly GridRow[], width: number): string[] {
  const taken = rows.map(() => Array<number>(width).fill(0));
  for (const [line, row] of rows.entries()) {
    let column = 0;
    for (const { colspan = 1, rowspan = 1 } of row.cells) {
      while ((taken[line]?.[column] ?? 0) > 0) column++;
      for (let down = 0; down < rowspan; down++) {
        for (let right = 0; right < colspan; right++) {
          const place = taken[line + down];
          if (!place || column + right >= width) return [`row ${line} reaches past the grid`];
          place[column + right] = (place[column + right] ?? 0) + 1;
        }
      }
    }
  }
  return taken.flatMap((line, index) =>
    line.flatMap((times, column) => (times === 1 ? [] : [`${index},${column}: ${times}`])),
  );
}

test('table 三 is headed and spanned as the official form', () => {
  const grid = gridOf('2021', 'applications');
  expect(grid.head.map(drawn)).toEqual([
    ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 3×3', '申请人情况 7×1'],
    ['自然人 1×2', '法人或其他组织 5×1', '总计 1×2'],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
  ]);
  const body = grid.bodies.flatMap(({ rows }) => rows);
  expect(body).toHaveLength(25);
  expect(drawn(body[0])[0]).toBe('一、本年新收政府信息公开申请数量 3×1');
  expect(drawn(body[2]).slice(0, 2)).toEqual(['三、本年度办理结果 1×22', '（一）予以公开 2×1']);
  expect(drawn(body[4]).slice(0, 2)).toEqual(['（三）不予公开 1×8', '1.属于国家秘密']);
  expect(drawn(body[12])[0]).toBe('（四）无法提供 1×3');
  expect(drawn(body[15])[0]).toBe('（五）不予处理 1×5');
  expect(drawn(body[20])[0]).toBe('（六）其他处理 1×3');
  expect(drawn(body[23])[0]).toBe('（七）总计 2×1');
  expect(drawn(body[24])[0]).toBe('四、结转下年度继续办理 3×1');
});

test('the form of 2019, and a hybrid, print （六）其他处理 as one row', () => {
  const hybrid = { year: 2023, applications: { outcomes: { other_handling: { natural_person: 1 } } } };
  for (const grid of [gridOf('2019', 'applications'), gridOf('2021', 'applications', hybrid)]) {
    const body = grid.bodies.flatMap(({ rows }) => rows);
    expect(body).toHaveLength(23);
    expect(drawn(body[2])[0]).toBe('三、本年度办理结果 1×20');
    expect(drawn(body[20])[0]).toBe('（六）其他处理 2×1');
  }
});

test('table 四 has fifteen columns under two and three headers, and one line of numbers', () => {
  const grid = gridOf('2021', 'reconsideration_and_litigation');
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  expect(grid.head.map(drawn)).toEqual([
    ['行政复议 5×1', '行政诉讼 10×1'],
    [...results.map((label) => `${label} 1×2`), '未经复议直接起诉 5×1', '复议后起诉 5×1'],
    [...results, ...results],
  ]);
  expect(grid.bodies.flatMap(({ rows }) => rows.map(drawn))).toEqual([Array(15).fill('n')]);
});

test('table 二 has fourteen rows in the form of 2021', () => {
  const rows = rowsOf(gridOf('2021', 'active_disclosure')).map(drawn);
  expect(rows).toHaveLength(14);
  expect(rows.slice(0, 3)).toEqual([
    ['第二十条第（一）项 4×1'],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', 'n', 'n', 'n'],
  ]);
  expect(rows.slice(-2)).toEqual([
    ['信息内容', '本年收费金额（单位：万元） 3×1'],
    ['行政事业性收费', 'n 3×1'],
  ]);
});

test('table 二 of 2019 is a grid of five columns whose headers span otherwise than its cells', () => {
  const rows = rowsOf(gridOf('2019', 'active_disclosure')).map(drawn);
  expect(rows).toContainEqual(['信息内容', '上一年项目数量', '本年增/减 2×1', '处理决定数量']);
  expect(rows).toContainEqual(['行政许可', 'n 2×1', 'n', 'n']);
  expect(rows).toContainEqual(['信息内容', '采购项目数量 2×1', '采购总金额 2×1']);
});
