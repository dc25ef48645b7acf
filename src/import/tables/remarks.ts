import type { Equation } from '../../form/equations.ts';
import { tableRows } from '../../form/walk.ts';
import type { TableRemark } from '../reading.ts';
import { placeOf } from './read-cells.ts';
import type { ReadTable } from './read-table.ts';
import { balance } from './sums.ts';

/** What there is to know about the reading of a table. */
export function remarksOf({ draft, cells }: ReadTable, equations: readonly Equation[]): TableRemark[] {
  const { table, views, misprints } = draft;
  if (cells.size === 0) return [];
  const place = views[0]?.grid.place ?? {};
  const remark = (kind: TableRemark['kind'], text: string, where = place): TableRemark[] => [
    { table: table.key, kind, text, place: where },
  ];
  const { broken } = balance(
    cells,
    equations.filter(({ identity }) => identity.table === table.key),
  );
  const rows = tableRows(table).filter(({ path }) => ![...cells.keys()].some((cell) => cell.startsWith(`${path}.`)));
  return [
    ...(views.length > 1 ? remark('split', `${views.length}`) : []),
    ...(rows.length > 0 ? remark('rows-missing', rows.map(({ row }) => row.label).join('、')) : []),
    ...(broken > 0 ? remark('sums-broken', `${broken}`) : []),
    ...misprints.flatMap(({ cell, view }) => remark('label-misprinted', cell.cell.text, placeOf(view, cell))),
  ];
}
