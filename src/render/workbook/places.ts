import type { Grid, GridCell } from '../../view/grid.ts';

/** A cell of a grid at its place in a sheet; rows and columns from 0. */
export interface CellInSheet {
  readonly cell: GridCell;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The cells of a grid whose first row is `top`. The cells of a row fill the places that labels from above leave free. */
export function placedCells({ head, bodies }: Grid, top: number): CellInSheet[] {
  const taken = new Set<string>();
  const rows = [...head, ...bodies.flatMap((body) => body.rows)].filter(({ cells }) => cells.length > 0);
  return rows.flatMap(({ cells }, index) => {
    const row = top + index;
    let column = 0;
    return cells.map((cell): CellInSheet => {
      while (taken.has(`${row},${column}`)) column++;
      const placed = { cell, row, column, rows: cell.rowspan ?? 1, columns: cell.colspan ?? 1 };
      for (let down = 0; down < placed.rows; down++)
        for (let right = 0; right < placed.columns; right++) taken.add(`${row + down},${column + right}`);
      return placed;
    });
  });
}

/** 0 -> A, 26 -> AA */
export function columnName(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : columnName(Math.floor(column / 26) - 1) + rest;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const nameOf = ({ row, column }: Place): string => `${columnName(column)}${row + 1}`;

/** Cells as references for a formula. Cells that follow each other in a row or column are one range: `B5:B9,B12`. */
export function rangesOf(places: readonly Place[]): string {
  const runs: Place[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run && follows(run, place)) run.push(place);
    else runs.push([place]);
  }
  return runs
    .map((run) =>
      run.length === 1 ? nameOf(run[0] as Place) : `${nameOf(run[0] as Place)}:${nameOf(run.at(-1) as Place)}`,
    )
    .join(',');
}

function follows(run: readonly Place[], { row, column }: Place): boolean {
  const [first, last] = [run[0] as Place, run.at(-1) as Place];
  const below = column === last.column && row === last.row + 1 && first.column === column;
  const beside = row === last.row && column === last.column + 1 && first.row === row;
  return below || beside;
}
