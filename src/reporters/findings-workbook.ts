import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { displayWidth } from '../diagnostics/display-width.ts';
import { filesTable, findingsTable, type ResultTable } from './findings-table.ts';
import type { WorkbookReporter } from './reporter.ts';

/** A workbook with two sheets: the findings, one row each, and the files with their counts. */
export const findingsWorkbook: WorkbookReporter = async (results, options) => {
  const sheets = [findingsTable(results, options), filesTable(results, options)].map(sheetOf);
  return new Uint8Array(
    await writeXlsx({ sheets, properties: { creator: 'ogi-report', created: EPOCH, modified: EPOCH } }),
  );
};

/** A fixed date, so that the same findings give the same bytes. */
const EPOCH = new Date(0);

/** Width of the widest column, in digits. Longer texts are folded. */
const WIDEST = 32;
/** Height of a line, in points. */
const LINE = 15;
const HEADER: CellStyle = { font: { bold: true }, alignment: { vertical: 'top' } };
const TEXT: CellStyle = { alignment: { vertical: 'top', wrapText: true } };

function sheetOf({ name, header, rows }: ResultTable): WriteSheet {
  const all = [header, ...rows];
  const width = (cell: string | number | undefined) => 2 + displayWidth(String(cell ?? ''));
  const widths = header.map((_, index) => Math.min(WIDEST, Math.max(...all.map((row) => width(row[index])))));
  const lines = (row: ResultTable['rows'][number]) =>
    Math.max(...row.map((cell, index) => Math.ceil(width(cell) / (widths[index] ?? WIDEST))));
  return {
    name,
    columns: widths.map((one) => ({ width: one, style: TEXT })),
    rows: all.map((row) => [...row]),
    cells: new Map(header.map((_, index) => [`0,${index}`, { style: HEADER }])),
    // Not every program makes rows with folded text higher by itself.
    rowDefs: new Map(all.map((row, index) => [index, { height: LINE * lines(row) }])),
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    autoFilter: { range: `A1:${String.fromCharCode(64 + header.length)}${all.length}` },
  };
}
