import type { FormDef } from '../form/types.ts';
import { tableRows } from '../form/walk.ts';
import { type Data, getIn, isData } from '../report/access.ts';
import type { Cell } from '../report/cell.ts';
import type { Report } from '../report/report.ts';

/**
 * A report with every number written out: zeros, totals and the form's edition too. It is a report file itself, as JSON,
 * for programs that read a published report. Money stays text, as no binary number holds it; an unknown cell is null.
 */
export function reportData(report: Report): string {
  const { data, form } = report;
  const own = isData(data) ? data : {};
  const tables = form.tables.map((table) => [table.key, tableData(report, table)] as const);
  return JSON.stringify({ ...own, form: form.id, ...Object.fromEntries(tables) }, undefined, 2);
}

function tableData({ cells, data }: Report, table: FormDef['tables'][number]): Data {
  const result: Record<string, unknown> = {};
  for (const { path, columns } of tableRows(table)) {
    const steps = path.split('.').slice(1);
    const last = steps.pop() as string;
    const parent = steps.reduce((at, step) => {
      at[step] ??= {};
      return at[step] as Record<string, unknown>;
    }, result);
    parent[last] = Object.fromEntries(columns.map(({ key }) => [key, cellData(cells.get(`${path}.${key}`))]));
  }
  const footnote = getIn(data, `${table.key}.footnote`);
  return footnote === undefined ? result : { ...result, footnote };
}

function cellData(cell: Cell | undefined): unknown {
  if (!cell || cell.state === 'unknown') return null;
  const value = cell.value ?? cell.text;
  return cell.note === undefined ? value : { value, note: cell.note };
}
