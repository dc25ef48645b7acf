import { Refusal } from '../../refusal.ts';

/** A document of another format in an address. */
export const DOCUMENT = /\.(?:pdf|docx?|wps|ofd|xlsx?|et|rtf|zip|rar)(?=$|[?#&'")])/iu;

export const tooLarge = (zh: string, en: string): Refusal =>
  new Refusal(
    'too-large',
    { zh: `网页太大：${zh}，不像一份年度报告`, en: `The page is too large for a report: ${en}` },
    {
      zh: '在浏览器里打开，只复制报告正文到 Word，存为 .docx',
      en: 'Open it in a browser, copy only the report into Word and save it as .docx',
    },
  );

/** The name of the file that an address leads to. */
export function nameIn(address: string): string {
  const path = address.split(/[?#'"()]/u).find((part) => DOCUMENT.test(part)) ?? address;
  const name = path.split(/[/\\=]/u).at(-1) ?? path;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The first names, each short enough for a message. */
const listed = (names: readonly string[], separator: string): string =>
  names
    .slice(0, 3)
    .map((name) => (name.length > 60 ? `${name.slice(0, 59)}…` : name))
    .join(separator);

export const onlyDocument = (names: readonly string[]) =>
  new Refusal(
    'only-a-link',
    {
      zh: `网页上没有报告的内容，只有附件：${listed(names, '、')}`,
      en: `The page has no report, only a link to a file: ${listed(names, ', ')}`,
    },
    { zh: '打开这个附件，保存下来，用保存的文件', en: 'Open that file, save it, and use the saved file' },
  );

export const frameMissing = (names: readonly string[]) =>
  new Refusal(
    'frame-missing',
    {
      zh: `报告在网页的框架里，没有和网页一起保存：${listed(names, '、')}`,
      en: `The report is in a frame of the page, which was not saved with it: ${listed(names, ', ')}`,
    },
    {
      zh: '在浏览器里打开，另存为“网页，全部”或“单个文件”（.mhtml）；网页和同名的 _files 文件夹要放在一起',
      en: 'Open it in a browser, save it as “Webpage, Complete” or “Single File” (.mhtml); keep the page and its _files folder together',
    },
  );

export const listPage = (reports: number) =>
  new Refusal(
    'list-page',
    {
      zh: `这是报告的目录页，有 ${reports} 个报告的链接，不是报告本身`,
      en: `It is a list of reports, not a report; reports linked: ${reports}`,
    },
    { zh: '点开其中一份，保存点开的那个网页', en: 'Open one of them and save the page that opens' },
  );

export const pictures = (addresses: readonly string[], hasTexts: boolean) => {
  const shownNames = listed(
    addresses.map((address) => (address.startsWith('data:') ? 'data:…' : nameIn(address))),
    '、',
  );
  return hasTexts
    ? new Refusal(
        'tables-are-pictures',
        {
          zh: `报告的文字可以读，但是表格是图片（${shownNames}），没有数字可读`,
          en: `The texts can be read, but the tables are pictures (${shownNames}), so there are no numbers to read`,
        },
        PICTURE_HINT,
      )
    : new Refusal(
        'only-pictures',
        {
          zh: `网页的内容是图片（${shownNames}），没有文字可读`,
          en: `The page shows pictures (${shownNames}), no text`,
        },
        PICTURE_HINT,
      );
};

const PICTURE_HINT = {
  zh: '找原来的 Word、WPS 或 PDF 文件，或者对照图片把数字填进 report init 做的文件',
  en: 'Look for the Word, WPS or PDF file that the pictures were made from, or type the numbers into the file that report init makes',
};

export const SHELL = new Refusal(
  'script-shell',
  {
    zh: '网页的内容要由脚本填入，保存下来的只是空壳，没有报告的内容',
    en: 'The page is filled by scripts; what was saved is only its frame, without the report',
  },
  {
    zh: '在浏览器里打开，等内容显示出来，另存为“网页，全部”或“单个文件”（.mhtml），或者打印成 PDF',
    en: 'Open it in a browser, wait until the report shows, save it as “Webpage, Complete” or “Single File” (.mhtml), or print it as PDF',
  },
);

const OPEN_AGAIN = {
  zh: '在浏览器里打开报告的网址，看到报告后再保存',
  en: 'Open the address of the report in a browser and save the page once you see the report',
};
export const LOGIN = new Refusal(
  'login-page',
  { zh: '这是登录页面，不是报告', en: 'It is a page for logging in, not a report' },
  OPEN_AGAIN,
);
export const FAILED = new Refusal(
  'error-page',
  { zh: '这是网站的出错页面，不是报告', en: 'It is an error page of the website, not a report' },
  OPEN_AGAIN,
);
export const EMPTY = new Refusal(
  'empty',
  { zh: '网页是空的，没有文字', en: 'The page is empty: it has no text' },
  OPEN_AGAIN,
);
