import { describe, expect, test } from 'vitest';
import { officialGrid } from '../../bench/layouts/grid.ts';
import { LAYOUTS, makeFile, reportFor } from '../../bench/layouts/index.ts';
import { pageOf } from '../../bench/layouts/page.ts';
import { scoreOf } from '../../bench/layouts/score.ts';
import { readPublished } from '../../src/import/read-published.ts';
import { Refusal } from '../../src/import/refusal.ts';

const SEED = 11;

/** The share of right cells that every file of a format must reach; less for layouts that leave doubt. */
const FLOORS: Readonly<Record<string, number>> = {};

/** Layouts in which a wrong number is still told as sure. Remove a name when its reading is right. */
const OPEN = new Set(['span-too-short', 'last-year-before']);

describe('a published file in the layout', () => {
  test.for(LAYOUTS)('$format $name: $tries', async (layout, { skip }) => {
    const file = await makeFile(layout, SEED);
    const reading = await readPublished(file).catch((error: unknown) => {
      if (error instanceof Refusal && error.kind === 'unknown-format') skip(`${file.format} is not read yet`);
      throw error;
    });
    const { cells } = scoreOf(reading, file.truth);
    const told = cells.map(({ path, verdict, cell }) => `${path} ${verdict}: ${cell?.value} from “${cell?.text}”`);
    const wrong = told.filter((_, index) => cells[index]?.verdict === 'wrong');
    if (OPEN.has(layout.name)) return expect(wrong.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    const printed = cells.filter(({ verdict }) => verdict !== 'blank');
    const right = printed.filter(({ verdict }) => verdict === 'right').length;
    expect(right / printed.length).toBeGreaterThanOrEqual(FLOORS[layout.name] ?? FLOORS[layout.format] ?? 0);
  });
});

describe('the layouts themselves', () => {
  test('there are at least twelve of web pages and some of every other format', () => {
    const formats = LAYOUTS.map(({ format }) => format);
    expect(formats.filter((format) => format === 'html').length).toBeGreaterThan(12);
    expect([...new Set(formats)].sort()).toEqual(['csv', 'docx', 'html', 'json', 'mhtml', 'ods', 'pdf', 'xlsx']);
    expect(new Set(LAYOUTS.map(({ name }) => name)).size).toBe(LAYOUTS.length);
  });

  test.for(LAYOUTS)('$name prints every number once and no two cells at one place', (layout) => {
    const report = reportFor(layout, SEED);
    const grids = pageOf(report, layout.page).flatMap((block) => (block.kind === 'grid' ? [block.grid] : []));
    const places = grids.flatMap((grid, table) =>
      grid.flatMap((cell) =>
        Array.from({ length: cell.rows * cell.columns }, (_, index) => {
          const row = cell.row + Math.floor(index / cell.columns);
          return `${table} ${row} ${cell.column + (index % cell.columns)}`;
        }),
      ),
    );
    expect(places.length - new Set(places).size).toBe(0);
    const paths = grids.flatMap((grid) => grid.flatMap(({ path }) => path ?? []));
    expect(paths.sort()).toEqual([...report.values.keys()].sort());
  });

  test('the official tables have the sizes of the notice', () => {
    const { form } = reportFor(LAYOUTS[0] as (typeof LAYOUTS)[number], SEED);
    const sizes = form.tables.map((table) => {
      const grid = officialGrid(table, () => '0');
      return [
        Math.max(...grid.map((cell) => cell.row + cell.rows)),
        Math.max(...grid.map((cell) => cell.column + cell.columns)),
      ];
    });
    expect(sizes).toEqual([
      [14, 4],
      [28, 10],
      [4, 15],
    ]);
  });
});
