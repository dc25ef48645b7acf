import type { OfficeRow, RowCell } from '../office/grid.ts';
import { type PropertyRun, TABLE_DEFINITION } from './properties.ts';

/** A row as the mark at its end defines it. */
export interface DocRow {
  readonly texts: readonly string[];
  /** The left edges of its cells and the right edge of the last, in twentieths of a point. */
  readonly edges: readonly number[];
  readonly merges: readonly { readonly joined: boolean; readonly merge: RowCell['merge'] }[];
}

const VERTICAL_MERGE = 0xd62b;
const JOIN = 0x5624;
/** Edges that are closer than 1 mm are one: rows are drawn by hand. */
const TOLERANCE = 57;

/** The definition of a row in the properties of its end mark. */
export function rowOf(texts: readonly string[], properties: PropertyRun): DocRow {
  const edges: number[] = [];
  const merges: { joined: boolean; merge: RowCell['merge'] }[] = [];
  for (const { code, operand } of properties.modifiers) {
    if (code === TABLE_DEFINITION && operand.length > 0) {
      const count = operand[0] ?? 0;
      const cells = 1 + (count + 1) * 2;
      if (operand.length < cells) continue;
      edges.length = merges.length = 0;
      for (let edge = 0; edge <= count; edge++) edges.push(operand.readInt16LE(1 + edge * 2));
      for (let cell = 0; cell < count; cell++) {
        const at = cells + cell * 20;
        const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
        merges.push({ joined: (flags & 3) === 1, merge: mergeOf((flags >> 5) & 3) });
      }
    } else if (code === VERTICAL_MERGE && operand.length >= 2) {
      const cell = merges[operand[0] ?? 0];
      if (cell) cell.merge = mergeOf((operand[1] ?? 0) & 3);
    } else if (code === JOIN && operand.length >= 2)
      for (let cell = (operand[0] ?? 0) + 1; cell < (operand[1] ?? 0); cell++) {
        const joined = merges[cell];
        if (joined) joined.joined = true;
      }
  }
  return { texts, edges, merges };
}

const mergeOf = (flags: number): RowCell['merge'] => (flags === 3 ? 'start' : flags === 1 ? 'below' : undefined);

/** Rows with the columns that all edges of the table make together. A row without a definition has a column for each cell. */
export function gridRows(rows: readonly DocRow[]): OfficeRow[] {
  const columns = columnsOf(rows.flatMap(({ edges }) => edges));
  const columnOf = (edge: number): number => columns.findLastIndex((start) => start <= edge);
  return rows.map(({ texts, edges, merges }) => {
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
