import { readXls } from 'hucre';
import type { Adapter } from '../adapter.ts';
import { Refusal } from '../refusal.ts';
import { isOle, oleHas, recordsFrom, workbookStart } from './sheets/ole.ts';
import { encrypted, TOO_LARGE } from './sheets/package.ts';
import { documentOf } from './sheets/workbook.ts';

const MOST_BYTES = 64 * 1024 * 1024;
/** The record that says that the rest is encrypted. */
const FILE_PASS = 0x2f;
/** The record of a sheet: its place, whether it is hidden, its name. */
const BOUND_SHEET = 0x85;

/** Workbooks of Excel 97 to 2003, and of WPS in the same form (.et). */
export const xls: Adapter = {
  name: 'xls',
  endings: ['xls', 'et'],
  recognizes: ({ bytes }) => isOle(bytes) && (oleHas(bytes, 'Workbook') || oleHas(bytes, 'Book')),
  read: async ({ bytes }) => {
    if (bytes.length > MOST_BYTES) throw TOO_LARGE;
    const start = workbookStart(bytes);
    if (start < 0) throw TOO_OLD;
    if (needsPassword(bytes, start)) throw encrypted();
    const workbook = await readXls(bytes);
    const hidden = hiddenSheets(bytes, start);
    return documentOf({
      sheets: workbook.sheets.map((sheet, at) => (hidden[at] ? { ...sheet, hidden: true } : sheet)),
    });
  },
};

const needsPassword = (bytes: Uint8Array, start: number): boolean =>
  [...recordsFrom(bytes, start)].slice(0, 8).some(({ kind }) => kind === FILE_PASS);

/** For each sheet, whether it is hidden; the library does not tell. */
const hiddenSheets = (bytes: Uint8Array, start: number): boolean[] =>
  [...recordsFrom(bytes, start)]
    .filter(({ kind }) => kind === BOUND_SHEET)
    .map(({ data }) => ((data[4] ?? 0) & 3) !== 0);

const TOO_OLD = new Refusal(
  'old-workbook',
  {
    zh: '是表格文件，但不是 Excel 97 以后的格式，读不了',
    en: 'It is a workbook, but not of Excel 97 or later, and cannot be read',
  },
  { zh: '用 Excel 或 WPS 打开，另存为 .xlsx', en: 'Open it in Excel or WPS and save it as .xlsx' },
);
