import { chineseNumber } from '../../writing/numerals.ts';
import { escapePattern } from '../../writing/patterns.ts';
import {
  type About,
  AFTER_ABOUT,
  AFTER_NAME,
  BEFORE_ABOUT,
  BEFORE_NAME,
  CASES_BEHIND,
  HALVES,
  IN_LAWS,
  NOT_UNITS,
} from '../vocabulary/numbers.ts';
import { CASE_UNITS, COUNT_UNITS, LOOSE_UNITS, MONEY_UNITS, OTHER_UNITS } from '../vocabulary/units.ts';

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
   * - `percent` (also 三成, 四分之一), `points` (个百分点), `times` (倍)
   * - `bare`: a number without a unit
   * - `name`: not a quantity: a year, a date, a document or telephone number, an ordinal
   */
  readonly kind: 'count' | 'money' | 'percent' | 'points' | 'times' | 'bare' | 'name';
  /** In units; money in yuan, shares in percent. */
  readonly value: number;
  /** The number of digits after the decimal point, as written. */
  readonly decimals: number;
  /** The value of 1 in the last digit, in the unit of `value`: 100 yuan for 5949.09万元. */
  readonly step: number;
  /** The unit, such as 件; empty if there is none. */
  readonly unit: string;
  /** Set if it is not the exact number. */
  readonly about: About | undefined;
}

const ARABIC = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?`;
const NUMERALS = '[零〇一二两三四五六七八九十百千]+';
const SCALE = '(?:万|亿|万亿)?';
const oneOf = (words: readonly string[]): string =>
  `(?:${[...words]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|')})`;
/** 百分之三十二点五, 四分之一, 三成, 过半 */
const SHARE = `百分之(?<percent>${NUMERALS}(?:点${NUMERALS})?)|(?<of>[二三四五六七八九十])分之(?<part>[一二两三四五六七八九])|(?<tenths>[一二两三四五六七八九])成(?<half>[半一二三四五六七八九])?|(?<halves>${oneOf(Object.values(HALVES).flat())})(?![年月天日个小百])`;
const PATTERN = new RegExp(
  `${SHARE}|(?<number>${ARABIC}|${NUMERALS}(?:万${NUMERALS})?)(?<scale>${SCALE})(?<more>[余多几]?)(?<after>${SCALE})(?:余|多)?`,
  'gu',
);
const TIMES = '倍';
const UNIT = new RegExp(`个百分点|%|‰|${TIMES}|${oneOf([...MONEY_UNITS, ...COUNT_UNITS, ...OTHER_UNITS])}`, 'uy');
const sensesOf = (words: Readonly<Record<About, readonly string[]>>): Map<string, About> =>
  new Map(Object.entries(words).flatMap(([sense, own]) => own.map((word) => [word, sense as About])));
const BEFORE = sensesOf(BEFORE_ABOUT);
const AFTER = sensesOf(AFTER_ABOUT);
const HALF = sensesOf(HALVES);
const IS_BEFORE = new RegExp(`${oneOf([...BEFORE.keys()])}$`, 'u');
const IS_AFTER = new RegExp(oneOf([...AFTER.keys()]), 'uy');
const NAME_BEFORE = new RegExp(`(?:[A-Za-z0-9./_]|(?<!-)-|[A-Za-z0-9]:|${oneOf(BEFORE_NAME)})$`, 'u');
/** 邮编:223100 */
const LABEL_BEFORE = new RegExp(`${oneOf(BEFORE_NAME)}(?:号码)? ?[:为是] ?$`, 'u');
const NAME_AFTER = new RegExp(`${oneOf(AFTER_NAME)}|[:/~-]\\d|[A-Za-z]`, 'uy');
const ORDINAL = '第';
const CASE_BEHIND = new RegExp(oneOf(CASES_BEHIND), 'uy');
const NO_UNIT = new RegExp(oneOf(NOT_UNITS), 'uy');

/** 2.23件申请: the 2 numbers an item, because cases are whole. */
const ITEM = /^\d+\.(?=[1-9]\d*$)/u;

/** All numbers in a text, in order. Runs in linear time. */
export function findFigures(text: string): Figure[] {
  return [...text.matchAll(PATTERN)].flatMap((match) => {
    const figure = match.groups?.number === undefined ? shareIn(text, match) : read(text, match);
    return figure ? [figure] : [];
  });
}

const matchesAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** 百分之三十二点五, 四分之一, 三成, 过半: in percent. */
function shareIn(text: string, match: RegExpMatchArray): Figure {
  const { percent, of, part, tenths, half, halves } = match.groups ?? {};
  const [whole = '', fraction] = percent?.split('点') ?? [];
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const digits = fraction === undefined ? '' : [...fraction].map((one) => chineseNumber(one)).join('');
  const value =
    percent !== undefined
      ? Number(`${chineseNumber(whole)}${digits && `.${digits}`}`)
      : of !== undefined
        ? (chineseNumber(part ?? '') / chineseNumber(of)) * 100
        : halves !== undefined
          ? 50
          : chineseNumber(tenths ?? '') * 10 + (half === '半' ? 5 : chineseNumber(half ?? ''));
  // 三成 and 四分之一 are always round.
  const [own, after] = aboutIn(text, start, end);
  const about = own ?? HALF.get(halves ?? '') ?? (percent === undefined ? 'around' : undefined);
  const step = percent === undefined ? (half === undefined ? 10 : 1) : 10 ** -digits.length;
  return {
    start,
    end: end + after,
    digits: start,
    kind: 'percent',
    value,
    decimals: digits.length,
    step,
    unit: '%',
    about,
  };
}

function read(text: string, match: RegExpMatchArray): Figure | undefined {
  const { number: told = '', scale = '', more = '', after = '' } = match.groups ?? {};
  const [written] = match;
  const from = match.index ?? 0;
  const end = from + written.length;
  const isArabic = /^\d/.test(told);
  UNIT.lastIndex = end;
  const unit = UNIT.exec(text)?.[0] ?? '';
  if (!isArabic && unit === '') return undefined;
  const isFirstOf = scale === '' && unit === '件' && (from === 0 || /[\n。;:]/u.test(text[from - 1] ?? ''));
  const [item = ''] = (isFirstOf && ITEM.exec(told)) || [];
  const at = from + item.length;
  const number = told.slice(item.length);
  // 第三十六条
  const isOrdinal = text[at - 1] === ORDINAL && IN_LAWS.includes(unit);
  if (!isArabic && !isOrdinal && (unit === '' || isWord(text, at, end, unit))) return undefined;
  const base = isArabic ? number.replace(/[ ,]/g, '') : chineseNumber(number);
  const zeros = zerosOf(scale || after) + (MONEY_ZEROS[unit] ?? 0);
  // No multiplication: 5949.088667 is not exact in binary, so the product would not be 59490886.67.
  const value = Number(`${base}e${zeros}`);
  const decimals = /\.(\d+)/.exec(number)?.[1]?.length ?? 0;
  const step = Number(`1e${zeros - decimals}`);
  const [own, modified] = aboutIn(text, at, end + unit.length);
  const place = { start: isOrdinal ? at - 1 : at, end: end + unit.length + modified, digits: at };
  const kind = kindOf(text, { at: from, end, unit, isArabic });
  const about = more !== '' || /[余多]$/u.test(written) ? 'more' : own;
  return { ...place, kind, value, decimals, step, unit, about };
}

/** In which way a figure between two places is not exact, and the length of the word behind it that says so. */
function aboutIn(text: string, at: number, end: number): [About | undefined, number] {
  IS_AFTER.lastIndex = end;
  const [after = ''] = IS_AFTER.exec(text) ?? [];
  // 比上年的29件多5件
  const length = /\d/.test(text[end + after.length] ?? '') ? 0 : after.length;
  const [before = ''] = IS_BEFORE.exec(text.slice(Math.max(0, at - 5), at)) ?? [];
  return [BEFORE.get(before) ?? (length > 0 ? AFTER.get(after) : undefined), length];
}

const zerosOf = (scale: string): number => ({ 万: 4, 亿: 8, 万亿: 12 })[scale] ?? 0;
const MONEY_ZEROS: Readonly<Record<string, number>> = { 万元: 4, 亿元: 8 };

interface Written {
  readonly at: number;
  readonly end: number;
  readonly unit: string;
  readonly isArabic: boolean;
}

function kindOf(text: string, { at, end, unit, isArabic }: Written): Figure['kind'] {
  const before = text.slice(Math.max(0, at - 8), at);
  // (1), 1. and 1、 number items.
  const isItem =
    unit === '' &&
    ((before.endsWith('(') && text[end] === ')') ||
      ((at === 0 || /[\n。;(]$/u.test(before)) && /^[.、]/u.test(text.slice(end, end + 1))));
  if (isItem) return 'name';
  if (
    isArabic &&
    (NAME_BEFORE.test(before) || (unit === '' && (LABEL_BEFORE.test(before) || matchesAt(NAME_AFTER, text, end))))
  )
    return 'name';
  // The second half of a telephone number: 0577-8909 0000.
  if (isArabic && unit === '' && /\d $/.test(before)) return 'name';
  if (!isArabic && before.endsWith(ORDINAL)) return 'name';
  if (unit === '%' || unit === '‰') return 'percent';
  if (unit === '个百分点') return 'points';
  if (unit === TIMES) return 'times';
  if (MONEY_UNITS.includes(unit)) return 'money';
  return unit === '' ? 'bare' : 'count';
}

/** 收到一份申请 */
const isOneCase = (text: string, end: number, unit: string): boolean =>
  CASE_UNITS.includes(unit) && !LOOSE_UNITS.includes(unit) && matchesAt(CASE_BEHIND, text, end + unit.length);

/** True for words with a numeral that are not numbers: 一批, 一次性, 两类. 一 alone is a number only before cases. */
function isWord(text: string, at: number, end: number, unit: string): boolean {
  if (/[第其之每同统万百千]$/u.test(text.slice(Math.max(0, at - 1), at))) return true;
  if (!COUNT_UNITS.includes(unit) && !MONEY_UNITS.includes(unit) && unit !== TIMES) return true;
  if (text.slice(at, end) === '一' && !/^[件起宗例倍]$/u.test(unit)) return !isOneCase(text, end, unit);
  return matchesAt(NO_UNIT, text, end);
}
