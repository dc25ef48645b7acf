import { Refusal } from '../../refusal.ts';

const SAVE_AGAIN = {
  zh: '用 Word、WPS 打开原文件，重新导出 PDF，或者直接用 Word 文件',
  en: 'Open the original in Word or WPS and export the PDF again, or use the Word file itself',
};

export const DAMAGED = new Refusal(
  'damaged',
  { zh: 'PDF 文件坏了，打不开', en: 'The PDF is damaged and cannot be opened' },
  { zh: '重新下载，或者重新导出', en: 'Download it again or export it again' },
);

export const LOCKED = new Refusal(
  'encrypted',
  { zh: 'PDF 加了密码，打不开', en: 'The PDF is locked with a password' },
  { zh: '先在 PDF 阅读器里去掉密码，另存一份', en: 'Remove the password in a PDF program and save a copy' },
);

export const SCANNED = new Refusal(
  'scanned-pdf',
  { zh: 'PDF 里是扫描的图片，没有文字', en: 'The PDF is a scan: it has pictures of pages and no text' },
  SAVE_AGAIN,
);

export const EMPTY = new Refusal('empty', { zh: 'PDF 里没有文字', en: 'The PDF has no text' }, SAVE_AGAIN);

export const NO_LETTERS = new Refusal(
  'pdf-without-letters',
  {
    zh: 'PDF 里的字体没有文字编码，只能看，读不出文字',
    en: 'The fonts in the PDF do not say which letters they show, so its text cannot be read',
  },
  SAVE_AGAIN,
);

export const XFA_FORM = new Refusal(
  'xfa-form',
  { zh: 'PDF 是 XFA 动态表单，内容不在页面上', en: 'The PDF is an XFA form: its content is not on its pages' },
  { zh: '用 Adobe Reader 打开，打印成 PDF', en: 'Open it in Adobe Reader and print it to a PDF' },
);

export const PORTFOLIO = new Refusal(
  'pdf-portfolio',
  { zh: 'PDF 是文件包，报告是里面的附件', en: 'The PDF is a portfolio: the report is a file attached to it' },
  { zh: '把里面的文件另存出来，再读那个文件', en: 'Save the file inside and use that' },
);

export const tooLarge = (zh: string, en: string): Refusal =>
  new Refusal(
    'too-large',
    { zh: `PDF 太大，没有哪份报告这么大：${zh}`, en: `The PDF is larger than any report: ${en}` },
    { zh: '只留年度报告的页，另存一份', en: 'Save a copy with only the pages of the annual report' },
  );
