import { readXls } from 'hucre';
import type { Adapter } from '../adapter.ts';
import { CompoundFile, streamNames } from './container/compound-file.ts';
import { encrypted, otherFormat } from './container/refusals.ts';
import { readBy } from './sheets/package.ts';
import { isWorkbookStream, workbookRecords } from './sheets/records.ts';
import { documentOf } from './sheets/workbook.ts';

/** The names of the stream with the workbook; the second is that of older versions. */
const STREAMS = ['Workbook', 'Book'];
/** The record that says that the rest is encrypted. */
const FILE_PASS = 0x2f;
/** The record of a sheet: its place, whether it is hidden, its name. */
const BOUND_SHEET = 0x85;

/** Workbooks of Excel 97 to 2003, and of WPS in the same form (.et). */
export const xls: Adapter = {
  name: 'xls',
  endings: ['xls', 'et'],
  recognizes: ({ bytes }) => streamNames(bytes).some((name) => STREAMS.includes(name)),
  read: async ({ bytes }) => {
    const file = new CompoundFile(bytes);
    const stream = STREAMS.map((name) => file.stream(name)).find((one) => one !== undefined);
    if (!stream || !isWorkbookStream(stream))
      throw otherFormat('Excel 95 或者更早的工作簿', 'a workbook of Excel 95 or older', 'old-workbook');
    const records = workbookRecords(stream);
    if (records.some(({ kind }) => kind === FILE_PASS)) throw encrypted();
    const workbook = await readBy(readXls(bytes));
    // The library does not tell which sheets are hidden.
    const hidden = records.filter(({ kind }) => kind === BOUND_SHEET).map(({ data }) => ((data[4] ?? 0) & 3) !== 0);
    return documentOf({
      sheets: workbook.sheets.map((sheet, at) => (hidden[at] ? { ...sheet, hidden: true } : sheet)),
    });
  },
};
