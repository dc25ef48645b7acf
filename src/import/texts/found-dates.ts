import { readDate } from '../../writing/dates.ts';
import { squeezed } from './clean.ts';

const DIGITS = '20\\d\\d[-年./]\\d{1,2}[-月./]\\d{1,2}日?';
const CHINESE =
  '二[〇零○0Oo]\\p{Script=Han}[\\p{Script=Han}○0Oo]年[元一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日';
const DATE = new RegExp(`(?<!\\d)${DIGITS}(?!\\d)|${CHINESE}`, 'gu');

/** A date as `2024-01-22` and its words in the squeezed text. */
export interface FoundDate {
  readonly day: string;
  readonly words: string;
  readonly at: number;
}

/** The dates in a squeezed text, in order. */
export function datesIn(text: string): FoundDate[] {
  return [...text.matchAll(DATE)].flatMap(({ 0: words, index: at }) => {
    const read = readDate(words.replace(/(?<=^二)[0Oo]|[0Oo](?=年[元一二三四五六七八九十])/gu, '〇'));
    return read && 'day' in read ? [{ day: read.day, words, at }] : [];
  });
}

/** The first date in a text as it is written, with a time behind it or spaces in it. */
export const firstDate = (text: string): string | undefined =>
  (datesIn(text.normalize('NFKC'))[0] ?? datesIn(squeezed(text))[0])?.day;

/** A time or a weekday behind a date. */
const TIME =
  /(?<=\d日?)(?:(?<=日)|\s)\s?(?:[上下]午)?\s?\d{1,2}[:时点]\d{0,2}[:分]?\d{0,2}秒?|(?:星期|周)[一二三四五六日天]/gu;
/** What can stand beside a date without telling anything else. */
const BESIDE_DATE =
  /^[[【(]?(?:(?:发布|公布|公开|编制|报告|成文|填报|印发)?(?:日期|时间):|(?:发布|公布|公开)于)?@[)】\]]?(?:印发|发布|公布|公开|编制)?[)】\]。.]{0,2}$/u;

/** The day, if a text is nothing but a date: 2024年1月22日, [2024-01-22 10:30], (二〇二四年一月二十二日印发) */
export function dateAlone(written: string): string | undefined {
  if (written.length > 60) return undefined;
  const text = squeezed(written.normalize('NFKC').replace(TIME, ''));
  const [date, ...others] = text.length > 30 ? [] : datesIn(text);
  return date && others.length === 0 && BESIDE_DATE.test(text.replace(date.words, '@')) ? date.day : undefined;
}

/** A span of days, as in the preface. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const PERIOD =
  /(20\d\d)年(\d{1,2})月(\d{1,2})日起?(?:开始)?,?(?:至|到|—|-|–|~|～)(?:(20\d\d|当|同)年)?(\d{1,2})月(\d{1,2})日/u;

/** The period that a squeezed text names: 自2023年1月1日起至12月31日止. */
export function periodIn(text: string): (Period & { readonly words: string }) | undefined {
  const [words, year = '', month, day, toYear = year, toMonth, toDay] = PERIOD.exec(text) ?? [];
  if (words === undefined) return undefined;
  const [from, to] = [
    readDate(`${year}年${month}月${day}日`),
    readDate(`${/^\d/u.test(toYear) ? toYear : year}年${toMonth}月${toDay}日`),
  ];
  return from && to && 'day' in from && 'day' in to && from.day < to.day
    ? { from: from.day, to: to.day, words }
    : undefined;
}
