// Layouts of workbooks and CSV files.
import { writeCsv } from 'hucre/csv';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { gb18030 } from './gb18030.ts';
import { below, type Grid, heightOf, mergesLost, rowsOf, turned, unmerged, widthOf } from './grid.ts';
import { blankZero, only } from './html.ts';
import { bytesOf } from './html-markup.ts';
import type { Layout } from './layout.ts';
import { type Block, type PageOptions, pageOf } from './page.ts';
import { type MadeReport, makeReport } from './report.ts';

type Value = string | number | null;
interface Sheet {
  readonly name: string;
  readonly rows: Value[][];
  readonly hidden?: boolean;
  readonly cells?: Map<string, { formula: string; formulaResult: number; value: null }>;
  readonly merges: { startRow: number; startCol: number; endRow: number; endCol: number }[];
}

function sheetOf(name: string, grid: Grid, asNumbers: boolean): Sheet {
  const rows: Value[][] = Array.from({ length: heightOf(grid) }, () => Array(widthOf(grid)).fill(null));
  for (const { row, column, text, path } of grid) {
    const line = rows[row];
    if (line) line[column] = asNumbers && path && /^-?[\d.]+$/.test(text) ? Number(text) : text;
  }
  const merges = grid
    .filter((cell) => cell.rows * cell.columns > 1)
    .map((cell) => ({
      startRow: cell.row,
      startCol: cell.column,
      endRow: cell.row + cell.rows - 1,
      endCol: cell.column + cell.columns - 1,
    }));
  return { name, rows, merges };
}

/** A text as a row over the whole width of a sheet. */
const textRow = (text: string): Grid => [{ row: 0, column: 0, rows: 1, columns: 15, text }];

/** A sheet for the prose and one for each table, with its title. */
function sheetsApart(report: MadeReport, page: PageOptions, asNumbers: boolean): Sheet[] {
  const blocks = pageOf(report, page);
  const prose = below(blocks.filter(isText).map(({ text }) => textRow(text)));
  const grids = blocks.flatMap((block, index) => {
    if (block.kind !== 'grid') return [];
    const title = blocks.slice(0, index).findLast(isText)?.text ?? '';
    return [sheetOf(`表${index}`, below([textRow(title), block.grid]), asNumbers)];
  });
  return [sheetOf('说明', prose, false), ...grids];
}

/** Everything below each other in one sheet, an empty row around each table. */
const oneSheet = (report: MadeReport, page: PageOptions, asNumbers: boolean): Sheet[] => {
  const rows = pageOf(report, page).map((block) =>
    isText(block) ? textRow(block.text) : below([textRow(''), block.grid, textRow('')]),
  );
  return [sheetOf('Sheet1', below(rows), asNumbers)];
};

const isText = (block: Block): block is Extract<Block, { text: string }> => block.kind !== 'grid';

const sheets = (
  name: string,
  format: 'xlsx' | 'ods',
  tries: string,
  make: (report: MadeReport, page: PageOptions) => Sheet[],
  page: PageOptions = {},
  edition: Layout['edition'] = '2021',
): Layout => ({
  name,
  format,
  edition,
  tries,
  page,
  make: (report, options) => (format === 'xlsx' ? writeXlsx : writeOds)({ sheets: make(report, options) }),
});

const csv = (
  name: string,
  tries: string,
  page: PageOptions,
  encode: (text: string) => Uint8Array,
  delimiter = ',',
): Layout => ({
  name,
  format: 'csv',
  edition: '2021',
  tries,
  page,
  make: (report, options) => {
    const rows = pageOf(report, options).flatMap((block) =>
      isText(block) ? [[block.text]] : rowsOf(mergesLost(block.grid)).map((cells) => cells.map(({ text }) => text)),
    );
    return encode(writeCsv(rows, { delimiter }));
  },
});

/** The same with last year's tables in a sheet that is hidden. */
const withHiddenYear = (report: MadeReport, page: PageOptions): Sheet[] => {
  const last = makeReport(report.year + 311, '2021');
  const hidden = oneSheet(last, {}, true).map((sheet) => ({ ...sheet, name: '上年', hidden: true }));
  return [...hidden, ...oneSheet(report, page, true)];
};

/** Totals as formulas with the number that they had when the file was saved. */
const withFormulas = (report: MadeReport, page: PageOptions): Sheet[] =>
  sheetsApart(report, page, true).map((sheet) => {
    const cells = new Map<string, { formula: string; formulaResult: number; value: null }>();
    sheet.rows.forEach((row, index) => {
      const total = row[9];
      if (row.length !== 15 || typeof total !== 'number') return;
      cells.set(`${index},9`, { formula: `SUM(D${index + 1}:I${index + 1})`, formulaResult: total, value: null });
    });
    return { ...sheet, cells };
  });

export const SHEET_LAYOUTS: readonly Layout[] = [
  sheets('sheets-apart', 'xlsx', 'one sheet a table, merged labels, numbers as numbers', (report, page) =>
    sheetsApart(report, page, true),
  ),
  sheets('sheets-as-text', 'xlsx', 'numbers as text, zeros blank', (report, page) => sheetsApart(report, page, false), {
    print: blankZero,
  }),
  sheets('sheet-one', 'xlsx', 'everything in one sheet', (report, page) => oneSheet(report, page, true)),
  sheets('sheet-merges-lost', 'xlsx', 'no merged cells', (report, page) => oneSheet(report, page, true), {
    table: (grid) => [mergesLost(grid)],
  }),
  sheets(
    'sheet-turned',
    'xlsx',
    'table four turned, labels repeated',
    (report, page) => sheetsApart(report, page, true),
    {
      table: (grid, table, print) =>
        only('reconsideration_and_litigation', (four) => [turned(four)])(unmerged(grid), table, print),
    },
  ),
  sheets('sheet-old-form', 'xlsx', 'the form of 2019', (report, page) => sheetsApart(report, page, true), {}, '2019'),
  sheets('sheet-hidden-year', 'xlsx', "last year's tables in a hidden sheet before", withHiddenYear),
  sheets('sheet-formulas', 'xlsx', 'totals as formulas with saved numbers', withFormulas),
  sheets('ods', 'ods', 'one sheet a table', (report, page) => sheetsApart(report, page, true)),
  sheets('ods-one', 'ods', 'everything in one sheet', (report, page) => oneSheet(report, page, false)),
  csv('csv', 'UTF-8 with a byte order mark', {}, (text) => bytesOf(`\ufeff${text}`)),
  csv('csv-gbk', 'GBK, zeros blank', { print: blankZero }, gb18030),
  csv('csv-tabs', 'separated by tabs, labels repeated', { table: (grid) => [unmerged(grid)] }, bytesOf, '\t'),
];
