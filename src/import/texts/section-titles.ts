import { distance } from 'fastest-levenshtein';
import { EDITIONS } from '../../form/editions.ts';

/** How well a text is the title of a section: the official words, nearly so, or other words for the same. */
export const EXACT = 4;
export const NEAR = 3;
export const MEANT = 2;

const SIGNS = /[、,。.:;·“”"'()-]/gu;
const bare = (title: string): string => title.replace(SIGNS, '');

/** The official titles of each section in every edition, without signs. */
const OFFICIAL: readonly (readonly string[])[] = EDITIONS[0].sections.map((_, section) => [
  ...new Set(EDITIONS.map(({ sections }) => bare(sections[section] ?? ''))),
]);

/** Other words for each section. The texts that they are tried on are short. */
const WORDS: readonly RegExp[] = [
  /(?:总体|基本|整体)(?:工作)?(?:情况|概况)(?:概述)?$|概述$|概况$|[综总]述$|总体工作情况$/u,
  /主动公开/u,
  /依申请公开|(?:收到|处理|受理|办理).{0,12}申请|申请.{0,12}(?:收到|处理|受理|办理)/u,
  /复议|诉讼/u,
  /问题|不足|改进/u,
  /^其[他它]|其[他它].{0,6}(?:事项|情况)|(?:报告|说明)的(?:其[他它])?事项/u,
];
/** 依申请公开 is no heading of section two. */
const NOT: readonly (RegExp | undefined)[] = [undefined, /依申请/u];

/** What a title in other words ends with; a sentence on the same matter does not. */
const END =
  /(?:情况|信息|公开|申请|复议|诉讼|问题|不足|改进|措施|打算|计划|建议|方向|思路|安排|事项|其[他它]|说明|概[述况]|[综总]述|内容|工作)$/u;
const LONGEST_OTHER = 28;

/** No title is longer. */
export const LONGEST_TITLE = 45;

/** How well a squeezed text is the title of a section, from 0 to 5. 0 if it is none. */
export function titleFit(title: string, section: number): number {
  const text = bare(title);
  if (text.length < 2 || text.length > LONGEST_TITLE) return 0;
  const official = OFFICIAL[section] ?? [];
  if (official.includes(text)) return EXACT;
  const most = text.length >= 10 ? 3 : text.length >= 6 ? 2 : 1;
  if (official.some((one) => Math.abs(one.length - text.length) <= most && distance(one, text) <= most)) return NEAR;
  if (/[,;。]/u.test(title) || text.length > LONGEST_OTHER || !END.test(text)) return 0;
  return WORDS[section]?.test(text) && !NOT[section]?.test(text) ? MEANT : 0;
}

/** The length of the official title that a squeezed text begins with, if it goes on behind it. */
export function officialLength(text: string, section: number): number | undefined {
  const titles = EDITIONS.map(({ sections }) => (sections[section] ?? '').normalize('NFKC'));
  return titles.find((title) => text.length > title.length && text.startsWith(title))?.length;
}

/** The length of an official heading with its number that a text ends with, behind a sentence: ……平稳。二、主动公开政府信息情况 */
export function headingBehind(text: string): number | undefined {
  const title = HEADINGS.find((one) => text.endsWith(one));
  const before = title && text.slice(0, -title.length);
  const number = before && /。\s?([一二三四五六]、\s?)$/u.exec(before.slice(-6))?.[1];
  return title && number ? title.length + number.length : undefined;
}

/** How many sections have their official title in a squeezed text. */
export const officialTitlesIn = (text: string): number =>
  text.length < 20 ? 0 : OFFICIAL.filter((titles) => titles.some((one) => bare(text).includes(one))).length;

const HEADINGS: readonly string[] = [...new Set(EDITIONS.flatMap(({ sections }) => [...sections]))];
