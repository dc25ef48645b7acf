import type { ContentBlock } from '../../document.ts';
import type { Refusal } from '../../refusal.ts';
import {
  DOCUMENT,
  EMPTY,
  FAILED,
  frameMissing,
  LOGIN,
  listPage,
  nameIn,
  onlyDocument,
  pictures,
  SHELL,
} from './refusals.ts';
import type { PageScan } from './scan.ts';

/** Labels of the form's tables: a page with one of them in a grid is a report, whatever else it has. */
const TABLE_LABEL =
  /第\s*二\s*十\s*条|规范性\s*文件|行政\s*(?:许可|处罚|强制|收费)|自\s*然\s*人|法\s*人|本年\s*新收|予以\s*公开|不予\s*处理|行政\s*复议|行政\s*诉讼|结果\s*维持/u;
const SECTION =
  /总体情况|主动公开政府信息|收到和处理政府信息公开申请|行政复议、行政诉讼|存在的?(?:主要)?问题|其他需要报告/u;
const REPORT_TITLE = /(?:政府)?信息公开.{0,8}(?:年度?报告|年报)|\d{4}年.{0,20}(?:年度报告|年报)/u;
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
