import { WORDS } from '../vocabulary/index.ts';
import { type Role, spellingsOf, type Words } from '../vocabulary/words.ts';

/** The meaning of a word. */
export interface Meaning {
  readonly role: Role;
  readonly value: string;
}

/** All spellings by their first character, the longest first. */
export type Dictionary = ReadonlyMap<string, readonly (readonly [string, Meaning])[]>;

/** Words of a house that override the built-in ones. */
export function dictionaryOf(words: readonly Words[]): Dictionary {
  const meanings = new Map<string, Meaning>();
  for (const { role, value, words: written } of words)
    for (const word of spellingsOf(written)) if (!meanings.has(word)) meanings.set(word, { role, value });
  const byFirst = new Map<string, [string, Meaning][]>();
  for (const entry of meanings) {
    const first = [...entry[0]][0] as string;
    const same = byFirst.get(first);
    if (same) same.push(entry);
    else byFirst.set(first, [entry]);
  }
  for (const same of byFirst.values()) same.sort(([a], [b]) => b.length - a.length);
  return byFirst;
}

let builtIn: Dictionary | undefined;

/** The built-in words, read once. */
export function builtInDictionary(): Dictionary {
  builtIn ??= dictionaryOf(WORDS);
  return builtIn;
}

/** The longest word that starts at a position. */
export function wordAt(dictionary: Dictionary, text: string, at: number): readonly [string, Meaning] | undefined {
  return dictionary.get(text[at] ?? '')?.find(([word]) => text.startsWith(word, at));
}
