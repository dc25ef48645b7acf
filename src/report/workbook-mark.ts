/**
 * What a workbook for colleagues says of the report it was made from, on a hidden sheet: so that only the numbers that were
 * changed in it go back, and only into this report.
 */
export interface WorkbookMark {
  readonly agency: string;
  readonly year: string;
  /** The hash of the report file, `sha256:…`. */
  readonly fingerprint: string;
  /** The numbers that it was made with, by the dotted path of the cell; empty if unknown. */
  readonly numbers: ReadonlyMap<string, string>;
  /** The names of its sheets with tables. */
  readonly sheets: readonly string[];
}

/** The name of the hidden sheet. */
export const MARK_SHEET = '对照（勿改）';

const FIRST = 'ogi-report workbook 1';

/** The rows of the hidden sheet. */
export const markRows = (mark: WorkbookMark): string[][] => [
  [FIRST],
  ['agency', mark.agency],
  ['year', mark.year],
  ['fingerprint', mark.fingerprint],
  ...mark.sheets.map((name) => ['sheet', name]),
  ...[...mark.numbers].map(([path, text]) => ['number', path, text]),
];

/** Reads the rows of the hidden sheet back; undefined for the rows of another sheet. */
export function readMark(rows: readonly (readonly unknown[])[]): WorkbookMark | undefined {
  if (String(rows[0]?.[0] ?? '') !== FIRST) return undefined;
  const all = rows.map((row) => row.map((value) => String(value ?? '')));
  const one = (name: string) => all.find(([key]) => key === name)?.[1] ?? '';
  const numbers = all.filter(([key]) => key === 'number').map(([, path = '', text = '']) => [path, text] as const);
  return {
    agency: one('agency'),
    year: one('year'),
    fingerprint: one('fingerprint'),
    numbers: new Map(numbers),
    sheets: all.filter(([key]) => key === 'sheet').map(([, name = '']) => name),
  };
}
