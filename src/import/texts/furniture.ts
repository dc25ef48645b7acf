import { COLUMNS_IN_WORDS } from '../../view/columns-in-words.ts';
import { squeezed } from './clean.ts';
import { type OtherTable, type PublishedLine, type PublishedPiece, textLine } from './pieces.ts';

/**
 * What a line of the page is that is no part of the report.
 * - `page`: page numbers and such, anywhere
 * - `button`: words of buttons, which stand above or below a report; inside it they are words of the report
 * - `head`: what stands around the title: where the page is, source, date, details
 * - `end`: what comes below the report: attachments, the next page, the foot of the website
 */
export type Furniture = 'page' | 'button' | 'head' | 'end';

/** Furniture is not longer. */
const LONGEST = 200;

const BUTTONS = (
  '打印 打印本页 打印正文 打印文章 关闭 关闭本页 关闭窗口 收藏 加入收藏 分享 分享到 分享至 微信 微博 新浪微博 腾讯微博 微信好友 朋友圈 QQ QQ空间 QQ好友 ' +
  '全真版 文字版 图文版 图片版 文件下载 附件下载 下载 下载文件 下载Word 下载WORD 下载word 下载PDF 下载pdf 下载文本 Word PDF DOC DOCX WPS OFD XLS XLSX HTML 相关链接 相关附件 ' +
  '返回 返回顶部 返回首页 首页 大 中 小 大中小 字体 字号 字体大小 无障碍 无障碍浏览 无障碍阅读 长者模式 长者版 关怀版 适老版 繁体 简体 繁體 English ' +
  '搜索 登录 注册 RSS 朗读 语音播报 语音朗读 收听 手机版 目录 纠错 我要纠错 复制链接 复制 保存 网站地图 联系我们 续表 责任编辑 附件 稿源 二维码'
).split(' ');
/** Buttons stand side by side, with signs between them or none. */
const BUTTON_LINE = new RegExp(`^(?:${BUTTONS.toSorted((one, other) => other.length - one.length).join('|')})+$`, 'u');
const BETWEEN = /[\s|｜·•【】[\]（）()/、:：>-]+/u;

const HEAD_LABEL =
  /^[[【(|]?(?:当前位置|您?(?:现在|当前)?的?(?:所在)?位置|(?:信息|文章|稿件)?来源|稿源|供稿|发布[者人]|(?:发布|公开|公布|成文|更新|发文|生成|印发|录入)?(?:时间|日期)|作者|责任编辑|编辑|发布机构|发文机关|发布单位|公开机构|索引号|信息索引|(?:主题|信息|组配)?分类|发?文(?:字)?号|信息名称|名称|标题|关键词|主题词|体裁|有效性|浏览(?:次数|量)?|访问量|点击(?:数|量|率)?|阅读(?:次数|量)?|字体|字号|保护视力色|公开(?:方式|形式|范围|时限)|统计期限|报告期)(?:是)?[:>]/u;
const DATE_FIRST =
  /^[[(]?20\d\d[-年./]\d{1,2}[-月./]\d{1,2}.{0,30}(?:来源|稿源|浏览|字体|字号|点击|作者|阅读|发布[者人])/u;
const END_START =
  /^(?:上一[篇条页]|下一[篇条页]|主办|承办|版权所有|copyright|©|\(c\)|扫一扫|网站(?:标识码|地图|声明)|关于(?:我们|本站)|联系我们[:|]|相关(?:附件|文档|链接|信息|阅读|稿件|文章)(?:$|[:>])|附件下载|技术支持|备案号|您访问的链接)/iu;
const END_INSIDE = /ICP备|公网安备|网站标识码|版权所有|copyright|©/iu;
const FILE = /\.(?:docx?|pdf|xlsx?|wps|et|ofd|zip|rar)(?:\([^()]{0,20}\))?$/iu;
const ALONE = /^(?:目录(?:contents)?|附件\d{0,2}:?)$/iu;
const PAGE_NUMBER = /^[-—–―_·~]{0,3}第?\d{1,3}页?(?:[/,]?共?\d{1,3}页?)?[-—–―_·~]{0,3}$/u;
/** What our own fragments say above a table. */
const COLUMNS = new RegExp(`^${COLUMNS_IN_WORDS}:`, 'u');
const CONTINUED = /^\(?(?:接?[上续]表|续上?[表页]|接[上下]页)\)?$/u;

/** Whether a squeezed line is the label of a detail whose value is in the next line: 发布日期： */
export const isLabelAlone = (line: string): boolean => line.endsWith(':') && HEAD_LABEL.exec(line)?.[0] === line;

/** What a line is, if it is furniture by its words alone. */
export function furnitureOf(line: PublishedLine): Furniture | undefined {
  if (!KNOWN.has(line)) KNOWN.set(line, byWords(line));
  return KNOWN.get(line);
}

const KNOWN = new WeakMap<PublishedLine, Furniture | undefined>();

function byWords({ text, place }: PublishedLine): Furniture | undefined {
  if (text.length > LONGEST) return undefined;
  const line = squeezed(text);
  if (isPageNumber(line, place.page !== undefined) || CONTINUED.test(line) || COLUMNS.test(line)) return 'page';
  const words = text
    .normalize('NFKC')
    .split(BETWEEN)
    .filter((word) => word !== '');
  if (words.length === 0 || ALONE.test(line)) return 'page';
  if (BUTTON_LINE.test(words.join('').replace(/\s/gu, ''))) return 'button';
  if (FILE.test(line) && !/[。；]/u.test(line)) return 'end';
  if (END_START.test(line) || END_INSIDE.test(line))
    return /。./u.test(line) && !END_INSIDE.test(line) ? undefined : 'end';
  const isHead = HEAD_LABEL.test(line) || DATE_FIRST.test(line) || (line.match(/[>»›]/gu)?.length ?? 0) > 1;
  return isHead && !line.includes('。') ? 'head' : undefined;
}

/** Whether a table is the foot of a website: host, registration, contact. */
export const isFoot = ({ grid: { cells }, place }: OtherTable): boolean =>
  cells.some(({ text }) => furnitureOf(textLine(text.replaceAll('\n', ' '), place)) === 'end') &&
  !cells.some(({ text }) => text.includes('。'));

function isPageNumber(line: string, hasPages: boolean): boolean {
  if (!PAGE_NUMBER.test(line)) return false;
  return hasPages || line.includes('页') || /^[-—–―_·~].*[-—–―_·~]$/u.test(line);
}

/** A line that stands on so many pages is their header or footer. */
const PAGES = 3;
const HEADER = 60;

/** The lines that are printed again on page after page, squeezed. */
export function pageHeaders(pieces: readonly PublishedPiece[]): Set<string> {
  const pages = new Map<string, Set<number>>();
  for (const piece of pieces) {
    if (piece.kind !== 'text' || piece.place.page === undefined || piece.text.length > HEADER) continue;
    const { text } = piece.squeezed;
    pages.set(text, (pages.get(text) ?? new Set()).add(piece.place.page));
  }
  return new Set([...pages].flatMap(([text, on]) => (on.size >= PAGES && !/[。；]/u.test(text) ? [text] : [])));
}

/** The entry of a menu: a few words without a number or a sentence. */
export const isMenuEntry = ({ squeezed: { text } }: PublishedLine): boolean =>
  text.length <= 12 && /^[\p{Script=Han}A-Za-z]+$/u.test(text);
