import { WORDS } from '../vocabulary/index.ts';
import { patternsOf, type Role, type Words } from '../vocabulary/words.ts';

/** The meaning of a word. */
export interface Meaning {
  readonly role: Role;
  readonly value: string;
}

/** A spelling or a pattern such as `收(到|)`, with the meaning of its words. */
interface Entry {
  readonly pattern: string;
  readonly meaning: Meaning;
  /** Brackets and lines in it are characters of the word. */
  readonly isSpelling?: true;
}

/** A character of a pattern that can come next. */
interface Place {
  readonly entry: Entry;
  readonly at: number;
}

/**
 * All places that the characters read so far can have led to. Its followers are found when a text first needs them.
 * Characters are code units, because a one-character string of each Chinese character would have to be made.
 */
interface State {
  readonly places: ReadonlyMap<number, readonly Place[]>;
  /** The meaning of the word that the characters are, of the entry that is first in the lists. */
  readonly meaning: Meaning | undefined;
  readonly next: Map<number, State>;
}

/** The words of a reader: the state before the first character. */
export type Dictionary = State;

/**
 * Reads lists of words; of two lists with the same word, the first one counts. The patterns are not spread to spellings, of
 * which there are some 100,000: a word is followed character by character. `own` are spellings that go before them.
 */
export function dictionaryOf(words: readonly Words[], own: readonly (readonly [string, Meaning])[] = []): Dictionary {
  const entries = [
    ...own.map(([pattern, meaning]): Entry => ({ pattern, meaning, isSpelling: true })),
    ...words.flatMap(({ role, value, words: written }) => {
      const meaning = { role, value };
      return patternsOf(written).map((pattern): Entry => ({ pattern, meaning }));
    }),
  ];
  return stateOf(entries.map((entry) => ({ entry, at: 0 })));
}

function stateOf(starts: readonly Place[]): State {
  const places = new Map<number, Place[]>();
  let meaning: Meaning | undefined;
  for (const { entry, at } of starts) {
    const { pattern } = entry;
    for (const place of entry.isSpelling || isPlain(pattern[at]) ? [at] : followersOf(pattern, at)) {
      const char = pattern.charCodeAt(place);
      if (place === pattern.length) meaning ??= entry.meaning;
      else {
        const same = places.get(char);
        if (same) same.push({ entry, at: place });
        else places.set(char, [{ entry, at: place }]);
      }
    }
  }
  return { places, meaning, next: new Map() };
}

const isPlain = (char: string | undefined): boolean => char !== '(' && char !== '|' && char !== ')';

/** The characters of a pattern that can come at a place of it; its length if the word can end there. */
function followersOf(pattern: string, start: number): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const char = pattern[at];
    if (char === '(') open.push(...alternativesAt(pattern, at));
    else if (char === '|' || char === ')') open.push(endOf(pattern, at) + 1);
    else found.add(at);
  }
  return found;
}

/** Where the alternatives of the bracket at `open` start. */
function alternativesAt(pattern: string, open: number): number[] {
  const end = endOf(pattern, open + 1);
  const starts = [open + 1];
  for (let at = open + 1, depth = 0; at < end; at++) {
    if (pattern[at] === '(') depth++;
    else if (pattern[at] === ')') depth--;
    else if (pattern[at] === '|' && depth === 0) starts.push(at + 1);
  }
  return starts;
}

/** The closing bracket of the alternative at `from`. */
function endOf(pattern: string, from: number): number {
  let at = from;
  for (let depth = 0; at < pattern.length && !(pattern[at] === ')' && depth === 0); at++) {
    if (pattern[at] === '(') depth++;
    else if (pattern[at] === ')') depth--;
  }
  return at;
}

function follow(state: State, char: number): State | undefined {
  const known = state.next.get(char);
  const places = known ? undefined : state.places.get(char);
  if (!places) return known;
  const next = stateOf(places.map(({ entry, at }) => ({ entry, at: at + 1 })));
  state.next.set(char, next);
  return next;
}

let builtIn: Dictionary | undefined;

/** The built-in words, read once. */
export function builtInDictionary(): Dictionary {
  builtIn ??= dictionaryOf(WORDS);
  return builtIn;
}

/** The longest word that starts at a position. */
export function wordAt(dictionary: Dictionary, text: string, at: number): readonly [string, Meaning] | undefined {
  let state: State | undefined = dictionary;
  let found: readonly [number, Meaning] | undefined;
  for (let end = at; state && end < text.length; ) {
    state = follow(state, text.charCodeAt(end));
    end++;
    if (state?.meaning) found = [end, state.meaning];
  }
  return found && [text.slice(at, found[0]), found[1]];
}
