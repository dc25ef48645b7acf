import { readXlsx } from 'hucre';
import type { Adapter, PublishedFile } from '../adapter.ts';
import { Refusal } from '../refusal.ts';
import { streamNames } from './container/compound-file.ts';
import { encrypted } from './container/refusals.ts';
import { entryNames, isZip } from './container/zip.ts';
import { checkedPackage, readBy } from './sheets/package.ts';
import { documentOf } from './sheets/workbook.ts';

const SPREADSHEET = /\.(xlsx|xlsm|xltx|et|ett)$/iu;

/** Workbooks of Excel 2007 and later, and of WPS. */
export const xlsx: Adapter = {
  name: 'xlsx',
  endings: ['xlsx', 'xlsm'],
  recognizes: (file) => (isZip(file.bytes) ? hasWorkbook(file) : isEncrypted(file)),
  read: async (file) => {
    if (isEncrypted(file)) throw encrypted();
    if (entryNames(file.bytes).includes('xl/workbook.bin')) throw BINARY;
    return documentOf(await readBy(readXlsx(checkedPackage(file.bytes), { readStyles: true })));
  },
};

function hasWorkbook({ bytes }: PublishedFile): boolean {
  const names = entryNames(bytes);
  return names.includes('xl/workbook.xml') || names.includes('xl/workbook.bin');
}

/** An encrypted file says nothing of its kind; only its name does. */
const isEncrypted = ({ name, bytes }: PublishedFile): boolean =>
  SPREADSHEET.test(name) && streamNames(bytes).includes('EncryptedPackage');

const BINARY = new Refusal(
  'binary-workbook',
  { zh: '这是二进制工作簿（.xlsb），读不了', en: 'It is a binary workbook (.xlsb) and cannot be read' },
  { zh: '用 Excel 或 WPS 打开，另存为 .xlsx', en: 'Open it in Excel or WPS and save it as .xlsx' },
);
