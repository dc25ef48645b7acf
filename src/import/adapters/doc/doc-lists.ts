import { tidy } from '../office/inline.ts';
import { counterOf, type Numbered, type WordList } from '../office/numbering.ts';

/** Formats of numbers by their code in old files (MS-OSHARED, MSONFC), as new files name them. */
const FORMATS: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'japaneseCounting',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth',
  23: 'bullet',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCounting',
  37: 'chineseCounting',
  38: 'chineseCounting',
  39: 'chineseCounting',
  255: 'none',
};

/**
 * Returns a function that counts the numbered paragraphs of a file, by the number of their list and their level.
 *
 * @param listed where the definitions begin in the table stream, and their length: levels follow behind that length
 */
export function docNumbering(
  table: Buffer,
  definitions: number,
  overrides: number,
): (list: string, depth: number) => Numbered | undefined {
  try {
    const lists = definitionsOf(table, definitions);
    const byNumber = new Map<string, WordList>();
    const count = Math.min(table.readUInt32LE(overrides), 10_000);
    for (let index = 0; index < count; index++) {
      const list = lists.get(table.readInt32LE(overrides + 4 + index * 16));
      if (list) byNumber.set(String(index + 1), list);
    }
    return counterOf(byNumber);
  } catch {
    // Without lists, or with broken ones, paragraphs have no numbers.
    return () => undefined;
  }
}

function definitionsOf(table: Buffer, start: number): Map<number, WordList> {
  const lists = new Map<number, WordList>();
  const count = table.readUInt16LE(start);
  let at = start + 2 + count * 28;
  for (let index = 0; index < count; index++) {
    const entry = start + 2 + index * 28;
    const levels = new Map<number, { format: string; text: string; start: number }>();
    const simple = (table.readUInt8(entry + 26) & 1) === 1;
    for (let depth = 0; depth < (simple ? 1 : 9); depth++) {
      const format = FORMATS[table.readUInt8(at + 4)] ?? 'decimal';
      const text = at + 28 + table.readUInt8(at + 24) + table.readUInt8(at + 25);
      const length = table.readUInt16LE(text);
      const shown = table.toString('utf16le', text + 2, text + 2 + length * 2);
      levels.set(depth, { format, text: placeholders(shown), start: table.readInt32LE(at) });
      at = text + 2 + length * 2;
    }
    lists.set(table.readInt32LE(entry), { levels, counts: [] });
  }
  return lists;
}

/** The number of a level stands in the text as the character of its code. */
const placeholders = (text: string): string =>
  tidy([...text].map((char) => (char <= '\x08' ? `%${char.charCodeAt(0) + 1}` : char)).join(''));
