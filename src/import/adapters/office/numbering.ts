import { chineseNumeral } from '../../../writing/numerals.ts';
import { childOf, descendants, elementsOf, type XmlNode } from './xml.ts';

/** The number of a paragraph that Word writes by itself. */
export interface Numbered {
  /** As printed: 一、, （二）, 1. */
  readonly label: string;
  readonly depth: number;
  readonly bullet: boolean;
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** A list: its levels, and how far each has counted. */
export interface WordList {
  readonly levels: ReadonlyMap<number, Level>;
  /** Lists with the same definition go on counting, except where they start anew. */
  readonly counts: number[];
}

/** Returns a function that counts: it is to be called once for each numbered paragraph, in order. */
export function numberingOf(part: XmlNode | undefined): (list: string, depth: number) => Numbered | undefined {
  const definitions = new Map(
    elementsOf(part)
      .filter(({ name }) => name === 'abstractNum')
      .map((node): [string, WordList] => [node.attributes.abstractNumId ?? '', { levels: levelsOf(node), counts: [] }]),
  );
  const lists = new Map<string, WordList>();
  for (const node of elementsOf(part)) {
    if (node.name !== 'num') continue;
    const list = definitions.get(childOf(node, 'abstractNumId')?.attributes.val ?? '');
    if (list) lists.set(node.attributes.numId ?? '', overridden(list, node));
  }
  return counterOf(lists);
}

/** Counts in lists by their id. */
export function counterOf(lists: ReadonlyMap<string, WordList>): (list: string, depth: number) => Numbered | undefined {
  return (id, depth) => {
    const list = lists.get(id);
    const level = list?.levels.get(depth);
    if (!list || !level) return undefined;
    list.counts.length = Math.min(list.counts.length, depth + 1);
    list.counts[depth] = (list.counts[depth] ?? level.start - 1) + 1;
    const label = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = list.levels.get(at);
      return numeral(list.counts[at] ?? other?.start ?? 1, other?.format ?? 'decimal');
    });
    const bullet = level.format === 'bullet';
    return { label: bullet ? '' : label, depth, bullet };
  };
}

function levelsOf(node: XmlNode): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of descendants(node, 'lvl'))
    levels.set(Number(level.attributes.ilvl), {
      format: childOf(level, 'numFmt')?.attributes.val ?? 'decimal',
      text: childOf(level, 'lvlText')?.attributes.val ?? '',
      start: Number(childOf(level, 'start')?.attributes.val ?? 1),
    });
  return levels;
}

function overridden(list: WordList, num: XmlNode): WordList {
  const levels = levelsOf(num);
  for (const override of descendants(num, 'lvlOverride')) {
    const depth = Number(override.attributes.ilvl);
    const start = childOf(override, 'startOverride')?.attributes.val;
    const level = levels.get(depth) ?? list.levels.get(depth);
    if (start !== undefined && level) levels.set(depth, { ...level, start: Number(start) });
  }
  return levels.size === 0 ? list : { levels: new Map([...list.levels, ...levels]), counts: [] };
}

function numeral(value: number, format: string): string {
  if (/^(chinese|japanese|taiwanese|ideograph)/u.test(format))
    return value < 100 ? chineseNumeral(value) : String(value);
  if (format === 'decimalEnclosedCircle') return value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
  if (format === 'decimalFullWidth')
    return [...String(value)].map((digit) => '０１２３４５６７８９'[Number(digit)]).join('');
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCodePoint(97 + ((value - 1) % 26));
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  if (format === 'lowerRoman') return roman(value);
  if (format === 'upperRoman') return roman(value).toUpperCase();
  return format === 'none' ? '' : String(value);
}

function roman(value: number): string {
  const steps = [
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const;
  let [left, text] = [Math.min(value, 100), ''];
  for (const [step, sign] of steps) for (; left >= step; left -= step) text += sign;
  return text;
}

/** A paragraph is an item of a list if its number is one that Markdown can write; other numbers are part of the text. */
export const isItem = ({ bullet, label }: Pick<Numbered, 'bullet' | 'label'>): boolean =>
  bullet || /^\d+[.)、．]?$/u.test(label);
