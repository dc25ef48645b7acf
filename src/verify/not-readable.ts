import type { Text } from '../diagnostics/text.ts';

/** Why a file was not built by report or, with `settle`, cannot be verified here and what would settle it. */
export interface NotReadable {
  readonly reason: Text;
  readonly settle?: Text;
  /** It is a sheet for sign-off. */
  readonly review?: true;
}

const BUILD_AGAIN: Text = {
  zh: '用 report build 从报告重新生成，公布新生成的',
  en: 'build the files from the report with report build, and publish those',
};
export const NO_PAGE: NotReadable = {
  reason: {
    zh: '不是网页、PDF 或 Word（docx）文件；能核对的只有这三种',
    en: 'It is not a web page, a PDF or a Word document (docx), and nothing else can be verified',
  },
  settle: BUILD_AGAIN,
};
export const NO_RECEIPT: NotReadable = {
  reason: {
    zh: '里面没有能读的生成记录：不是 report 生成的，或者记录已经被去掉、改坏（粘贴用的 fragment 本来就没有，内容用 report diff 比较）',
    en: 'It has no receipt that can be read: it was not built with report, or the receipt was removed or damaged (a fragment never has one; compare it with report diff)',
  },
  settle: BUILD_AGAIN,
};
export const NO_WORD: NotReadable = {
  reason: { zh: '这个压缩文件不是 Word 文件（docx）', en: 'This zip file is not a Word document (docx)' },
  settle: BUILD_AGAIN,
};
export const SHEET: NotReadable = {
  reason: {
    zh: '它是送领导审签用的，不能公布；要核对和公布的是 report build 生成的网页和 PDF',
    en: 'It is for the responsible leader and must not be published; verify and publish the page and the PDF that report build writes',
  },
  review: true,
};
export function printedByOthers(program: string | undefined): NotReadable {
  const [zh, en] = program === undefined ? ['别的程序', 'another program'] : [` ${program} `, program];
  return {
    reason: {
      zh: `里面没有生成记录，report 生成的 PDF 里都有：它是${zh}做的，例如打印、压缩、转换而成；或者记录已经被去掉。请用 report build 写出的文件`,
      en: `It has no receipt, as every PDF built with report has: ${en} made it, for example by printing, compressing or converting, or the receipt was removed; use the file as report build wrote it`,
    },
  };
}
