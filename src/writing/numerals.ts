/** Numbers and dates in the notation of official documents. */

/** 0 to 9. */
export const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

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
