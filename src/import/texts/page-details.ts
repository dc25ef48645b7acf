import { squeezed } from './clean.ts';
import { firstDate } from './found-dates.ts';
import type { OtherTable, PublishedLine } from './pieces.ts';

/** What the page says about the report outside of it. */
export interface PageDetails {
  /** The date of publication; `labelled` if a label says that it is one. */
  readonly published?: {
    readonly day: string;
    readonly text: string;
    readonly place: PublishedLine['place'];
    readonly labelled: boolean;
  };
  readonly publisher?: { readonly name: string; readonly text: string; readonly place: PublishedLine['place'] };
}

const LABELS =
  /^(?:信息)?(?:名称|标题|索引号|分类|主题分类|信息分类|组配分类|发布机构|发文机关|发文单位|公开机构|发布单位|责任部门|公开责任部门|公开日期|发布日期|发布时间|公开时间|成文日期|生成日期|发文日期|发文字号|文号|文件编号|关键词|主题词|有效性|时效|效力状态|公开方式|公开形式|公开范围|公开时限|公开程序|内容概述|信息来源|来源|体裁|语种|废止日期|浏览次数):?$/u;

/** Whether a table gives the details of the page: its cells are labels and their values. */
export function isDetails({ grid }: OtherTable): boolean {
  const texts = grid.cells.map(({ text }) => squeezed(text).slice(0, 20));
  const labels = texts.filter((text) => LABELS.test(text) || LABELS.test(text.replace(/:.*$/u, ''))).length;
  return labels >= 3 || (labels > 0 && labels * 2 >= texts.filter((text) => text !== '').length);
}

/** A table of details as lines: 发布机构: 清溪县教育局. */
export function detailLines({ grid }: OtherTable): string[] {
  const texts = grid.cells.map(({ text }) => squeezed(text));
  return texts.map((text, at) => (LABELS.test(text) ? `${text.replace(/:$/u, '')}:${texts[at + 1] ?? ''}` : text));
}

const PUBLISHED =
  /(?:(?<!成文|生成|废止|失效)(?:发布|公开|公布|发文|录入|更新)?(?:日\s?期|时\s?间)):?\s?\[?\s?(20\d\d\D.{0,30})/u;
/** A line whose date is another one. */
const OTHER_DATE = /成文|生成|废止|失效|期限|时效|印发|实施|[上下]一[篇条]|《/u;
/** What stands beside the date of publication in a line without a label. */
const BESIDE = /来源|稿源|浏览|阅读|点击|字号|字体|作者|编辑|发布[者人]/u;
const PUBLISHER =
  /(?:发布机构|公开机构|发布单位|发文机关|发文单位|公开责任部门|责任部门|信息来源|来源):([\p{Script=Han}()]{3,40})/u;
const END_OF_NAME = /(?:发布|公开|时间|日期|浏览|作者|字体|点击|阅读|索引|文号|分类).*$/u;

/** Reads the details in lines of the page; the first that is found counts. */
export function pageDetails(
  lines: readonly { readonly text: string; readonly place: PublishedLine['place'] }[],
): PageDetails {
  let details: PageDetails = {};
  for (const { text, place } of lines) {
    const line = squeezed(text.slice(0, 200));
    const head = text.slice(0, 200).normalize('NFKC');
    const labelled = firstDate(PUBLISHED.exec(head)?.[1] ?? '');
    const day = labelled ?? (BESIDE.test(line) && !OTHER_DATE.test(line) ? firstDate(head) : undefined);
    const isBetter = !details.published || (labelled && !details.published.labelled);
    if (day && isBetter) details = { ...details, published: { day, text, place, labelled: labelled !== undefined } };
    const name = PUBLISHER.exec(line)?.[1]?.replace(END_OF_NAME, '');
    if (name && name.length >= 3 && !details.publisher) details = { ...details, publisher: { name, text, place } };
  }
  return details;
}
