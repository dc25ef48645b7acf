import { isUtf8 } from 'node:buffer';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { fixedRule, type RuleInfo } from '../diagnostics/rule.ts';
import { say, type Text } from '../diagnostics/text.ts';

/** The limit for a report file: 5 MB. The largest published report has a hundredth of that. */
export const LARGEST_FILE = 5 * 1024 * 1024;

const fileBinary = fixedRule({
  id: 'file-binary',
  title: say('报告是文本文件', 'A report is a text file'),
  why: say(
    '报告写在 YAML 里；已公布的 Word、PDF 和表格文件要有它的后缀。',
    'A report is written in YAML. Published Word, PDF and spreadsheet files need the ending of their kind.',
  ),
  example: { good: 'year: 2023', bad: '%PDF-1.7' },
});

const fileEncoding = fixedRule({
  id: 'file-encoding',
  title: say('文件是 UTF-8 编码', 'The file is encoded in UTF-8'),
  why: say('别的编码会把字读错。', 'With any other encoding, characters are read wrongly.'),
  example: { good: '# 教育局', bad: '# 用 GBK 编码保存的文件' },
});

const fileEmpty = fixedRule({
  id: 'file-empty',
  title: say('文件里有内容', 'The file is not empty'),
  why: say('空文件多半是保存时出了错。', 'If a file is empty, saving it probably failed.'),
  example: { good: 'year: 2023', bad: '' },
});

const fileTooLarge = fixedRule({
  id: 'file-too-large',
  title: say('文件不超过 5 MB', 'The file has at most 5 MB'),
  why: say(
    '一份报告只有几十 KB，更大的多半选错了文件。',
    'A report has only a few dozen KB; a larger file is probably the wrong one.',
  ),
  example: { good: 'year: 2023', bad: '# …5 MB 以上' },
});

export const FILE_RULES: readonly RuleInfo[] = [fileBinary, fileEncoding, fileEmpty, fileTooLarge];

/** Decodes the bytes of a file. Returns its text without a byte order mark, or the finding that says why it cannot be read. */
export function decode(bytes: Uint8Array): string | Finding {
  if (bytes.length > LARGEST_FILE) return tooLarge(bytes.length);
  const foreign = FOREIGN.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
  if (foreign) return fileFinding(fileBinary, foreign.message, foreign.hint);
  if (bytes.includes(0)) return fileFinding(fileBinary, BINARY.message, BINARY.hint);
  if (!isUtf8(bytes)) return notUtf8(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.trim() === '' ? emptyFile() : text;
}

/** The finding for a file of `size` bytes, more than the limit; the file does not have to be read. */
export function tooLarge(size: number): Finding {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return fileFinding(
    fileTooLarge,
    { zh: `文件有 ${megabytes} MB，超过 5 MB 的上限`, en: `The file has ${megabytes} MB, more than the limit of 5 MB` },
    {
      zh: '年度报告的 YAML 一般只有几十 KB，请检查文件是否选错',
      en: 'The YAML of a report usually has a few dozen KB; check that this is the right file',
    },
  );
}

/** The finding for an empty file. */
export function emptyFile(): Finding {
  return fileFinding(
    fileEmpty,
    { zh: '文件是空的', en: 'The file is empty' },
    { zh: '用 report init FILE 新建一份骨架', en: 'Start a new report with: report init FILE' },
  );
}

function fileFinding({ id, severity }: RuleInfo, message: Text, hint: Text, line = 1): Finding {
  return {
    rule: id,
    severity,
    message,
    hint,
    path: [],
    range: { line, column: 1, endLine: line, endColumn: 1 },
  };
}

const AS_YAML: Text = {
  zh: '年度报告写在 UTF-8 编码的 YAML 文本文件里；用 report init FILE 新建一份',
  en: 'A report is a YAML text file encoded in UTF-8; start a new one with: report init FILE',
};
const BINARY = { message: { zh: '这不是文本文件', en: 'This is not a text file' }, hint: AS_YAML };
const SAVE_AS_UTF8: Text = {
  zh: '在编辑器里另存为 UTF-8 编码',
  en: 'Save the file as UTF-8 in your editor',
};

const UNPACK: Text = { zh: 'zip 先解压；', en: 'Unpack a zip file first. ' };
/** Published files are known by their names. */
const asPublished = (zh: string, en: string, first: Text = { zh: '', en: '' }): Text => ({
  zh: `${first.zh}已公布的报告，把文件名改成以 ${zh} 结尾，就可以核对或者用 report import 变成报告文件`,
  en: `${first.en}A published report can be checked, or made a report file by report import, if its name ends in ${en}`,
});

// Files that are often given by mistake, recognized by their first bytes.
const FOREIGN = [
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    message: { zh: '这是 Word、Excel 或 zip 文件，不是 YAML', en: 'This is a Word, Excel or zip file, not YAML' },
    hint: asPublished('.docx 或 .xlsx', '.docx or .xlsx', UNPACK),
  },
  {
    magic: [0xd0, 0xcf, 0x11, 0xe0],
    message: { zh: '这是旧版 Word 或 WPS 文件，不是 YAML', en: 'This is an old Word or WPS file, not YAML' },
    hint: asPublished('.doc、.wps 或 .xls', '.doc, .wps or .xls'),
  },
  {
    magic: [0x25, 0x50, 0x44, 0x46],
    message: { zh: '这是 PDF 文件，不是 YAML', en: 'This is a PDF file, not YAML' },
    hint: asPublished('.pdf', '.pdf'),
  },
  {
    magic: [0xff, 0xfe],
    message: {
      zh: '文件是 UTF-16 编码（Windows 的“Unicode”）',
      en: 'The file is encoded in UTF-16 ("Unicode" in Windows)',
    },
    hint: SAVE_AS_UTF8,
  },
  {
    magic: [0xfe, 0xff],
    message: { zh: '文件是 UTF-16 编码', en: 'The file is encoded in UTF-16' },
    hint: SAVE_AS_UTF8,
  },
];

function notUtf8(bytes: Uint8Array): Finding {
  const line = firstLineThatIsNotUtf8(bytes);
  const message = isGbk(bytes)
    ? {
        zh: `文件是 GBK（ANSI）编码，不是 UTF-8；从第 ${line} 行起不能读`,
        en: `The file is encoded in GBK (ANSI), not UTF-8, and cannot be read from line ${line} on`,
      }
    : { zh: `第 ${line} 行有不是 UTF-8 的字节`, en: `Line ${line} has bytes that are not UTF-8` };
  return fileFinding(fileEncoding, message, SAVE_AS_UTF8, line);
}

// In UTF-8 and in GBK, a line feed is never part of a longer character, so each line can be checked by itself.
function firstLineThatIsNotUtf8(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}

function isGbk(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
