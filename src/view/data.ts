import { TABLE_TEXTS } from '../form/table-texts.ts';
import type { FormDef } from '../form/types.ts';
import { tableRows } from '../form/walk.ts';
import { findBindings } from '../prose/bindings.ts';
import { proseFields } from '../prose/fields.ts';
import { withNumbers } from '../prose/section-text.ts';
import { type Data, getIn, isData } from '../report/access.ts';
import type { Cell } from '../report/cell.ts';
import { isChart, withLastYear } from '../report/charts.ts';
import { isChange } from '../report/expression.ts';
import type { Report } from '../report/report.ts';

/**
 * A report with every number written out, including zeros, totals and the edition of the form, for programs that read a
 * published report. As JSON it is a valid report file. Money is text, to stay exact, and so is `+2`; unknown cells are null.
 */
export function reportData(report: Report): string {
  const { form } = report;
  const own = withChangesPrinted(report);
  const tables = form.tables.map((table) => [table.key, tableData({ ...report, data: own }, table)] as const);
  return JSON.stringify({ ...own, form: form.id, ...Object.fromEntries(tables) }, undefined, 2);
}

/** `{{change …}}` and charts need last year's report, which is not included: they are replaced by the printed text and by last year's numbers. */
function withChangesPrinted(report: Report): Data {
  const data = isData(report.data) ? report.data : {};
  const texts = proseFields(report).flatMap(({ path, text }) => {
    const printed = withChartNumbers(report, withNumbers(report, text, isChange));
    return printed === text ? [] : [[path.join('.'), printed] as const];
  });
  return texts.length === 0 ? data : (withTexts(data, new Map(texts), '') as Data);
}

const withChartNumbers = (report: Report, text: string): string =>
  findBindings(text).reduce((all, { written, expression = '' }) => {
    const own = isChart(expression) ? withLastYear(report, expression) : expression;
    return own === expression ? all : all.replace(written, () => `{{${own}}}`);
  }, text);

function withTexts(value: unknown, texts: ReadonlyMap<string, string>, path: string): unknown {
  if (typeof value === 'string') return texts.get(path) ?? value;
  const below = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(value)) return value.map((one, index) => withTexts(one, texts, below(String(index))));
  if (!isData(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTexts(one, texts, below(key))]));
}

function tableData(report: Report, table: FormDef['tables'][number]): Data {
  const texts = TABLE_TEXTS.flatMap(({ key }) => {
    const text = getIn(report.data, `${table.key}.${key}`);
    return text === undefined ? [] : [[key, text] as const];
  });
  return { ...tableNumbers(report, table), ...Object.fromEntries(texts) };
}

/** All numbers of a table by the keys of its rows and columns. */
export function tableNumbers({ cells }: Report, table: FormDef['tables'][number]): Data {
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
  return result;
}

function cellData(cell: Cell | undefined): unknown {
  if (!cell || cell.state === 'unknown') return null;
  // JSON has no plus sign before a number.
  const value = cell.text.startsWith('+') ? cell.text : (cell.value ?? cell.text);
  return cell.note === undefined ? value : { value, note: cell.note };
}
