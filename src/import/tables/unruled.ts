import type { Equation } from '../../form/equations.ts';
import { tableRows } from '../../form/walk.ts';
import type { ImportedCell } from '../reading.ts';
import type { DraftTable } from './draft.ts';
import { stateOf, type TableCells } from './sums.ts';

/**
 * The cells of a table whose grids have no lines: a number is sure only if every row was found, every label is the official
 * one and no sum with it is broken. Otherwise the words beside it may be those of another row.
 */
export function withoutLines(draft: DraftTable, cells: TableCells, equations: readonly Equation[]): TableCells {
  if (!draft.views.some(({ grid }) => grid.guessed)) return cells;
  const isNamed =
    draft.misprints.every(({ view }) => !view.grid.guessed) &&
    tableRows(draft.table).every(({ path, columns }) => columns.every(({ key }) => draft.cells.has(`${path}.${key}`)));
  const broken = new Set(
    equations
      .filter((one) => stateOf(cells, one, new Set()) === 'broken')
      .flatMap(({ left, right }) => [...left, ...right]),
  );
  return new Map(
    [...cells].map(([path, cell]): [string, ImportedCell] => {
      const isSure = cell.confidence !== 'sure' || !draft.cells.get(path)?.view.grid.guessed;
      return isSure || (isNamed && !broken.has(path))
        ? [path, cell]
        : [path, { ...cell, confidence: 'doubtful', reason: 'unruled' }];
    }),
  );
}
