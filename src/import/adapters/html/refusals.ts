import type { ContentBlock } from '../../document.ts';
import { Refusal } from '../../refusal.ts';
import type { PageScan } from './scan.ts';

/** Labels of the form's tables: a page with one of them in a grid is a report, whatever else it has. */
const TABLE_LABEL =
  /第\s*二\s*十\s*条|规范性\s*文件|行政\s*(?:许可|处罚|强制|收费)|自\s*然\s*人|法\s*人|本年\s*新收|予以\s*公开|不予\s*处理|行政\s*复议|行政\s*诉讼|结果\s*维持/u;
const SECTION =
  /总体情况|主动公开政府信息|收到和处理政府信息公开申请|行政复议、行政诉讼|存在的?(?:主要)?问题|其他需要报告/u;
const REPORT_TITLE = /(?:政府)?信息公开.{0,8}(?:年度?报告|年报)|\d{4}年.{0,20}(?:年度报告|年报)/u;
const DOCUMENT = /\.(?:pdf|docx?|wps|ofd|xlsx?|et|rtf|zip|rar)(?=$|[?#&'")])/iu;
const DOCUMENT_NAME = /\.(?:pdf|docx?|wps|ofd|xlsx?|et|rtf|zip|rar)\s*$/iu;
const ERROR_PAGE =
  /\b(?:404|403|500|502|503)\b|not found|forbidden|access denied|bad gateway|页面?不存在|无法(?:访问|找到|打开)|找不到.{0,6}页面|访问(?:被拒绝|受限|异常|过于频繁)|已(?:被)?删除|系统(?:错误|繁忙|维护)|拦截|安全验证|人机验证/iu;
const LOGIN_PAGE = /用户登录|登录密码|请(?:先)?登录|统一身份认证|验证码|sign in|log ?in/iu;
const SCRIPTS_NEEDED =
  /enable (?:it|javascript)|javascript (?:is )?(?:required|disabled)|(?:启用|开启|支持)\s*javascript/iu;
const SHELL_IDS = ['app', 'root', '__nuxt', '__next', 'infoGuid', 'infoguid'];

/** Texts of this many characters in all are more than a notice around a link. */
const MUCH_TEXT = 600;
const LITTLE_TEXT = 300;

/** True if a grid has a label of the form. */
export const hasFormTable = (blocks: readonly ContentBlock[]): boolean =>
  blocks.some((block) => block.kind === 'grid' && block.cells.some(({ text }) => TABLE_LABEL.test(text)));

/** Why the page cannot be read as a report; undefined if it can, or if nothing says that it is another kind of page. */
export function refusalOf(
  blocks: readonly ContentBlock[],
  scan: PageScan,
  missingFrames: readonly string[],
): Refusal | undefined {
  if (hasFormTable(blocks)) return undefined;
  const hasGrid = blocks.some(({ kind }) => kind === 'grid');
  const texts = blocks.flatMap((block) => (block.kind === 'text' && !block.furniture ? [block.text] : []));
  const length = texts.join('').length;
  const sections = texts.filter((text) => text.length < 60 && SECTION.test(text)).length;
  const documents = documentsOf(scan);

  const reports = scan.links.filter(({ text }) => REPORT_TITLE.test(text));
  const ofYears = reports.filter(({ text }) => YEAR.test(text)).length;
  const isArticle =
    documents.length > 0 && titlesOf(blocks, scan).some((title) => YEAR.test(title) && REPORT_TITLE.test(title));
  if (sections < 2 && !isArticle && ofYears >= 3 && !texts.some((text) => text.length >= 150)) return listPage(ofYears);
  if (sections < 2 && length < MUCH_TEXT && documents.length > 0) return onlyDocument(documents);
  if (sections < 2 && length < MUCH_TEXT && missingFrames.length > 0) return frameMissing(missingFrames);
  if (sections < 2 && length < LITTLE_TEXT && !hasGrid) {
    if (isShell(scan, length)) return SHELL;
    const all = [...scan.titles, ...blocks.map((block) => (block.kind === 'text' ? block.text : ''))].join('\n');
    if (LOGIN_PAGE.test(all)) return LOGIN;
    if (ERROR_PAGE.test(all)) return FAILED;
    if (reports.length > 0 && scan.pictures.length === 0) return listPage(reports.length);
  }
  if (scan.pictures.length > 0 && (sections >= 2 || length < LITTLE_TEXT))
    return pictures(scan.pictures, sections >= 2);
  if (length === 0 && !hasGrid) return EMPTY;
  return undefined;
}

const YEAR = /(?:19|20)\d\d|二[〇○零]/u;

/** What the page and its headings are called. */
const titlesOf = (blocks: readonly ContentBlock[], { titles, meta }: PageScan): string[] => [
  ...titles,
  meta.get('articletitle') ?? '',
  ...blocks.flatMap((block) => (block.kind === 'text' && block.level !== undefined ? [block.text] : [])),
];

const isShell = ({ scripts, ids, noscript, filled }: PageScan, length: number): boolean =>
  filled || SCRIPTS_NEEDED.test(noscript) || (scripts > 0 && (length === 0 || SHELL_IDS.some((id) => ids.has(id))));

/** The names of the documents that the page links or shows. */
function documentsOf({ links, embedded }: PageScan): string[] {
  const linked = links.filter(({ text, target }) => DOCUMENT.test(target) || DOCUMENT_NAME.test(text));
  const names = linked.map(({ text, target }) => (DOCUMENT_NAME.test(text) ? text : nameIn(target)));
  return [...new Set([...names, ...embedded.filter((target) => DOCUMENT.test(target)).map(nameIn)])];
}

function nameIn(address: string): string {
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

const onlyDocument = (names: readonly string[]) =>
  new Refusal(
    'only-a-link',
    {
      zh: `网页上没有报告的内容，只有附件：${listed(names, '、')}`,
      en: `The page has no report, only a link to a file: ${listed(names, ', ')}`,
    },
    { zh: '打开这个附件，保存下来，用保存的文件', en: 'Open that file, save it, and use the saved file' },
  );

const frameMissing = (names: readonly string[]) =>
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

const listPage = (reports: number) =>
  new Refusal(
    'list-page',
    {
      zh: `这是报告的目录页，有 ${reports} 个报告的链接，不是报告本身`,
      en: `It is a list of reports, not a report; reports linked: ${reports}`,
    },
    { zh: '点开其中一份，保存点开的那个网页', en: 'Open one of them and save the page that opens' },
  );

const pictures = (addresses: readonly string[], hasTexts: boolean) => {
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

const SHELL = new Refusal(
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
const LOGIN = new Refusal(
  'login-page',
  { zh: '这是登录页面，不是报告', en: 'It is a page for logging in, not a report' },
  OPEN_AGAIN,
);
const FAILED = new Refusal(
  'error-page',
  { zh: '这是网站的出错页面，不是报告', en: 'It is an error page of the website, not a report' },
  OPEN_AGAIN,
);
const EMPTY = new Refusal('empty', { zh: '网页是空的，没有文字', en: 'The page is empty: it has no text' }, OPEN_AGAIN);
