/** Numbers and dates in the notation of official documents. */

/** 0 to 9. */
const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A character class that matches one Chinese numeral of a section number. */
export const SECTION_NUMERAL = '[一二三四五六七八九十]';
const SECTION = new RegExp(`^(?:${SECTION_NUMERAL}+、|（${SECTION_NUMERAL}+）)`, 'u');

/** A heading without its number: 三、 or （一）. */
export const withoutNumber = (heading: string): string => heading.replace(SECTION, '');

/** A number from 1 to 99 in Chinese numerals: 三, 十, 二十一. */
export function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return NUMERALS[ones] ?? '';
  return `${tens > 1 ? NUMERALS[tens] : ''}十${ones > 0 ? NUMERALS[ones] : ''}`;
}

/** `2024-01-22` -> 2024年1月22日 */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  NUMERALS.map((digit, value): [string, number] => [digit, value]).concat([
    ['〇', 0],
    ['两', 2],
  ]),
);
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一百二十 -> 120; 十二万三千 -> 123000. Text that is not a number gives some number. */
export function chineseNumber(text: string): number {
  const [high, low] = text.includes('万') ? text.split('万') : ['', text];
  return (high ? below10000(high) * 10_000 : 0) + below10000(low ?? '');
}

function below10000(text: string): number {
  if (/^[零〇一二两三四五六七八九]+$/u.test(text) && text.length > 1)
    return Number([...text].map((digit) => DIGITS[digit]).join(''));
  let [sum, digit] = [0, 0];
  for (const char of text) {
    const tens = TENS[char];
    if (tens === undefined) digit = DIGITS[char] ?? 0;
    else {
      sum += (digit || 1) * tens;
      digit = 0;
    }
  }
  return sum + digit;
}

const D = '[一二三四五六七八九]';
const BELOW_100 = `(?:${D}?十${D}?)`;
const BELOW_1000 = `(?:${D}百(?:零${D}|零?${BELOW_100})?)`;
const BELOW_10000 = `(?:${D}千(?:零(?:${BELOW_100}|${D})|零?${BELOW_1000})?)`;
const ANY = `(?:${BELOW_10000}|${BELOW_1000}|${BELOW_100}|${D})`;
const COMPLETE = new RegExp(`^(?:零|${ANY}|${ANY}万(?:零?${ANY})?)$`, 'u');

/** The capital numerals of accounts, and other forms of the same numerals. */
const OTHER_FORMS = '壹贰叁肆伍陆柒捌玖拾佰仟两〇○';
const PLAIN_FORMS = '一二三四五六七八九十百千二零零';

/** The value of Chinese numerals that can mean only one number, below a hundred million; undefined for 一百二 (102 or 120) and other texts. */
export function numberOf(text: string): number | undefined {
  const plain = text
    .replace(/./gu, (char) => PLAIN_FORMS[OTHER_FORMS.indexOf(char)] ?? char)
    .replace('廿', '二十')
    .replace('卅', '三十');
  return COMPLETE.test(plain) ? chineseNumber(plain) : undefined;
}

/** 二〇二六 -> 2026 */
export function digitByDigit(text: string): string | undefined {
  const digits = [...text].map((char) => '〇一二三四五六七八九'.indexOf(char.replace(/[零○]/u, '〇')));
  return digits.every((digit) => digit >= 0) ? digits.join('') : undefined;
}
