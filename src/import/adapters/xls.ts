import { readXls } from 'hucre';
import type { Adapter } from '../adapter.ts';
import { Refusal } from '../refusal.ts';
import { isOle, oleHas, workbookStart } from './sheets/ole.ts';
import { encrypted, TOO_LARGE } from './sheets/package.ts';
import { documentOf } from './sheets/workbook.ts';

const MOST_BYTES = 64 * 1024 * 1024;
/** The record that says that the rest is encrypted. */
const FILE_PASS = 0x2f;

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
    return documentOf(await readXls(bytes));
  },
};

/** The records at the start of the workbook: a kind and a length of two bytes each, and the content. */
function needsPassword(bytes: Uint8Array, start: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  for (let count = 0; count < 8 && at + 4 <= bytes.length; count++) {
    if (view.getUint16(at, true) === FILE_PASS) return true;
    at += 4 + view.getUint16(at + 2, true);
  }
  return false;
}

const TOO_OLD = new Refusal(
  'old-workbook',
  {
    zh: '是表格文件，但不是 Excel 97 以后的格式，读不了',
    en: 'It is a workbook, but not of Excel 97 or later, and cannot be read',
  },
  { zh: '用 Excel 或 WPS 打开，另存为 .xlsx', en: 'Open it in Excel or WPS and save it as .xlsx' },
);
