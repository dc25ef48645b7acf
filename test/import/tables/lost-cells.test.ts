import { describe, expect, test } from 'vitest';
import { csv } from '../../../src/import/adapters/csv.ts';
import type { ContentCell, ContentGrid } from '../../../src/import/document.ts';
import { readTables } from '../../../src/import/tables/read-tables.ts';
import { compared, document, FORMS, gridOf, numbers, printed } from './official.ts';

const form = FORMS['2021'];
const truth = numbers(form, 7);
const tables = form.tables.map((table) => printed(table, truth)) as [ContentGrid, ContentGrid, ContentGrid];

/** The grid with one cell of a row taken out, and those behind it moved to the left. */
function lost(grid: ContentGrid, row: number, column: number, end: 'absent' | 'blank'): ContentGrid {
  const kept = grid.cells.flatMap((cell): ContentCell[] => {
    if (cell.row !== row || cell.column < column) return [cell];
    return cell.column === column ? [] : [{ ...cell, column: cell.column - 1 }];
  });
  const blank = { row, column: grid.columns - 1, rowSpan: 1, columnSpan: 1, text: '' };
  return gridOf(end === 'blank' ? [...kept, blank] : kept, grid.rows);
}

/** The grid with one cell too many in a row. */
function added(grid: ContentGrid, row: number, column: number, text: string): ContentGrid {
  const cells = grid.cells.flatMap((cell): ContentCell[] => {
    if (cell.row !== row || cell.column < column) return [cell];
    const next = { ...cell, column: cell.column + 1 };
    return cell.column === column ? [{ ...cell, text }, next] : [next];
  });
  return gridOf(cells, grid.rows);
}

/** As a file with commas has it: every place of a merged cell but the first is blank. */
async function asCsv(grids: readonly ContentGrid[]) {
  const lines = grids.flatMap((grid) =>
    Array.from({ length: grid.rows }, (_, row) => {
      const cells = grid.cells.filter((cell) => cell.row === row);
      const end = Math.max(...cells.map((cell) => cell.column + 1));
      return Array.from(
        { length: end },
        (__, column) => cells.find((cell) => cell.column === column)?.text ?? '',
      ).join();
    }),
  );
  return csv.read({ name: '数.csv', bytes: new TextEncoder().encode(lines.join('\n')) });
}

const wrongSure = (changed: readonly ContentGrid[]) => compared(readTables(document(...changed)), truth);
const [two, three, four] = tables;

describe('a row that lost a cell is not sure', () => {
  test.each([
    ['a number of table three, the end blank', [two, lost(three, 3, 3, 'blank'), four]],
    ['a number of table three, the end without a cell', [two, lost(three, 3, 3, 'absent'), four]],
    ['a number in the middle', [two, lost(three, 9, 5, 'blank'), four]],
    ['the row of totals', [two, lost(three, 25, 4, 'blank'), four]],
    ['a number of table four', [two, three, lost(four, 3, 2, 'blank')]],
    ['a number of table four, the end without a cell', [two, three, lost(four, 3, 7, 'absent')]],
    ['a number of table two', [lost(two, 3, 1, 'blank'), three, four]],
    ['a blank cell too many', [two, added(three, 4, 4, ''), four]],
    ['a number too many', [two, added(three, 3, 4, '7'), four]],
  ])('%s', async (_, changed) => {
    const result = wrongSure(changed);
    expect(result.wrongSure).toEqual([]);
    expect(result.right).toBeGreaterThan(180);
    expect(compared(readTables(await asCsv(changed)), truth).wrongSure).toEqual([]);
  });

  test('unless the sums of its columns are right: only the total is missing', () => {
    const blank = three.cells.map((cell) => (cell.row === 4 && cell.column === 9 ? { ...cell, text: '' } : cell));
    expect(wrongSure([two, { ...three, cells: blank }, four])).toMatchObject({ right: 199, wrong: [] });
  });
});
