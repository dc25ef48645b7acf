import { describe, expect, test } from 'vitest';
import { officialGrid } from '../../bench/layouts/grid.ts';
import { LAYOUTS, makeFile, reportFor } from '../../bench/layouts/index.ts';
import { pageOf } from '../../bench/layouts/page.ts';
import { scoreOf } from '../../bench/layouts/score.ts';
import { FAULT_KINDS, withFault } from '../../bench/layouts/seeded-faults.ts';
import { readPublished } from '../../src/import/read-published.ts';
import { Refusal } from '../../src/import/refusal.ts';

const SEED = 11;

/** The share of right cells that every file must reach. */
const FLOOR = 0.99;
/** Layouts that leave a doubt or are not read yet, with the share that they reach. */
const FLOORS: Readonly<Record<string, number>> = {
  'no-header': 0.1,
  comparison: 0.85,
  'organizations-moved': 0.6,
  'broken-numbers': 0.8,
  marks: 0.9,
  'total-first': 0.96,
  'rows-moved': 0.96,
  'span-too-short': 0.96,
  'sheets-as-text': 0.15,
  'csv-gbk': 0.15,
  'last-year-before': 0.2,
  'old-form-signs': 0.96,
};

/** Layouts that are refused; their tables are not found. */
const NOT_READ = new Set(['paper-no-rules']);

describe('a published file in the layout', () => {
  test.for(LAYOUTS)('$format $name: $tries', async (layout, { skip }) => {
    const file = await makeFile(layout, SEED);
    const reading = await readPublished(file).catch((error: unknown) => {
      if (error instanceof Refusal && NOT_READ.has(layout.name)) skip(`refused as ${error.kind}`);
      throw error;
    });
    const { cells } = scoreOf(reading, file.truth);
    const told = cells.map(({ path, verdict, cell }) => `${path} ${verdict}: ${cell?.value} from “${cell?.text}”`);
    const wrong = told.filter((_, index) => cells[index]?.verdict === 'wrong');
    expect(wrong).toEqual([]);
    const printed = cells.filter(({ verdict }) => verdict !== 'blank');
    const right = printed.filter(({ verdict }) => verdict === 'right').length;
    expect(right / printed.length).toBeGreaterThanOrEqual(FLOORS[layout.name] ?? FLOOR);
  });
});

describe('a fault of the report is read as it is printed', () => {
  const layouts = LAYOUTS.filter(({ name }) => ['plain', 'split', 'word-form', 'sheet-one', 'paper'].includes(name));
  const cases = FAULT_KINDS.flatMap((kind) => layouts.map((layout) => [kind, layout] as const));

  test.for(cases)('%s', async ([kind, layout]) => {
    const { report } = withFault(reportFor(layout, SEED), kind, SEED);
    const file = await makeFile(layout, SEED, report);
    const { cells } = scoreOf(await readPublished(file), file.truth);
    const others = cells.filter(({ verdict }) => verdict !== 'right' && verdict !== 'blank');
    // A reader may doubt what breaks a sum, but it may not change it.
    expect(
      others.filter(({ verdict }) => verdict !== 'doubtfulRight').map(({ path, cell }) => `${path}: ${cell?.value}`),
    ).toEqual([]);
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
