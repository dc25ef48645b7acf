/** Signs at the start and end of a line that show whether a paragraph begins or ends there. */

const NUMERAL = '[一二三四五六七八九十百]{1,4}';
/** 1 and a tab, 1.1 and a tab or wide space. */
const NUMBER_OF_WORD = '[0-9]{1,2}\\t(?=\\S)|[0-9]{1,2}(?:\\.[0-9]{1,2}){1,3}(?:\\t|\\u3000|[ ]{2,})';
/** The marks of items in official documents and in Word: （一） 一、 1、 1. 1） ① 第一条, bullets, and notes: 〔1〕 [^1]: */
const ITEM = new RegExp(
  `^(?:${[
    `[（(]\\s?(?:${NUMERAL}|[0-9０-９]{1,3}|[a-zA-Z])\\s?[）)]`,
    // 二、三季度 is no mark, 一、三公经费 is one.
    `${NUMERAL}\\s?、(?!${NUMERAL}[、季月级])`,
    // 1.5万 and 1、2月 are numbers.
    '[0-9０-９]{1,3}\\s?[、.．)）](?![0-9０-９])',
    NUMBER_OF_WORD,
    '[a-zA-Z][、)）]',
    `第(?:${NUMERAL}|[0-9]{1,3})[条章节]\\s`,
    '[\\u2460-\\u24ff\\u2776-\\u2793\\u3220-\\u3229]',
    '[•·●○◆◇■□▲△★☆※►➢➤✓✔√▪◼\\ue000-\\uf8ff]\\s*',
    '\\[[^\\]\\n]{1,40}\\]:',
    '```|~~~',
  ].join('|')})`,
  'u',
);
/** Words that begin an item of an enumeration: 一是, 二要, 第三，, 其一，. They also stand inside a paragraph. */
const ORDINAL =
  /^(?:[一二三四五六七八九十]{1,3}(?:是|要(?![素求点闻件道]))|[第其][一二三四五六七八九十]{1,3}[，,：:])/u;
const ORDINAL_INSIDE = /[：:，,；;。][一二三四五六七八九十]{1,3}[是要]/u;

/** Marks of emphasis around a mark: **（一）主动公开** */
const EMPHASIS = /^[*_]{1,3}/;
/** Longer marks than this do not exist. */
const LONGEST_MARK = 50;

const AUTO_NUMBER = new RegExp(`^(?:${NUMBER_OF_WORD})`);
/** The length of the number that Word sets before a heading or item; it is no number of the text. */
export const numberLength = (line: string): number => AUTO_NUMBER.exec(line.slice(0, LONGEST_MARK))?.[0].length ?? 0;

export type LineMark = 'item' | 'ordinal' | undefined;

/** The mark that a line begins with. */
export function markOf(line: string): LineMark {
  const start = line.slice(0, LONGEST_MARK).replace(EMPHASIS, '');
  return ITEM.test(start) ? 'item' : ORDINAL.test(start) ? 'ordinal' : undefined;
}

/** Whether a line has an enumeration that begins inside it: 存在问题：一是…… */
export const enumerates = (line: string): boolean => ORDINAL_INSIDE.test(line);

/** Closing quotation marks, brackets and marks of emphasis can follow the end of a sentence. */
const ENDS = /(?:[。；：！？…;!?]|[^\d\s]:)[”’」』）》)\]"'*_]*$/u;
/** Such a line cannot be the end of a paragraph. */
const GOES_ON = /[，、,（(《“‘「『—-]$/u;
const PUNCTUATION = /[，。；：！？,;:!?]/u;
/** As much of the end of a line as is looked at. */
const TAIL = 12;

export const endsSentence = (line: string): boolean => ENDS.test(line.slice(-TAIL));
export const goesOn = (line: string): boolean => GOES_ON.test(line.slice(-1));
export const hasPunctuation = (line: string): boolean => PUNCTUATION.test(line);

/** 地址：人民路1号 */
const LABEL = /^\p{Script=Han}{2,10}[：:]/u;
export const isLabelled = (line: string): boolean => LABEL.test(line);
/** Words that begin a paragraph: 改进情况：, 下一步 */
export const leads = (line: string): boolean => isLabelled(line) || /^(?:下一步|今后|接下来)/.test(line);

/** A sentence that begins so belongs to the sentence before it. */
export const takesUp = (line: string): boolean => /^其中(?=[，,：:])/.test(line);

/** A number with its unit: 86条. A paragraph can begin with a year, not with these. */
const AMOUNT = /^\d[\d.,\s]*(?![\d.,\s年])\p{Script=Han}/u;

/** A sentence that is the title of a paragraph: 主动公开情况。全年发布…… */
const RUN_IN =
  /^(?![无没未不有])(?:\p{Script=Han}{0,16}(?:公开|管理|建设|保障|监督|办理|落实|收费)情况|(?:政府信息)?主动公开|依申请公开|政府信息管理|(?:政府信息公开)?平台建设|监督保障)。(?=.)/u;
export const hasTitle = (line: string): boolean => RUN_IN.test(line);

/** Whether two lines could be one text, or two names below each other. */
export const areWords = (above: string, line: string): boolean =>
  /\p{Script=Han}$/u.test(above) && /^[\p{Script=Han}\d]/u.test(line) && !(hasPunctuation(above) && AMOUNT.test(line));

const NUMBER_ENDS = /[0-9][.:/~-]?$/;
const NUMBER_GOES_ON = /^[.:/~-]?[0-9]/;

/** Whether a line break is inside a number, which has no space: 15 and 6件. Two numbers never follow each other in a sentence. */
export const isInsideNumber = (above: string, line: string): boolean =>
  NUMBER_ENDS.test(above.slice(-2)) && NUMBER_GOES_ON.test(line.slice(0, 2));
