import { writeCsv } from 'hucre/csv';
import { findingsTable } from './findings-table.ts';
import type { Reporter } from './reporter.ts';

/** CSV in UTF-8 with a byte order mark, without which Excel and WPS read Chinese as another encoding; one row for each finding. */
export const csv: Reporter = (results, options) => {
  const { header, rows } = findingsTable(results, options);
  return writeCsv(
    [header, ...rows].map((row) => row.map(harmlessCell)),
    { bom: true },
  );
};

/** Spreadsheets calculate a text that begins with one of these characters, also after white space and in full width. */
const FORMULA = /^\s*[=+\-@＝＋－＠|%]/u;

const harmlessCell = (value: string | number): string | number =>
  typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;
