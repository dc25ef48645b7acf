import { strFromU8, unzipSync } from 'fflate';
import { readOds } from 'hucre';
import type { Adapter } from '../adapter.ts';
import { checkedPackage, encrypted, isZip } from './sheets/package.ts';
import { documentOf } from './sheets/workbook.ts';

const KIND = /^application\/vnd\.oasis\.opendocument\.spreadsheet/u;

/** Workbooks of LibreOffice and other programs for OpenDocument. */
export const ods: Adapter = {
  name: 'ods',
  endings: ['ods'],
  recognizes: ({ bytes }) => isZip(bytes) && KIND.test(small(bytes, 'mimetype')),
  read: async ({ bytes }) => {
    if (small(bytes, 'META-INF/manifest.xml').includes('encryption-data')) throw encrypted();
    return documentOf(await readOds(checkedPackage(bytes, /^mimetype$|\.xml$/), { readStyles: true }));
  },
};

const SMALL = 256 * 1024;

/** The text of a part that is small if it is what it should be; otherwise empty. */
function small(bytes: Uint8Array, part: string): string {
  try {
    const found = unzipSync(bytes, { filter: ({ name, originalSize }) => name === part && originalSize <= SMALL });
    return strFromU8(found[part] ?? new Uint8Array());
  } catch {
    return '';
  }
}
