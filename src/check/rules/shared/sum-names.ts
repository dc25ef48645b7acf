import type { Candidate } from '../../../claims/evaluate.ts';
import type { ColumnGroupDef } from '../../../form/types.ts';
import { leafColumns, type PlacedRow, rowName, tableRows } from '../../../form/walk.ts';
import { shortName } from '../../../report/cell.ts';
import type { Report } from '../../../report/report.ts';

/** A sum of cells in words, as short as the printed labels allow: （三）不予公开合计; 一、… · 总计 + 二、… · 总计. */
export function sumName(report: Report, terms: Candidate['terms']): string {
  const rows = report.form.tables.flatMap(tableRows);
  const byRow = new Map<string, Candidate['terms'][number][]>();
  for (const term of terms) {
    const row = term.path.slice(0, term.path.lastIndexOf('.'));
    byRow.set(row, [...(byRow.get(row) ?? []), term]);
  }
  const placed = rows.filter(({ path }) => byRow.has(path));
  const keys = new Set(terms.map(({ path }) => keyOf(path)));
  const isOneColumn = placed.length === byRow.size && terms.length === byRow.size && keys.size === 1;
  const group = isOneColumn ? wholeGroup(placed) : undefined;
  if (group !== undefined) {
    const [column = ''] = keys;
    return column === 'total' ? `${group}合计` : `${group} · ${placed[0] && columnLabel(placed[0], column)}合计`;
  }
  const names = [...byRow].map(([path, own]) => {
    const sign = own[0]?.minus ? '− ' : '';
    const columns = rows.find((row) => row.path === path);
    return sign + (own.length > 1 && columns ? columnsName(columns, own) : cellName(report, own));
  });
  return names.join(' + ').replaceAll('+ −', '−');
}

/** The label of a group, if these are all its rows. */
function wholeGroup(rows: readonly PlacedRow[]): string | undefined {
  const group = rows[0]?.groups.at(-1);
  const isWhole = rows.length > 1 && rows.length === group?.rows.length;
  return isWhole && rows.every((row) => row.groups.at(-1) === group) ? group?.label : undefined;
}

/** Several columns of a row: those under one header by its label, others one by one. */
function columnsName(row: PlacedRow, terms: Candidate['terms']): string {
  const keys = terms.map(({ path }) => keyOf(path));
  const isTheirs = (header: ColumnGroupDef) =>
    leafColumns(header.columns)
      .map(({ key }) => key)
      .join() === keys.join();
  const header = row.block.columns.find((one): one is ColumnGroupDef => 'columns' in one && isTheirs(one));
  const columns = header ? `${header.label}合计` : keys.map((key) => columnLabel(row, key)).join(' + ');
  return `${rowName(row)} · ${columns}`;
}

const keyOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

const columnLabel = ({ block }: PlacedRow, key: string): string =>
  leafColumns(block.columns).find((column) => column.key === key)?.label ?? key;

const cellName = ({ cells }: Report, terms: Candidate['terms']): string =>
  terms.map(({ path }) => shortName(cells.get(path) ?? { name: path })).join(' + ');
