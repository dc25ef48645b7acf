import { UserError } from '../../diagnostics/user-error.ts';

/** What a browser printed is no whole PDF, or lacks what every Chrome puts into it. */
export function damaged(cause?: unknown): UserError {
  return new UserError(
    {
      zh: '浏览器打印出的 PDF 不完整，没有写出文件',
      en: 'The PDF that the browser printed is damaged; nothing was written',
    },
    {
      zh: '再生成一次；仍然如此，用 --browser 换一个浏览器，用 report doctor 查看有哪些',
      en: 'Build it again; if it stays so, name another browser with --browser (report doctor lists them)',
    },
    { cause },
  );
}
