// The tables of the form as grids of cells, and the ways in which published tables deviate from them.
import type { BlockDef, ColumnDef, HeaderDef, RowNodeDef, TableDef } from '../../src/form/types.ts';
import { isRowGroup, leafColumns } from '../../src/form/walk.ts';

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
  /** The path of its number; labels have none. */
  readonly path?: string;
}

export type Grid = readonly GridCell[];

/** The printed text of a number. */
export type Print = (path: string) => string;

export const heightOf = (grid: Grid): number => Math.max(0, ...grid.map((cell) => cell.row + cell.rows));
export const widthOf = (grid: Grid): number => Math.max(0, ...grid.map((cell) => cell.column + cell.columns));

/** The cells by rows, from left to right. */
export function rowsOf(grid: Grid): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: heightOf(grid) }, () => []);
  for (const cell of grid) rows[cell.row]?.push(cell);
  return rows.map((row) => row.sort((one, other) => one.column - other.column));
}

const label = (row: number, column: number, text: string, rows = 1, columns = 1): GridCell => ({
  row,
  column,
  rows,
  columns,
  text,
});

/** A table as the notice prints it. */
export function officialGrid(table: TableDef, print: Print): Grid {
  if (table.layout === 'blocks') return below(table.blocks.map((block) => blockGrid(table, block, print)));
  if (table.layout === 'matrix') return matrixGrid(table, print);
  return sideBySideGrid(table, print);
}

/** Grids below each other in one table. */
export function below(grids: readonly Grid[]): Grid {
  let top = 0;
  return grids.flatMap((grid) => {
    const moved = grid.map((cell) => ({ ...cell, row: cell.row + top }));
    top += heightOf(grid);
    return moved;
  });
}

/** One block of table two. */
export function blockGrid(table: TableDef, block: BlockDef, print: Print): Grid {
  const columns = leafColumns(block.columns);
  const line = (
    row: number,
    first: string,
    span: (one: ColumnDef) => number,
    text: (one: ColumnDef) => string,
    path?: string,
  ) => {
    let left = 1;
    return [
      label(row, 0, first),
      ...columns.map((one) => {
        const cell = label(row, left, text(one), 1, span(one));
        left += cell.columns;
        return path ? { ...cell, path: `${path}.${one.key}` } : cell;
      }),
    ];
  };
  const span = (one: ColumnDef) => one.span ?? 1;
  const width = 1 + columns.reduce((sum, one) => sum + span(one), 0);
  return [
    label(0, 0, block.heading ?? '', 1, width),
    ...line(
      1,
      block.rowHeader ?? '',
      (one) => one.headerSpan ?? span(one),
      (one) => one.label,
    ),
    ...block.rows.flatMap((node, index) => {
      const path = `${table.key}.${node.key}`;
      return line(index + 2, node.label, span, (one) => print(`${path}.${one.key}`), path);
    }),
  ];
}

/** The number of label columns of table three. */
export const LABEL_COLUMNS = 3;
/** The number of its header rows. */
export const HEADER_ROWS = 3;

function matrixGrid(table: TableDef, print: Print): Grid {
  const [block] = table.blocks as [BlockDef];
  const columns = leafColumns(block.columns);
  const cells: GridCell[] = [label(0, 0, table.corner ?? '', HEADER_ROWS, LABEL_COLUMNS)];
  headerCells(block.columns, 0, LABEL_COLUMNS, HEADER_ROWS, cells);
  let row = HEADER_ROWS;
  const add = (node: RowNodeDef, depth: number, prefix: string) => {
    const path = `${prefix}.${node.key}`;
    const first = row;
    if (isRowGroup(node)) {
      for (const child of node.rows) add(child, depth + 1, path);
      cells.push(label(first, depth, node.label, row - first));
      return;
    }
    cells.push(label(row, depth, node.label, 1, LABEL_COLUMNS - depth));
    columns.forEach((one, index) => {
      const place = `${path}.${one.key}`;
      cells.push({ ...label(row, LABEL_COLUMNS + index, print(place)), path: place });
    });
    row++;
  };
  for (const node of block.rows) add(node, 0, table.key);
  return cells;
}

function headerCells(header: readonly HeaderDef[], row: number, left: number, depth: number, cells: GridCell[]): void {
  let column = left;
  for (const entry of header) {
    const width = 'columns' in entry ? leafColumns(entry.columns).length : 1;
    cells.push(label(row, column, entry.label, 'columns' in entry ? 1 : depth, width));
    if ('columns' in entry) headerCells(entry.columns, row + 1, column, depth - 1, cells);
    column += width;
  }
}

function sideBySideGrid(table: TableDef, print: Print): Grid {
  const [block] = table.blocks as [BlockDef];
  const cells: GridCell[] = [];
  let column = 0;
  const add = (node: RowNodeDef, depth: number, prefix: string) => {
    const path = `${prefix}.${node.key}`;
    const first = column;
    if (isRowGroup(node)) for (const child of node.rows) add(child, depth + 1, path);
    else {
      for (const one of leafColumns(block.columns)) {
        cells.push(label(depth + 1, column, one.label, 2 - depth));
        cells.push({ ...label(3, column, print(`${path}.${one.key}`)), path: `${path}.${one.key}` });
        column++;
      }
    }
    cells.push(label(depth, first, node.label, 1, column - first));
  };
  for (const node of block.rows) add(node, 0, table.key);
  return cells;
}

/** Rows become columns. */
export const turned = (grid: Grid): Grid =>
  grid.map((cell) => ({ ...cell, row: cell.column, column: cell.row, rows: cell.columns, columns: cell.rows }));

/** The rows from `from` up to `to`. A merged cell that is cut keeps its text in both parts, or only in the first. */
export function slice(grid: Grid, from: number, to: number, repeatText: boolean): Grid {
  return grid.flatMap((cell) => {
    const [first, end] = [Math.max(cell.row, from), Math.min(cell.row + cell.rows, to)];
    if (first >= end) return [];
    const text = first === cell.row || repeatText ? cell.text : '';
    return [{ ...cell, row: first - from, rows: end - first, text }];
  });
}

/** Every merged label becomes single cells, each with the text. */
export const unmerged = (grid: Grid): Grid =>
  grid.flatMap((cell) =>
    cell.path
      ? [cell]
      : Array.from({ length: cell.rows * cell.columns }, (_, index) =>
          label(cell.row + Math.floor(index / cell.columns), cell.column + (index % cell.columns), cell.text),
        ),
  );

/** As `unmerged`, but only the first of the cells has the text, as in a sheet whose merges were lost. */
export const mergesLost = (grid: Grid): Grid =>
  grid.flatMap((cell) =>
    Array.from({ length: cell.rows * cell.columns }, (_, index) => {
      const place = label(
        cell.row + Math.floor(index / cell.columns),
        cell.column + (index % cell.columns),
        index === 0 ? cell.text : '',
      );
      return index === 0 && cell.path ? { ...place, path: cell.path } : place;
    }),
  );

/** With an empty column before column `at`; merged cells across it grow. */
export function withEmptyColumn(grid: Grid, at: number): Grid {
  const covered = new Set<number>();
  const moved = grid.map((cell) => {
    if (cell.column >= at) return { ...cell, column: cell.column + 1 };
    if (cell.column + cell.columns <= at) return cell;
    for (let row = cell.row; row < cell.row + cell.rows; row++) covered.add(row);
    return { ...cell, columns: cell.columns + 1 };
  });
  const gaps = Array.from({ length: heightOf(grid) }, (_, row) => row).filter((row) => !covered.has(row));
  return [...moved, ...gaps.map((row) => label(row, at, ''))];
}

/** Table three with its three label columns as one: the labels of a row below each other in one cell. */
export function joinedLabels(grid: Grid): Grid {
  const labels = grid.filter((cell) => cell.column < LABEL_COLUMNS && cell.row >= HEADER_ROWS);
  const corner = grid.find((cell) => cell.column === 0 && cell.row === 0);
  const lines = Array.from({ length: heightOf(grid) - HEADER_ROWS }, (_, index) => {
    const row = index + HEADER_ROWS;
    const of = labels.filter((cell) => cell.row <= row && row < cell.row + cell.rows);
    const text = of
      .sort((one, other) => one.column - other.column)
      .map((cell) => cell.text)
      .join('\n');
    return label(row, 0, text);
  });
  const numbers = grid.filter((cell) => cell.column >= LABEL_COLUMNS);
  return [
    label(0, 0, corner?.text ?? '', HEADER_ROWS),
    ...lines,
    ...numbers.map((cell) => ({ ...cell, column: cell.column - LABEL_COLUMNS + 1 })),
  ];
}

/** Without its first rows. */
export const withoutRows = (grid: Grid, rows: number): Grid => slice(grid, rows, heightOf(grid), false);

/** With one more row over the whole width. */
export const withNote = (grid: Grid, text: string): Grid => [...grid, label(heightOf(grid), 0, text, 1, widthOf(grid))];

/** The row of table three with this label moved up to row `to`. Only rows of the same group change places. */
export function withRowMoved(grid: Grid, text: string, to: number): Grid {
  const from = grid.find((cell) => cell.text === text)?.row ?? to;
  return grid.map((cell) => {
    if (cell.rows > 1 && cell.row <= to && cell.row + cell.rows > from) return cell;
    if (cell.row === from) return { ...cell, row: to };
    return cell.row >= to && cell.row < from ? { ...cell, row: cell.row + 1 } : cell;
  });
}

/** The same grid with the texts changed. */
export const retold = (grid: Grid, change: (text: string, cell: GridCell) => string): Grid =>
  grid.map((cell) => ({ ...cell, text: change(cell.text, cell) }));

/** With the columns in another order: `order` gives the old place of each new column. Only single columns may move. */
export function withColumnsMoved(grid: Grid, order: readonly number[]): Grid {
  const moved = (column: number) => order.indexOf(column);
  return grid.map((cell) => {
    const places = Array.from({ length: cell.columns }, (_, index) => moved(cell.column + index));
    return { ...cell, column: Math.min(...places) };
  });
}

/** With one more column at the right: the text of each row by its number. */
export const withColumn = (grid: Grid, text: (row: number) => string): Grid => {
  const column = widthOf(grid);
  const rows = Array.from({ length: heightOf(grid) }, (_, row) => label(row, column, text(row)));
  return [...grid, ...rows];
};

/** With one more row after row `at`; merged cells across it grow. */
export function withRow(grid: Grid, at: number, cells: Grid): Grid {
  const moved = grid.map((cell) => {
    if (cell.row > at) return { ...cell, row: cell.row + 1 };
    return cell.row + cell.rows - 1 > at ? { ...cell, rows: cell.rows + 1 } : cell;
  });
  return [...moved, ...cells.map((cell) => ({ ...cell, row: at + 1 }))];
}
