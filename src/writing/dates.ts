import { digitByDigit, numberOf } from './numerals.ts';
import { ZERO_WIDTH } from './patterns.ts';

/** A date that was read from its usual notations. */
export type DateReading =
  /** `day` is `2026-01-20`. `sure` if the words can mean no other day. */
  | { readonly day: string; readonly sure: boolean }
  | { readonly lacks: 'day' | 'year' }
  /** There is no such day; `lastDay` is the number of days in that month, if there is such a month. */
  | { readonly noSuchDay: string; readonly lastDay?: number };

/**
 * Reads 2026年1月20日, 2026-1-20, 2026/01/20, 2026.1.20, 20260120, 二〇二六年一月二十日 and full-width digits, with a weekday
 * or a time. undefined if it is not a date.
 */
export function readDate(written: string): DateReading | undefined {
  if (written.length > LONGEST) return undefined;
  const text = bare(written);
  const [, year, month, day] = WHOLE.map((pattern) => pattern.exec(text)).find(Boolean) ?? [];
  if (year && month && day) return reading(year, month, day, true);
  const likely = serialDay(text) ?? likelyDay(text);
  if (likely) return likely;
  if (/^[0-9]{4}(年|[-./])?[0-9]{1,2}月?$/u.test(text)) return { lacks: 'day' };
  return /^[0-9]{1,2}(月|[-./])[0-9]{1,2}日?$/u.test(text) ? { lacks: 'year' } : undefined;
}

/** No date is longer, and the patterns below need a text of limited length. */
const LONGEST = 60;

const WHOLE = [
  /^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日号]?$/u,
  /^([0-9]{4})[-./\\_,、]([0-9]{1,2})[-./\\_,、]([0-9]{1,2})$/u,
  /^([0-9]{4})([0-9]{2})([0-9]{2})$/u,
];

/** Readings that are probably meant, but may not be. */
function likelyDay(text: string): DateReading | undefined {
  const digits = text.replace(/[oO]/gu, '0').replace(/[lI]/gu, '1');
  const [, day, month, year] = /^([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})$/u.exec(digits) ?? [];
  // 16/1/2026 can only be this day; 2/1/2026 can also be the first of February.
  if (year && month && day) return reading(year, month, day, digits === text && Number(day) > 12);
  const [, tens, ...rest] = /^([0-9]{2})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?$/u.exec(digits) ?? [];
  if (tens) return reading(`20${tens}`, rest[0] ?? '', rest[1] ?? '', false);
  const within = /(?<![0-9])(20[0-9]{2})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})(?![0-9])/u.exec(digits);
  return within ? reading(within[1] ?? '', within[2] ?? '', within[3] ?? '', false) : undefined;
}

function reading(year: string, month: string, day: string, sure: boolean): DateReading | undefined {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const lastDay = daysIn(Number(year), Number(month));
  const swapped = Number(month) > 12 && daysIn(Number(year), Number(day)) !== undefined;
  if (swapped) return reading(year, day, month, false);
  if (lastDay === undefined) return { noSuchDay: written };
  return Number(day) >= 1 && Number(day) <= lastDay ? { day: written, sure } : { noSuchDay: written, lastDay };
}

/** The number of days of a month from 1 to 12. */
function daysIn(year: number, month: number): number | undefined {
  return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : undefined;
}

/** Spreadsheets count days from the end of 1899; 43000 is in 2017. */
function serialDay(text: string): DateReading | undefined {
  if (!/^4[3-9][0-9]{3}$/u.test(text)) return undefined;
  return { day: new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10), sure: false };
}

const HIDDEN = new RegExp(`[${ZERO_WIDTH}]`, 'gu');
const CHINESE = '〇零○一二三四五六七八九十元';

/** In half-width digits, and without weekday, time, spaces, and quotes or punctuation around it. */
function bare(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[—–−‐‑―─]+/gu, '-')
    .replace(HIDDEN, '')
    .replace(/(?<=[0-9日号])[T\s]*([上下]午)?\s*[0-9]{1,2}[:时点][0-9:.时点分秒整]*(Z|[+-][0-9:]{4,5})?\s*$/u, '')
    .replace(/[,、]?\s*\(?(星期|周|礼拜)[一二三四五六日天1-7]\)?/u, '')
    .replace(/\s+/gu, '')
    .replace(/^["'“”‘’「『]+|["'“”‘’」』。.,;、]+$/gu, '')
    .replace(new RegExp(`[${CHINESE}]+(?=年)`, 'u'), (year) => digitByDigit(year) ?? year)
    .replace(new RegExp(`[${CHINESE}]+(?=[月日号])`, 'gu'), (count) =>
      count === '元' ? '1' : String(numberOf(count) ?? count),
    );
}
