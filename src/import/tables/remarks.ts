import type { Equation } from '../../form/equations.ts';
import { rowName, tableRows } from '../../form/walk.ts';
import type { TableRemark } from '../reading.ts';
import type { Way } from './line-cells.ts';
import { placeOf } from './read-cells.ts';
import type { ReadTable } from './read-table.ts';
import { balance } from './sums.ts';

/** What there is to know about the reading of a table. */
export function remarksOf({ draft, cells, shifted, way }: ReadTable, equations: readonly Equation[]): TableRemark[] {
  const { table, views, misprints } = draft;
  if (cells.size === 0) return [];
  const start = views[0]?.grid.place ?? {};
  const remark = (kind: TableRemark['kind'], text: string, place = start) => ({ table: table.key, kind, text, place });
  const own = equations.filter(({ identity }) => identity.table === table.key);
  const { broken } = balance(cells, own);
  const paths = [...cells.keys()];
  const rows = tableRows(table).filter(({ path }) => !paths.some((cell) => cell.startsWith(`${path}.`)));
  return [
    ...(views.length > 1 ? [remark('split', `表格分在${views.length}处，合起来读`)] : []),
    ...(rows.length > 0 ? [remark('rows-missing', `没有找到这些行：${rows.map(rowName).join('；')}`)] : []),
    ...(shifted.length > 0 ? [remark('shifted', `${WAYS[way]}，有${shifted.length}个数与表头或者行名没有对齐`)] : []),
    ...(broken > 0 ? [remark('sums-broken', `有${broken}处合计对不上，照印出来的数读`)] : []),
    ...misprints.map(({ cell, view }) => remark('label-misprinted', cell.cell.text.trim(), placeOf(view, cell))),
  ];
}

/** What was done, for the remark. */
const WAYS: Readonly<Record<Way, string>> = {
  headers: '按表头读',
  order: '表头对着读时合计对不上，改按格子的先后读',
  written: '表头对着读时合计对不上，改按有数的格子的先后读',
  lines: '行名对着读时合计对不上，改按数的先后逐行读',
};
