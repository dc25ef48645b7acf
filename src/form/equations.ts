import type { FormDef, IdentityDef, TableDef, Wording } from './types.ts';
import { type PlacedRow, rowName, tableRows } from './walk.ts';

/** An identity in one column or row: the sum of the cells on the left equals the sum of the cells on the right. */
export interface Equation {
  readonly identity: IdentityDef;
  /** Dotted paths of cells. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** The printed label of the column or row. */
  readonly subject: string;
  /** Short names of its cells by path; a side that is named as a whole has none. */
  readonly names: ReadonlyMap<string, Wording>;
  /**
   * Set for a total column: the equation then follows from the same identity in the other columns
   * and from the totals of its rows.
   */
  readonly derived: boolean;
}

const known = new WeakMap<FormDef, readonly Equation[]>();

/** Every equation of a form, in the order of its identities. Forms don't change, so the result is kept. */
export function formEquations(form: FormDef): readonly Equation[] {
  const equations = known.get(form) ?? equationsOf(form);
  known.set(form, equations);
  return equations;
}

function equationsOf(form: FormDef): Equation[] {
  return form.identities.flatMap((identity) => {
    const table = form.tables.find(({ key }) => key === identity.table);
    if (!table) throw new Error(`identity ${identity.id} names the unknown table ${identity.table}`);
    return identity.across === 'rows' ? perRow(identity, table) : perColumn(identity, table);
  });
}

function perRow(identity: IdentityDef, table: TableDef): Equation[] {
  return tableRows(table).map((row) => ({
    identity,
    left: identity.left.map((column) => `${row.path}.${column}`),
    right: identity.right.map((column) => `${row.path}.${column}`),
    subject: rowName(row),
    names: new Map([...identity.left, ...identity.right].map((key) => [`${row.path}.${key}`, label(row, key)])),
    derived: false,
  }));
}

function label({ columns }: PlacedRow, key: string): Wording {
  const text = columns.find((column) => column.key === key)?.label ?? key;
  return { zh: text, en: text };
}

function perColumn(identity: IdentityDef, table: TableDef): Equation[] {
  const rows = tableRows(table);
  const left = identity.left.flatMap((term) => rowsOf(term, table, rows));
  const right = identity.right.flatMap((term) => rowsOf(term, table, rows));
  return (left[0]?.columns ?? []).map((column) => ({
    identity,
    left: left.map((row) => `${row.path}.${column.key}`),
    right: right.map((row) => `${row.path}.${column.key}`),
    subject: column.label,
    names: new Map(
      [...identity.left, ...identity.right].flatMap((term) => {
        const name = identity.names?.[term];
        return name ? [[`${table.key}.${term}.${column.key}`, name] as const] : [];
      }),
    ),
    derived: column.total ?? false,
  }));
}

/** The row that a term names, or every row of the group that it names. */
function rowsOf(term: string, table: TableDef, rows: readonly PlacedRow[]): PlacedRow[] {
  const path = `${table.key}.${term}`;
  const found = rows.filter((row) => row.path === path || row.path.startsWith(`${path}.`));
  if (found.length === 0) throw new Error(`no row of the form is named ${path}`);
  return found;
}
