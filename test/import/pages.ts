import { readReport } from '../../src/report/report.ts';
import { cellText, type Grid } from '../../src/view/grid.ts';
import { pageView } from '../../src/view/page.ts';
import { nothingHappened, put, type Value } from '../reports.ts';

const TABLES = ['active_disclosure', 'applications', 'reconsideration_and_litigation'];

/** A web page as others make it: the report of an invented office, in which these rows or cells are not 0. */
export function foreignPage(
  rows: Readonly<Record<string, Value>> = {},
  { year = 2023, name = '清溪县教育局' }: { readonly year?: number; readonly name?: string } = {},
): string {
  const data = nothingHappened(year);
  data.agency = { name, level: 'county', kind: 'department' };
  for (const table of TABLES) if (Object.keys(rows).some((path) => path.startsWith(table))) data[table] = {};
  const all = readReport(nothingHappened(year)).cells;
  for (const path of all.keys()) if (data[path.split('.')[0] ?? ''] !== 0) put(data, path, 0);
  for (const [path, value] of Object.entries(rows)) put(data, path, value);
  const view = pageView(readReport(data));
  const sections = view.sections.map(
    ({ title, html, table }) => `<h2>${title}</h2>\n${table ? tableOf(table.grid) : ''}${html}`,
  );
  return `<!doctype html>
<html><head><meta charset="utf-8"><title>${view.title}</title></head>
<body><h1>${view.title}</h1>
${sections.join('\n')}
</body></html>`;
}

function tableOf({ head, bodies }: Grid): string {
  const rows = [...head, ...bodies.flatMap((body) => body.rows)].map(({ cells }) => {
    const inside = cells.map(
      (cell) => `<td rowspan="${cell.rowspan ?? 1}" colspan="${cell.colspan ?? 1}">${cellText(cell)}</td>`,
    );
    return `<tr>${inside.join('')}</tr>`;
  });
  return `<table>${rows.join('\n')}</table>\n`;
}
