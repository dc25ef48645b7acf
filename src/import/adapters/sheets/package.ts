import { strFromU8, zipSync } from 'fflate';
import { Refusal } from '../../refusal.ts';
import { damaged, unsafeXml } from '../container/refusals.ts';
import { unpack } from '../container/zip.ts';

/**
 * The XML of a workbook as a new zip file, without compression, pictures and programs, for a library that inflates whatever
 * it is given. Throws a `Refusal` for a file that is damaged, too large or has document types, with which XML can name other
 * files.
 */
export const checkedPackage = (bytes: Uint8Array, keep: RegExp = /\.(xml|rels)$/): Uint8Array =>
  zipSync(checkedParts(bytes, keep), { level: 0 });

/** The same as its parts by name. */
export function checkedParts(bytes: Uint8Array, keep: RegExp): Record<string, Uint8Array> {
  const parts = unpack(bytes, (name) => keep.test(name) && !name.startsWith('/') && !name.split('/').includes('..'));
  for (const [name, part] of parts) if (name !== 'mimetype' && hasDocumentType(part)) throw unsafeXml();
  return Object.fromEntries(parts);
}

/** A document type stands before the first element. In UTF-16 it is not seen, and the reader does not resolve it. */
const hasDocumentType = (part: Uint8Array): boolean =>
  /<!(DOCTYPE|ENTITY)/i.test(strFromU8(part.subarray(0, 4096), true));

/** What a library reads from a workbook. Throws a `Refusal` whatever it throws for a damaged one. */
export const readBy = <T>(reading: Promise<T>): Promise<T> =>
  reading.catch((error: unknown) => {
    throw error instanceof Refusal ? error : damaged();
  });

/** The refusal of a workbook without text in its cells. */
export const emptyWorkbook = (): Refusal =>
  new Refusal(
    'empty',
    {
      zh: '表格文件里没有填了字的单元格（图片里的字读不了）',
      en: 'No cell of the spreadsheet has any text (text in pictures cannot be read)',
    },
    {
      zh: '检查选对了文件没有；表格是图片的，照着填一份',
      en: 'Check that this is the right file; if its tables are pictures, type the numbers',
    },
  );
