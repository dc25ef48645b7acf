import { chineseNumber } from '../writing/numerals.ts';
import { COUNT_UNITS, MONEY_UNITS, OTHER_UNITS } from './vocabulary/units.ts';

/** A figure in a text from `prose/read-text.ts`. */
export interface Figure {
  /** Its position in the text, with modifiers and unit. */
  readonly start: number;
  readonly end: number;
  /** The position of its first digit. */
  readonly digits: number;
  /**
   * - `count`: a number of cases, items or persons
   * - `money`: in yuan
   * - `percent`, `points` (个百分点), `times` (倍)
   * - `name`: not a quantity: a year, a date, a document or telephone number, an ordinal
   */
  readonly kind: 'count' | 'money' | 'percent' | 'points' | 'times' | 'name';
  /** In units; money in yuan. */
  readonly value: number;
  /** The number of digits after the decimal point, as written. */
  readonly decimals: number;
  /** The value of 1 in the last digit, in the unit of `value`: 100 yuan for 5949.09万元. */
  readonly step: number;
  /** The unit, such as 件; empty if there is none. */
  readonly unit: string;
  /** 近, 余, 约, 万余: not the exact number. */
  readonly about: boolean;
}

const ARABIC = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?`;
const CHINESE = '[零〇一二两三四五六七八九十百千]+';
const SCALE = '(?:万|亿|万亿)?';
const BEFORE_ABOUT = /(?:近|约|大约|超过|超|逾|不足|不到|至少|将近|接近|多达|左右)$/u;
const PATTERN = new RegExp(`(${ARABIC}|${CHINESE}(?:万${CHINESE})?)(${SCALE})([余多几]?)(${SCALE})(?:余|多)?`, 'gu');
const UNITS = [...MONEY_UNITS, ...COUNT_UNITS, ...OTHER_UNITS].sort((a, b) => b.length - a.length);
const UNIT = new RegExp(`(?:个百分点|%|‰|倍|${UNITS.join('|')})`, 'uy');
const AFTER_ABOUT = /^(?:余|多|左右|以上|以下|以内)/u;

/** All numbers in a text, in order. Runs in linear time. */
export function findFigures(text: string): Figure[] {
  return [...text.matchAll(PATTERN)].flatMap((match) => {
    const figure = read(text, match);
    return figure ? [figure] : [];
  });
}

function read(text: string, match: RegExpMatchArray): Figure | undefined {
  const [written = '', number = '', scale = '', more = '', scaleAfter = ''] = match;
  const at = match.index ?? 0;
  const end = at + written.length;
  const isArabic = /^\d/.test(number);
  UNIT.lastIndex = end;
  const unit = UNIT.exec(text)?.[0] ?? '';
  if (!isArabic && (unit === '' || isWord(text, at, end, unit))) return undefined;
  const before = text.slice(Math.max(0, at - 4), at);
  const about =
    more !== '' ||
    /[余多]$/u.test(written) ||
    BEFORE_ABOUT.test(before) ||
    AFTER_ABOUT.test(text.slice(end + unit.length));
  const base = isArabic ? number.replace(/[ ,]/g, '') : chineseNumber(number);
  const zeros = zerosOf(scale || scaleAfter) + (MONEY_ZEROS[unit] ?? 0);
  // No multiplication: 5949.088667 is not exact in binary, so the product would not be 59490886.67.
  const value = Number(`${base}e${zeros}`);
  const decimals = /\.(\d+)/.exec(number)?.[1]?.length ?? 0;
  const step = Number(`1e${zeros - decimals}`);
  const place = { start: at, end: end + unit.length, digits: at };
  return { ...place, kind: kindOf(text, at, end, unit, isArabic), value, decimals, step, unit, about };
}

const zerosOf = (scale: string): number => ({ 万: 4, 亿: 8, 万亿: 12 })[scale] ?? 0;
const MONEY_ZEROS: Readonly<Record<string, number>> = { 万元: 4, 亿元: 8 };

const BEFORE_NAME = /(?:[A-Za-z0-9.:/_〔[-]|第|电话|传真|邮编|邮政编码|编号|号码|热线)$/u;
const AFTER_NAME = /^(?:年(?!内)|月|日|号|时|点|〕|\]|版|[:/~-]\d|[A-Za-z]|热线|平台|[-]\d)/u;

function kindOf(text: string, at: number, end: number, unit: string, isArabic: boolean): Figure['kind'] {
  const [before, after] = [text.slice(Math.max(0, at - 4), at), text.slice(end, end + 4)];
  if (isArabic && (BEFORE_NAME.test(before) || AFTER_NAME.test(after))) return 'name';
  if (!isArabic && before.endsWith('第')) return 'name';
  if (unit === '%' || unit === '‰') return 'percent';
  if (unit === '个百分点') return 'points';
  if (unit === '倍') return 'times';
  if (MONEY_UNITS.includes(unit)) return 'money';
  return unit === '' ? 'name' : 'count';
}

/** True for words with a numeral that are not numbers: 一批, 一次性, 两类. 一 alone is a number only before cases. */
function isWord(text: string, at: number, end: number, unit: string): boolean {
  if (/[第其之每同统万百千]$/u.test(text.slice(Math.max(0, at - 1), at))) return true;
  if (!COUNT_UNITS.includes(unit) && !MONEY_UNITS.includes(unit)) return true;
  if (text.slice(at, end) === '一' && !/^[件起宗例]$/u.test(unit)) return true;
  return /^(?:条例|条件|件事|份子|个别|例如|起来|起到|条龙|个百)/u.test(text.slice(end, end + 3));
}
