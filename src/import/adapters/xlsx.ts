import { readXlsx } from 'hucre';
import type { Adapter, PublishedFile } from '../adapter.ts';
import { streamNames } from './container/compound-file.ts';
import { encrypted, otherFormat } from './container/refusals.ts';
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
    if (entryNames(file.bytes).includes('xl/workbook.bin'))
      throw otherFormat('二进制工作簿（.xlsb）', 'a binary workbook (.xlsb)', 'binary-workbook');
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
