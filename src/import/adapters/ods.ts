import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readOds } from 'hucre';
import type { Adapter } from '../adapter.ts';
import { encrypted } from './container/refusals.ts';
import { isZip } from './container/zip.ts';
import { checkedParts, readBy } from './sheets/package.ts';
import { documentOf } from './sheets/workbook.ts';

const KIND = /^application\/vnd\.oasis\.opendocument\.spreadsheet/u;

/** Workbooks of LibreOffice and other programs for OpenDocument. */
export const ods: Adapter = {
  name: 'ods',
  endings: ['ods'],
  recognizes: ({ bytes }) => isZip(bytes) && KIND.test(small(bytes, 'mimetype')),
  read: async ({ bytes }) => {
    if (small(bytes, 'META-INF/manifest.xml').includes('encryption-data')) throw encrypted();
    const parts = checkedParts(bytes, /^mimetype$|\.xml$/);
    const content = strFromU8(parts['content.xml'] ?? new Uint8Array());
    const plain = { ...parts, 'content.xml': strToU8(withoutGroups(content)) };
    const workbook = await readBy(readOds(zipSync(plain, { level: 0 }), { readStyles: true }));
    const hidden = hiddenSheets(content);
    const sheets = workbook.sheets.map((sheet, at) => (hidden[at] ? { ...sheet, hidden: true } : sheet));
    return documentOf({ ...workbook, sheets });
  },
};

// The patterns end a tag at the next `<`, too: without it, a file of many unfinished tags would take the square of its length.

/** The library reads only rows that are in no group: those of a header that is printed on every page would be lost. */
const withoutGroups = (content: string): string =>
  content.replace(/<\/?table:table-(?:header-rows|row-group|rows)(?:\s[^<>]*)?>/gu, '');

/** For each sheet, whether its style hides it. */
function hiddenSheets(content: string): boolean[] {
  const styles = content.matchAll(/<style:style(\s[^<>]*)>\s*<style:table-properties\s([^<>]*)/gu);
  const hiding = new Set(
    [...styles].flatMap(([, attributes = '', properties = '']) =>
      /table:display="false"/u.test(properties) ? (/\sstyle:name="([^"]*)"/u.exec(attributes)?.[1] ?? []) : [],
    ),
  );
  return [...content.matchAll(/<table:table\s([^<>]*)>/gu)].map(([, attributes = '']) => {
    const style = /table:style-name="([^"]*)"/u.exec(attributes)?.[1];
    return style !== undefined && hiding.has(style);
  });
}

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
