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

const WIDEST = 60;
const HEADER: CellStyle = { font: { bold: true }, alignment: { vertical: 'top' } };
const TEXT: CellStyle = { alignment: { vertical: 'top', wrapText: true } };

function sheetOf({ name, header, rows }: ResultTable): WriteSheet {
  const all = [header, ...rows];
  const columns = header.map((_, index) => ({
    width: Math.min(WIDEST, 2 + Math.max(...all.map((row) => displayWidth(String(row[index] ?? ''))))),
    style: TEXT,
  }));
  const cells = new Map(header.map((_, index) => [`0,${index}`, { style: HEADER }]));
  return {
    name,
    columns,
    rows: all.map((row) => [...row]),
    cells,
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
