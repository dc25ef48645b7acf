import { Refusal } from '../../refusal.ts';

const SAVE_AGAIN = {
  zh: '用 Office 或 WPS 打开，另存为 .docx 或 .xlsx',
  en: 'Open it in Office or WPS and save it as .docx or .xlsx',
} as const;

export const damaged = (): Refusal =>
  new Refusal(
    'damaged',
    { zh: '文件已损坏或者不完整', en: 'The file is damaged or incomplete' },
    {
      zh: '重新下载一份；还能打开的话，用 Office 或 WPS 打开，另存为 .docx 或 .xlsx',
      en: 'Download it again; if Office or WPS can still open it, save it there as .docx or .xlsx',
    },
  );

export const tooLarge = (): Refusal =>
  new Refusal(
    'too-large',
    {
      zh: '文件解开以后过大，不像年度报告',
      en: 'The content of the file is far larger than that of an annual report',
    },
    {
      zh: '确认来源可靠后，用 Office 或 WPS 打开，只留报告，另存为 .docx 或 .xlsx',
      en: 'If you trust the file, open it in Office or WPS and save only the report as .docx or .xlsx',
    },
  );

export const unsafeXml = (): Refusal =>
  new Refusal(
    'unsafe-xml',
    {
      zh: '文件里有文档类型声明（DTD），办公软件不会写这样的内容，所以没有读',
      en: 'The file contains a document type declaration (DTD), which no office program writes, so it was not read',
    },
    SAVE_AGAIN,
  );

export const encrypted = (): Refusal =>
  new Refusal(
    'encrypted',
    { zh: '文件有打开密码', en: 'The file is protected by a password' },
    {
      zh: '用 Office 或 WPS 输入密码打开，取消密码后另存',
      en: 'Open it in Office or WPS with the password and save it without one',
    },
  );

export const empty = (): Refusal =>
  new Refusal(
    'empty',
    { zh: '文件里没有文字，也没有表格', en: 'The file has no text and no tables' },
    { zh: '换成写有内容的文件', en: 'Choose the file that has the content' },
  );

export const onlyPictures = (): Refusal =>
  new Refusal(
    'only-pictures',
    {
      zh: '文件里只有图片，没有文字和表格',
      en: 'The file has only pictures, no text and no tables',
    },
    {
      zh: '找排版前的原文件；图片里的数字不能识别',
      en: 'Look for the document that the pictures were made of; numbers in pictures cannot be read',
    },
  );

export const tablePictures = (): Refusal =>
  new Refusal(
    'tables-are-pictures',
    {
      zh: '文件里没有表格，只有文字和图片；表格可能是以图片插入的',
      en: 'The file has text and pictures but no table; the tables are probably pictures',
    },
    {
      zh: '找表格还是表格的原文件；图片里的数字不能识别',
      en: 'Look for the document in which the tables are tables; numbers in pictures cannot be read',
    },
  );

/** A file of a format that is not read. `zh` and `en` name it. */
export const otherFormat = (zh: string, en: string, kind: string): Refusal =>
  new Refusal(kind, { zh: `这是${zh}，读不了`, en: `It is ${en}, which cannot be read` }, SAVE_AGAIN);

export const archive = (): Refusal =>
  new Refusal(
    'archive',
    { zh: '这是压缩包', en: 'It is an archive of files' },
    { zh: '解压以后，读入里面的报告文件', en: 'Unpack it and choose the file of the report' },
  );
