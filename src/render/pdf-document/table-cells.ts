import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { childrenOf, type Element, NAME, roleOf } from './structure.ts';

/** A cell with its position. Rows and columns count from 0. */
export interface TableCell {
  readonly dict: PDFDict;
  readonly header: boolean;
  readonly scope: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const TABLE = {
  owner: PDFName.of('O'),
  table: PDFName.of('Table'),
  scope: PDFName.of('Scope'),
  rows: PDFName.of('RowSpan'),
  columns: PDFName.of('ColSpan'),
  headers: PDFName.of('Headers'),
} as const;

export const isColumnHeader = ({ header, scope }: TableCell) => header && scope !== 'Row';

/** The cells of all rows with their positions. */
export function tableCellsOf(rows: readonly Element[]): TableCell[] {
  const taken = rows.map(() => new Set<number>());
  return rows.flatMap((element, row) => {
    let column = 0;
    return childrenOf(element).map(({ dict }): TableCell => {
      while (taken[row]?.has(column)) column++;
      const attributes = attributesOf(dict).filter(isTable);
      const scope = attribute(attributes, TABLE.scope);
      const cell = {
        dict,
        header: roleOf(dict) === 'TH',
        scope: scope instanceof PDFName ? scope.decodeText() : '',
        row,
        column,
        rows: spanOf(attributes, TABLE.rows),
        columns: spanOf(attributes, TABLE.columns),
      };
      for (let r = row; r < row + cell.rows; r++) {
        for (let c = column; c < column + cell.columns; c++) taken[r]?.add(c);
      }
      return cell;
    });
  });
}

/**
 * The headers of each cell that has any. Chrome gives a cell all headers of its column, even those of a later block of
 * rows; but only the block of headers directly above a cell applies to it.
 */
export function headersOf(cells: readonly TableCell[]): Map<TableCell, TableCell[]> {
  const byRow = rowsOf(cells);
  const found = new Map<TableCell, TableCell[]>();
  for (const cell of cells) {
    if (cell.header) continue;
    const headers = [...above(cell, byRow), ...beside(cell, byRow.get(cell.row) ?? [])];
    if (headers.length > 0) found.set(cell, headers);
  }
  return found;
}

/**
 * The headers of the row that stand next to each other before the cell. A form can have others behind it, for the cells
 * there.
 */
function beside(cell: TableCell, row: readonly TableCell[]): TableCell[] {
  const before = row.filter(({ column }) => column < cell.column).sort((one, other) => one.column - other.column);
  const isHeader = ({ header, scope }: TableCell) => header && scope === 'Row';
  const last = before.findLastIndex(isHeader);
  const first = before.findLastIndex((own, index) => index < last && !isHeader(own));
  return before.slice(first + 1, last + 1);
}

/** The cells in each row, including those that span it. */
function rowsOf(cells: readonly TableCell[]): Map<number, TableCell[]> {
  const rows = new Map<number, TableCell[]>();
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rows; row++) {
      const own = rows.get(row);
      if (own) own.push(cell);
      else rows.set(row, [cell]);
    }
  }
  return rows;
}

function above(cell: TableCell, byRow: ReadonlyMap<number, readonly TableCell[]>): TableCell[] {
  const found = new Set<TableCell>();
  for (let row = cell.row - 1; row >= 0; row--) {
    const over = (byRow.get(row) ?? []).filter((other) => isColumnHeader(other) && covers(other, cell));
    if (over.length === 0 && found.size > 0) break;
    for (const header of over) found.add(header);
  }
  return [...found].reverse();
}

/** Compares only the first column of the cell, because cells and headers of the 2019 form span columns differently. */
const covers = ({ column, columns }: TableCell, cell: TableCell) =>
  column <= cell.column && cell.column < column + columns;

/** Writes a cell's attributes as one dictionary, without default values. */
export function writeAttributes(
  { dict, scope, rows, columns }: TableCell,
  headers: string[],
  id: string | undefined,
): void {
  const { context } = dict;
  const attributes = context.obj({ O: 'Table' });
  if (scope) attributes.set(TABLE.scope, PDFName.of(scope));
  if (rows > 1) attributes.set(TABLE.rows, PDFNumber.of(rows));
  if (columns > 1) attributes.set(TABLE.columns, PDFNumber.of(columns));
  if (headers.length > 0) attributes.set(TABLE.headers, context.obj(headers.map((own) => PDFString.of(own))));
  const others = attributesOf(dict).filter((own) => !isTable(own));
  const all: PDFObject[] = attributes.keys().length > 1 ? [attributes, ...others] : others;
  if (all.length === 0) dict.delete(NAME.attributes);
  else dict.set(NAME.attributes, all.length === 1 ? (all[0] as PDFObject) : context.obj(all));
  if (id === undefined) dict.delete(NAME.id);
  else dict.set(NAME.id, PDFString.of(id));
}

const isTable = (attributes: PDFDict) => attributes.lookup(TABLE.owner) === TABLE.table;

function attributesOf(dict: PDFDict): PDFDict[] {
  const value = dict.lookup(NAME.attributes);
  if (value instanceof PDFDict) return [value];
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().flatMap((own) => {
    const attributes = dict.context.lookup(own);
    return attributes instanceof PDFDict ? [attributes] : [];
  });
}

const attribute = (attributes: readonly PDFDict[], name: PDFName) =>
  attributes.find((own) => own.has(name))?.lookup(name);

function spanOf(attributes: readonly PDFDict[], name: PDFName): number {
  const span = attribute(attributes, name);
  return span instanceof PDFNumber ? span.asNumber() : 1;
}
