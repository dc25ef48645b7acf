import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { Text } from '../../../diagnostics/text.ts';
import { Refusal } from '../../refusal.ts';

/** A report has some twenty parts and less than 1 MB of XML. */
const MOST_PARTS = 2000;
const MOST_BYTES = 32 * 1024 * 1024;

/** Whether the bytes are a zip file, judged by their start. */
export const isZip = (bytes: Uint8Array): boolean => strFromU8(bytes.subarray(0, 4), true) === 'PK\u0003\u0004';

/** The names of the parts of a zip file, without inflating any; empty if it is damaged. */
export function partNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (names.size < MOST_PARTS) names.add(name);
        return false;
      },
    });
  } catch {
    return new Set();
  }
  return names;
}

/**
 * The XML of an office document as a new zip file, without compression, pictures and programs. The declared sizes are added
 * up before anything is inflated, and no part is inflated beyond its declared size. Throws a `Refusal` for a file that is too
 * large or has document types, with which XML can name other files.
 */
export function checkedPackage(bytes: Uint8Array, keep: RegExp = /\.(xml|rels)$/): Uint8Array {
  return zipSync(checkedParts(bytes, keep), { level: 0 });
}

/** The same as its parts by name. */
export function checkedParts(bytes: Uint8Array, keep: RegExp): Record<string, Uint8Array> {
  let [count, total] = [0, 0];
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (++count > MOST_PARTS) throw TOO_LARGE;
      if (!keep.test(name) || name.startsWith('/') || name.split('/').includes('..')) return false;
      total += originalSize;
      if (total > MOST_BYTES) throw TOO_LARGE;
      return true;
    },
  });
  for (const [name, part] of Object.entries(parts)) {
    if (name !== 'mimetype' && hasDocumentType(part)) throw DOCUMENT_TYPE;
  }
  return parts;
}

/** A document type stands before the first element. In UTF-16 it is not seen, and the reader does not resolve it. */
const hasDocumentType = (part: Uint8Array): boolean =>
  /<!(DOCTYPE|ENTITY)/i.test(strFromU8(part.subarray(0, 4096), true));

const AS_XLSX: Text = {
  zh: '用 Excel 或 WPS 打开，只留报告的工作表，另存为 .xlsx',
  en: 'Open it in Excel or WPS, keep only the sheets of the report, and save it as .xlsx',
};

export const TOO_LARGE = new Refusal(
  'workbook-too-large',
  {
    zh: '这个表格文件展开以后太大，不像年报的表格',
    en: 'The spreadsheet is too large when unpacked to be the tables of a report',
  },
  AS_XLSX,
);

const DOCUMENT_TYPE = new Refusal(
  'document-type',
  {
    zh: '文件里有 DTD 声明，它可以引用别的文件；表格软件存的文件没有',
    en: 'The file has a document type, with which it can refer to other files; spreadsheet programs write none',
  },
  AS_XLSX,
);

/** The refusal of a workbook that needs a password. */
export const encrypted = (): Refusal =>
  new Refusal(
    'encrypted-workbook',
    { zh: '表格文件有打开密码，读不了', en: 'The spreadsheet has a password and cannot be read' },
    {
      zh: '用 Excel 或 WPS 打开，去掉打开密码，再保存',
      en: 'Open it in Excel or WPS, remove the password, and save it again',
    },
  );

/** The refusal of a workbook without text in its cells. */
export const emptyWorkbook = (): Refusal =>
  new Refusal(
    'empty-workbook',
    {
      zh: '表格文件里没有填了字的单元格（图片里的字读不了）',
      en: 'No cell of the spreadsheet has any text (text in pictures cannot be read)',
    },
    {
      zh: '检查选对了文件没有；表格是图片的，照着填一份',
      en: 'Check that this is the right file; if its tables are pictures, type the numbers',
    },
  );
