import { SECTION_NUMERAL } from '../writing/numerals.ts';
import type { BlockDef, ColumnDef, FormDef, HeaderDef, RowDef, RowGroupDef, RowNodeDef, TableDef } from './types.ts';

/** A row with its place in the form. */
export interface PlacedRow {
  readonly table: TableDef;
  readonly block: BlockDef;
  readonly row: RowDef;
  /** The groups around it, outermost first. */
  readonly groups: readonly RowGroupDef[];
  /** Dotted path from the root of the report: `applications.outcomes.disclosed`. */
  readonly path: string;
  readonly columns: readonly ColumnDef[];
}

/** A cell with its place in the form. */
export interface PlacedCell extends PlacedRow {
  readonly column: ColumnDef;
}

export const isRowGroup = (node: RowNodeDef): node is RowGroupDef => 'rows' in node;

/** The columns under a header, from left to right. */
export function leafColumns(header: readonly HeaderDef[]): ColumnDef[] {
  return header.flatMap((entry) => ('columns' in entry ? leafColumns(entry.columns) : [entry]));
}

const ROWS = new WeakMap<TableDef, readonly PlacedRow[]>();

/** Every row of a table, in printed order. Tables don't change, so the result is kept. */
export function tableRows(table: TableDef): readonly PlacedRow[] {
  const known = ROWS.get(table);
  if (known) return known;
  const rows = walkRows(table);
  ROWS.set(table, rows);
  return rows;
}

function walkRows(table: TableDef): PlacedRow[] {
  return table.blocks.flatMap((block) => {
    const columns = leafColumns(block.columns);
    const place = (node: RowNodeDef, groups: readonly RowGroupDef[], prefix: string): PlacedRow[] => {
      const path = `${prefix}.${node.key}`;
      if (isRowGroup(node)) return node.rows.flatMap((child) => place(child, [...groups, node], path));
      return [{ table, block, row: node, groups, path, columns }];
    };
    return block.rows.flatMap((node) => place(node, [], table.key));
  });
}

/** Every cell of a form, in printed order, by its dotted path. */
export function formCells(form: FormDef): Map<string, PlacedCell> {
  const rows = form.tables.flatMap((table) => tableRows(table));
  return new Map(
    rows.flatMap((row) => row.columns.map((column) => [`${row.path}.${column.key}`, { ...row, column }] as const)),
  );
}

// （三）不予公开 -> （三）
const MARKER = new RegExp(`^（${SECTION_NUMERAL}+）`);

/** The printed label of a row, with enough of its groups to make it unique: `（三）6.属于四类过程性信息`. */
export function rowName(row: Pick<PlacedRow, 'row' | 'groups'>): string {
  const label = row.row.label;
  const group = row.groups.at(-1);
  if (!group || MARKER.test(label)) return label;
  const marker = MARKER.exec(group.label)?.[0];
  return marker ? `${marker}${label}` : `${group.label} · ${label}`;
}

/** The name of a cell on the printed page: `（三）6.属于四类过程性信息 · 总计`. */
export function cellName(cell: Pick<PlacedCell, 'row' | 'groups' | 'column'>): string {
  return `${rowName(cell)} · ${cell.column.label}`;
}
