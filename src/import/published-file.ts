import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { readWholeFile } from '../disk/read-file.ts';
import type { PublishedFile } from './adapter.ts';

/** Bytes. No annual report is larger. */
export const LARGEST_PUBLISHED = 64 * 1024 * 1024;

/** Reads a published file from disk. Throws a UserError if it cannot be opened or is too large. */
export function openPublished(path: string, name: string): PublishedFile {
  const bytes = readWholeFile(path, name, LARGEST_PUBLISHED, { hint: WHICH_FILE });
  if (typeof bytes === 'number') throw tooLargeToImport(name);
  return { name, bytes, path };
}

export const tooLargeToImport = (name: string): UserError =>
  new UserError(
    { zh: `${name} 超过 64 MB，不读`, en: `${name} is larger than 64 MB and is not read` },
    { zh: '给出一份年度报告的文件', en: 'Give the file of one annual report' },
  );

const WHICH_FILE: Text = {
  zh: '给出网页、Word、WPS、PDF 或者表格文件',
  en: 'Give a web page, Word, WPS, PDF or spreadsheet file',
};
