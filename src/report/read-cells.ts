import { INFORMATION_PROCESSING_FEE } from '../form/fee.ts';
import { NUMBER_PATTERNS } from '../form/numbers.ts';
import type { ColumnDef, FormDef, TableDef, ValueKind } from '../form/types.ts';
import { cellName, type PlacedRow, tableRows } from '../form/walk.ts';
import { get, isData } from './access.ts';
import type { Cell, UnknownReason } from './cell.ts';

type Mutable = Map<string, Cell>;

/** A value above a cell that decides it: 0 (all cells are zero), or the reason why all cells are unknown. */
type Above = { readonly zero: true } | { readonly reason: UnknownReason } | { readonly data: unknown };

/** Every cell of the form's tables, and the numbers of the information processing fee if written, as in the file. Totals are not computed yet. */
export function readCells(data: unknown, form: FormDef): Mutable {
  const cells: Mutable = new Map();
  for (const table of form.tables) {
    const above = descend({ data }, table.key);
    for (const { steps, columns, heads, total } of rowsToRead(table)) {
      const rowAbove = steps.reduce(descend, above);
      const doubt = doubtIn(rowAbove, columns);
      for (const head of heads) cells.set(head.path, readCell(head, rowAbove, total, doubt));
    }
  }
  readFee(data, cells);
  return cells;
}

/** A row of a table as it is read: its keys below the table, and what the form says of its cells. */
interface RowToRead {
  readonly steps: readonly string[];
  readonly columns: ReadonlySet<string>;
  readonly heads: readonly CellHead[];
  readonly total: boolean;
}

const known = new WeakMap<TableDef, readonly RowToRead[]>();

/** The rows of a table. Tables don't change, so the result is kept. */
function rowsToRead(table: TableDef): readonly RowToRead[] {
  const rows = known.get(table) ?? tableRows(table).map(rowToRead);
  known.set(table, rows);
  return rows;
}

function rowToRead(placed: PlacedRow): RowToRead {
  const { path, columns, row } = placed;
  const { total = false } = row;
  const heads = columns.map((column) =>
    headOf(column, {
      path: `${path}.${column.key}`,
      name: cellName({ ...placed, column }),
      kind: column.kind,
      total: column.total ?? total,
    }),
  );
  return { steps: path.split('.').slice(1), columns: new Set(columns.map(({ key }) => key)), heads, total };
}

function readFee(data: unknown, cells: Mutable): void {
  const { path, label, fields } = INFORMATION_PROCESSING_FEE;
  // An empty section is told as such.
  if (!isData(get(data, 'other_matters'))) return;
  const above = path.split('.').reduce(descend, { data } as Above);
  for (const field of fields) {
    // Any or all of these numbers may be left out. If the whole fee is null, they are all unknown.
    if ('reason' in above && above.reason !== 'blank') continue;
    if ('data' in above && get(above.data, field.key) === undefined) continue;
    const name = `${label} · ${field.label}`;
    const head = headOf(field, { path: `${path}.${field.key}`, name, kind: field.kind, total: false });
    cells.set(head.path, readCell(head, above, false));
  }
}

function descend(above: Above, key: string): Above {
  if (!('data' in above)) return above;
  if (!isData(above.data)) return { reason: 'text' };
  const value = get(above.data, key);
  if (value === undefined) return { reason: 'missing' };
  if (value === null || value === '') return { reason: 'blank' };
  // An empty map is an error that the schema reports.
  if (isData(value) && Object.keys(value).length === 0) return { reason: 'text' };
  return value === 0 || value === '0' ? { zero: true } : { data: value };
}

/** What a form says of a cell. */
interface CellHead extends Pick<Cell, 'path' | 'name' | 'kind' | 'total'> {
  readonly key: string;
  /** The column is a total. */
  readonly inTotalColumn: boolean;
  /** The cell if it is 0. Cells do not change, so it is the same one in all reports. */
  readonly zero: Cell;
}

function headOf(
  { key, total }: Pick<ColumnDef, 'key' | 'total'>,
  head: Pick<Cell, 'path' | 'name' | 'kind' | 'total'>,
): CellHead {
  const zero: Cell = { ...head, state: 'zero', text: '0', ...(isWhole(head.kind) && { value: 0 }) };
  return { ...head, key, inTotalColumn: total === true, zero };
}

function readCell(head: CellHead, above: Above, totalRow: boolean, doubt?: Doubt): Cell {
  if ('zero' in above) return head.zero;
  if ('reason' in above) return unknown(head, totalRow && above.reason === 'missing' ? 'total' : above.reason);
  if (!isData(above.data)) return unknown(head, 'text');
  const written = get(above.data, head.key);
  if (doubt === 'all' || (doubt === 'left-out' && written === undefined)) return unknown(head, 'doubtful');
  if (written === undefined) return head.inTotalColumn ? unknown(head, 'total') : head.zero;
  const value = isData(written) ? get(written, 'value') : written;
  if (value === null || value === undefined || value === '') return unknown(head, 'blank');
  if (typeof value !== 'number' && typeof value !== 'string') return unknown(head, 'text');
  const text = String(value);
  if (!PATTERNS[head.kind].test(text)) return unknown(head, 'text');
  const { path, name, kind, total } = head;
  const note = get(written, 'note');
  if (typeof note !== 'string' || note === '') {
    return isWhole(kind)
      ? { path, name, kind, total, state: 'stated', text, value: Number(text) }
      : { path, name, kind, total, state: 'stated', text };
  }
  return { path, name, kind, total, state: 'stated', text, ...(isWhole(kind) && { value: Number(text) }), note };
}

const unknown = ({ path, name, kind, total }: CellHead, reason: UnknownReason): Cell => ({
  path,
  name,
  kind,
  total,
  state: 'unknown',
  text: '',
  reason,
});

// Compiled once, because a report has hundreds of numbers.
const PATTERNS = Object.fromEntries(
  Object.entries(NUMBER_PATTERNS).map(([kind, pattern]) => [kind, new RegExp(pattern)]),
) as Record<ValueKind, RegExp>;

/** The cells that an unknown key makes doubtful: the missing columns, one of which was meant; or the numbers that are there. */
type Doubt = 'left-out' | 'all' | undefined;

/** In braces a thousands separator splits a number: `{ natural_person: 1,204 }` has the value 1 and then the key 204. */
export const isRestOfANumber = (key: string): boolean => /^[0-9０-９]{1,3}([.．][0-9０-９]+)?$/u.test(key);

function doubtIn(above: Above, columns: ReadonlySet<string>): Doubt {
  if (!('data' in above) || !isData(above.data)) return undefined;
  const strange = Object.keys(above.data).filter((key) => !columns.has(key));
  if (strange.length === 0) return undefined;
  return strange.some(isRestOfANumber) ? 'all' : 'left-out';
}

const isWhole = (kind: ValueKind): boolean => kind === 'count' || kind === 'change';
