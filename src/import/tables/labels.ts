import { distance } from 'fastest-levenshtein';

/** Texts longer than this are prose, not labels. */
export const LONGEST_LABEL = 120;

const NUMERALS = '[一二三四五六七八九十0-9]{1,3}';
// （一） (1) 一、 1. 1、 anywhere; a digit at the beginning also without a sign behind it.
const NUMBERING = new RegExp(`\\(${NUMERALS}\\)|(?<![第0-9])${NUMERALS}[、.)]|^[0-9]{1,2}(?=\\p{Script=Han})`, 'gu');
const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/其它/gu, '其他'],
  [/^(合计|总数|共计)$/u, '总计'],
];

/** A label without what differs from page to page: width, spaces, line breaks, numbering, punctuation. Empty if nothing is left. */
export function plainLabel(text: string): string {
  if (text.length > LONGEST_LABEL * 2) return '';
  const bare = compact(text)
    .replace(NUMBERING, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  const plain = SAME_WORDS.reduce((label, [other, own]) => label.replace(other, own), bare);
  return plain.length > LONGEST_LABEL ? '' : plain;
}

const compact = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');

/** The spellings of an official label: as it is, and without what stands in brackets. */
export function spellings(label: string): string[] {
  const whole = compact(label).replace(NUMBERING, '');
  return [...new Set([whole, whole.replace(/\([^()]*\)/gu, '')].map(plainLabel))].filter((one) => one !== '');
}

/** How alike two plain labels are: 1 for equal ones, 0 for those that have nothing in common. */
export function likeness(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  const longer = Math.max(one.length, other.length);
  if (Math.min(one.length, other.length) < longer / 2) return 0;
  return 1 - distance(one, other) / longer;
}
