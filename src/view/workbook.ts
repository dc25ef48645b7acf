import type { ValueKind } from '../form/types.ts';
import type { Report } from '../report/report.ts';
import { sumOf } from '../report/totals.ts';
import { MARK_SHEET, markRows, type WorkbookMark } from '../report/workbook-mark.ts';
import { chineseNumeral } from '../writing/numerals.ts';

export { MARK_SHEET };

/** What a workbook has besides the tables of the page. */
export interface WorkbookView {
  /** The names of its sheets, by the key of the table. */
  readonly sheets: Readonly<Record<string, string>>;
  /** The kinds of the numbers, by path. */
  readonly kinds: Readonly<Record<string, ValueKind>>;
  /** The totals that agree with their parts: they are written as sums. */
  readonly sums: readonly { readonly path: string; readonly parts: readonly string[] }[];
  /** Every identity of the form in each of its rows or columns. */
  readonly checks: readonly WorkbookCheck[];
  readonly agency: string;
  readonly year: string;
  /** The rows of the hidden sheet. */
  readonly mark: readonly (readonly string[])[];
}

/** Two sums of cells that must be equal. */
export interface WorkbookCheck {
  /** 一＋二＝三（七）＋四 */
  readonly name: string;
  readonly identity: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** The content of a workbook. `fingerprint` is the hash of the report file. */
export function workbookView(report: Report, fingerprint: string): WorkbookView {
  const { form, cells, equations } = report;
  const agency = report.agencyName;
  const year = String(report.year ?? '');
  const sheets = Object.fromEntries(form.tables.map(({ key, section }) => [key, `表${chineseNumeral(section)}`]));
  const tables = new Set(form.tables.map(({ key }) => key));
  const own = [...cells.values()].filter(({ path }) => tables.has(path.slice(0, path.indexOf('.'))));
  const mark: WorkbookMark = {
    agency,
    year,
    fingerprint,
    numbers: new Map(own.map(({ path, text }) => [path, text])),
    sheets: Object.values(sheets),
  };
  return {
    sheets,
    kinds: Object.fromEntries(own.map(({ path, kind }) => [path, kind])),
    sums: sumsOf(report),
    checks: equations.map(({ identity, left, right }) => ({
      name: identity.formula.zh.replace(/\s/gu, '').replace(/（[^（）]*(?:列|行|各自)）$/u, ''),
      identity: identity.id,
      left,
      right,
    })),
    agency,
    year,
    mark: markRows(mark),
  };
}

/** A total that was written and differs from its parts stays a number, so that the difference is seen. */
function sumsOf({ cells, equations }: Report): WorkbookView['sums'] {
  const sums = new Map<string, readonly string[]>();
  for (const { identity, left, right } of equations) {
    const [path = ''] = left;
    const total = cells.get(path);
    if (!identity.definesLeft || !total || sums.has(path)) continue;
    if (total.value === sumOf(cells, right)) sums.set(path, right);
  }
  return [...sums].map(([path, parts]) => ({ path, parts }));
}
