import type { OfficeRow, RowCell } from './grid.ts';

/** Where the cells of a row begin and end, as old formats tell it. */
export interface RowDefinition {
  /** The left edges of its cells and the right edge of the last, in twentieths of a point. */
  readonly edges: readonly number[];
  readonly merges: readonly { readonly joined: boolean; readonly merge: RowCell['merge'] }[];
}

/** Texts of cells and where they stand. */
interface EdgedRow {
  readonly texts: readonly string[];
  readonly definition: RowDefinition | undefined;
}

/** Edges that are closer than 1 mm are one: rows are drawn by hand. */
const TOLERANCE = 57;

/** Rows with the columns that all edges of the table make together. A row without a definition has a column for each cell. */
export function gridRows(rows: readonly EdgedRow[]): OfficeRow[] {
  const columns = columnsOf(rows.flatMap(({ definition }) => definition?.edges ?? []));
  const columnOf = (edge: number): number => columns.findLastIndex((start) => start <= edge);
  return rows.map(({ texts, definition }) => {
    const { edges = [], merges = [] } = definition ?? {};
    if (edges.length !== texts.length + 1) return { before: 0, cells: texts.map((text) => ({ text, columnSpan: 1 })) };
    return {
      before: columnOf(edges[0] ?? 0),
      cells: texts.map((text, index) => ({
        text,
        columnSpan: Math.max(1, columnOf(edges[index + 1] ?? 0) - columnOf(edges[index] ?? 0)),
        ...merges[index],
      })),
    };
  });
}

function columnsOf(edges: readonly number[]): number[] {
  const columns: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const edge of [...new Set(edges)].sort((a, b) => a - b)) {
    if (edge - last > TOLERANCE) columns.push(edge);
    last = edge;
  }
  return columns;
}
