import type { PublishedFile } from '../adapter.ts';
import { Refusal } from '../refusal.ts';
import { archive } from './container/refusals.ts';
import { startsWith } from './container/zip.ts';

/** Why a file that is no published report at all is refused, by its first bytes; undefined if they do not tell. */
export function otherFileReason({ bytes }: PublishedFile): Refusal | undefined {
  if (bytes.length === 0) return EMPTY;
  const picture = PICTURES.find(([, start]) => startsWith(bytes, start));
  if (picture) return pictureOf(picture[0]);
  const text = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return pictureOf('WebP');
  if (ARCHIVES.some((start) => text.startsWith(start)) || text.startsWith('ustar', 257)) return archive();
  return isReportFile(text) ? REPORT_FILE : undefined;
}

/** Bytes to look at. */
const HEAD = 65_536;

const PICTURES: readonly (readonly [name: string, start: readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF', [0x49, 0x49, 0x2a, 0]],
  ['TIFF', [0x4d, 0x4d, 0, 0x2a]],
  ['BMP', [0x42, 0x4d]],
];

/** RAR, 7z, gzip, bzip2, xz. */
const ARCHIVES = ['Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ'];

/** The YAML of a report: no other file has these keys at the start of lines. */
const isReportFile = (text: string): boolean =>
  !/^\s*[<{]/u.test(text) &&
  /^agency:/mu.test(text) &&
  /^(?:year|active_disclosure|applications|reconsideration_and_litigation):/mu.test(text);

const EMPTY = new Refusal(
  'empty-file',
  { zh: '这是空文件，0 字节', en: 'It is an empty file of 0 bytes' },
  { zh: '重新下载或者复制一份', en: 'Download or copy it again' },
);

const pictureOf = (name: string): Refusal =>
  new Refusal(
    'picture',
    { zh: `这是 ${name} 图片，图片里的数读不了`, en: `It is a ${name} picture; numbers in pictures cannot be read` },
    { zh: '找 Word 原件，或者有文字的 PDF', en: 'Look for the Word file, or a PDF with text' },
  );

const REPORT_FILE = new Refusal(
  'report-file',
  { zh: '这已经是报告文件（YAML），不用读入', en: 'It already is a report file (YAML); there is nothing to import' },
  {
    zh: '核对用 report validate，照它写下一年的用 report init --from',
    en: 'Check it with report validate; start the next year from it with report init --from',
  },
);
