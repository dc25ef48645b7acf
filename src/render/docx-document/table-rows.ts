import type { Grid, GridCell, GridRow } from '../../view/grid.ts';

/** A cell, or a place that a cell of a row above covers. */
export type WordCell = GridCell & { readonly covered?: true };

/** A row of a table with how it behaves at the end of a page. */
export interface Row {
  readonly cells: readonly WordCell[];
  /** Repeated on every page. */
  readonly repeats?: true;
  /** On the same page as the next row. */
  readonly keeps: boolean;
}

interface Keeping {
  /** The last row is on the same page as what follows. */
  readonly keeps: boolean;
  /** The rows below the header that begin a page. */
  readonly breaks: readonly number[];
}

/** The rows of a table with how they keep together. */
export function rowsOf({ head, bodies }: Grid, { keeps, breaks }: Keeping): Row[] {
  const shown = (rows: readonly GridRow[]) => withCovered(rows.filter(({ cells }) => cells.length > 0));
  const below = bodies.flatMap(({ rows }, body) =>
    shown(rows).map((cells, index, all) => ({
      cells,
      keeps: index < all.length - 1 || (keeps && body === bodies.length - 1),
    })),
  );
  return [
    ...shown(head).map((cells) => ({ cells, repeats: true as const, keeps: true })),
    ...below.map((row, index) => (breaks.includes(index + 1) ? { ...row, keeps: false } : row)),
  ];
}

/** Word has a cell of its own in each row that a cell spans. */
function withCovered(rows: readonly GridRow[]): WordCell[][] {
  const open = new Map<number, { rows: number; cell: GridCell }>();
  return rows.map(({ cells }) => {
    const all: WordCell[] = [];
    let column = 0;
    const covered = () => {
      for (let above = open.get(column); above; above = open.get(column)) {
        if (--above.rows === 0) open.delete(column);
        all.push({ ...above.cell, covered: true });
        column += above.cell.colspan ?? 1;
      }
    };
    for (const cell of cells) {
      covered();
      if (cell.rowspan) open.set(column, { rows: cell.rowspan - 1, cell });
      all.push(cell);
      column += cell.colspan ?? 1;
    }
    covered();
    return all;
  });
}
