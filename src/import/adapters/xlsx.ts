import { readXlsx } from 'hucre';
import type { Adapter, PublishedFile } from '../adapter.ts';
import { Refusal } from '../refusal.ts';
import { isOle, oleHas } from './sheets/ole.ts';
import { checkedPackage, encrypted, isZip, partNames } from './sheets/package.ts';
import { documentOf } from './sheets/workbook.ts';

const SPREADSHEET = /\.(xlsx|xlsm|xltx|et|ett)$/iu;

/** Workbooks of Excel 2007 and later, and of WPS. */
export const xlsx: Adapter = {
  name: 'xlsx',
  endings: ['xlsx', 'xlsm'],
  recognizes: (file) => (isZip(file.bytes) ? hasWorkbook(file) : isEncrypted(file)),
  read: async (file) => {
    if (isEncrypted(file)) throw encrypted();
    if (partNames(file.bytes).has('xl/workbook.bin')) throw BINARY;
    return documentOf(await readXlsx(checkedPackage(file.bytes), { readStyles: true }));
  },
};

function hasWorkbook({ bytes }: PublishedFile): boolean {
  const names = partNames(bytes);
  return names.has('xl/workbook.xml') || names.has('xl/workbook.bin');
}

/** An encrypted file says nothing of its kind; only its name does. */
const isEncrypted = ({ name, bytes }: PublishedFile): boolean =>
  isOle(bytes) && oleHas(bytes, 'EncryptedPackage') && SPREADSHEET.test(name);

const BINARY = new Refusal(
  'binary-workbook',
  { zh: '这是二进制工作簿（.xlsb），读不了', en: 'It is a binary workbook (.xlsb) and cannot be read' },
  { zh: '用 Excel 或 WPS 打开，另存为 .xlsx', en: 'Open it in Excel or WPS and save it as .xlsx' },
);
