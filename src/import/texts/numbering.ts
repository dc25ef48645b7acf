import { digitByDigit, numberOf } from '../../writing/numerals.ts';

/** How a heading is numbered: 第一部分 · 一、 · 1. · （一） · （1）. */
export type NumberStyle = 'part' | 'top' | 'arabic' | 'paren' | 'paren-arabic';

/** The number before a heading, item or paragraph. */
export interface LineNumber {
  readonly style: NumberStyle;
  readonly value: number | undefined;
  /** Its length with its mark, in the squeezed text. */
  readonly length: number;
}

const NUMERAL = '([一二三四五六七八九十]{1,3})';
const STYLES: readonly (readonly [NumberStyle, RegExp])[] = [
  ['part', /^第([一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|章)[、.:,]?/u],
  ['top', new RegExp(`^${NUMERAL}[、.,:](?!${NUMERAL}[、季月级])`, 'u')],
  ['paren', new RegExp(`^\\(${NUMERAL}\\)[、.]?`, 'u')],
  ['arabic', /^(\d{1,2})[、.](?!\d)/u],
  ['paren-arabic', /^\((\d{1,2})\)/u],
];

/** The number that a squeezed line begins with; undefined if it has none. */
export function numberBefore(line: string): LineNumber | undefined {
  for (const [style, pattern] of STYLES) {
    const found = pattern.exec(line);
    if (found) return { style, value: valueIn(found[1] ?? ''), length: found[0].length };
  }
  return undefined;
}

function valueIn(written: string): number | undefined {
  if (/^\d/u.test(written)) return Number(written);
  // 三三、 is 三、 with its number printed twice.
  const single = written.length > 1 && digitByDigit(written) && new Set(written).size === 1 ? written[0] : written;
  return numberOf(single ?? '');
}
