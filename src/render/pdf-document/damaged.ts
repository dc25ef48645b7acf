import { UserError } from '../../diagnostics/user-error.ts';

/** The error for a printed PDF that is incomplete or lacks something that Chrome always writes. */
export function damaged(cause?: unknown): UserError {
  return new UserError(
    {
      zh: '浏览器打印出的 PDF 不完整，没有写出文件',
      en: 'The PDF from the browser is damaged; nothing was written',
    },
    {
      zh: '再生成一次；仍然如此，用 --browser 换一个浏览器，用 report doctor 查看有哪些',
      en: 'Build it again. If that does not help, choose another browser with --browser (report doctor lists them)',
    },
    { cause },
  );
}
