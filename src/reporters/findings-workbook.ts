import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { displayWidth, wrap } from '../diagnostics/display-width.ts';
import { filesTable, findingsTable, type ResultTable } from './findings-table.ts';
import type { WorkbookReporter } from './reporter.ts';

/** A workbook to print and to send round, with two sheets: the findings, one row each, and the files with their counts. */
export const findingsWorkbook: WorkbookReporter = async (results, options) => {
  const titles = new Map(options.tool.rules.map(({ id, title }) => [id, title[options.language]]));
  const sheets = [forPeople(findingsTable(results, options), titles), filesTable(results, options)].map(sheetOf);
  return new Uint8Array(
    await writeXlsx({ sheets, properties: { creator: 'ogi-report', created: EPOCH, modified: EPOCH } }),
  );
};

/** A fixed date, so that the same findings give the same bytes. */
const EPOCH = new Date(0);

/** The findings with the titles of the rules instead of their ids, without columns that are empty throughout. */
function forPeople({ name, header, widest, rows }: ResultTable, titles: ReadonlyMap<string, string>): ResultTable {
  const rule = header.findIndex((one) => one === '规则' || one === 'Rule');
  const titled = rows.map((row) => row.map((cell, at) => (at === rule ? (titles.get(String(cell)) ?? cell) : cell)));
  const used = header.map((_, at) => rows.length === 0 || titled.some((row) => row[at] !== ''));
  const kept = <T>(row: readonly T[]) => row.filter((_, at) => used[at]);
  return { name, header: kept(header), widest: kept(widest), rows: titled.map(kept) };
}

/** Height of a line, in points. */
const LINE = 15;
const side = { style: 'thin', color: { rgb: 'A6A6A6' } } as const;
const BOX: CellStyle = {
  alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
  border: { top: side, bottom: side, left: side, right: side },
};
const HEADER: CellStyle = { ...BOX, font: { bold: true } };

/** How many lines a text is folded into. Programs also break file names, at their slashes, and so need more room for them. */
const linesOf = (text: string, width: number): number =>
  wrap(text, width)
    .map((line) => (displayWidth(line) <= width ? 1 : Math.ceil((1.4 * displayWidth(line)) / width)))
    .reduce((sum, one) => sum + one, 0);

function sheetOf({ name, header, widest, rows }: ResultTable): WriteSheet {
  const all = [header, ...rows];
  const width = (cell: string | number | undefined) => 2 + displayWidth(String(cell ?? ''));
  const widths = widest.map((most, index) => Math.min(most, Math.max(...all.map((row) => width(row[index])))));
  const lines = (row: ResultTable['rows'][number]) =>
    Math.max(...row.map((cell, index) => linesOf(String(cell), (widths[index] as number) - 2)));
  return {
    name,
    columns: widths.map((one) => ({ width: one })),
    rows: all.map((row) => [...row]),
    cells: new Map(
      all.flatMap((row, at) => row.map((_, index) => [`${at},${index}`, { style: at === 0 ? HEADER : BOX }] as const)),
    ),
    // Not every program makes rows with folded text higher by itself.
    rowDefs: new Map(all.map((row, index) => [index, { height: LINE * lines(row) + 3 }])),
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.5, bottom: 0.5, left: 0.4, right: 0.4, header: 0.2, footer: 0.2 },
      printTitlesRow: '$1:$1',
    },
    autoFilter: { range: `A1:${String.fromCharCode(64 + header.length)}${all.length}` },
  };
}
