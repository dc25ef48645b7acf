import { WORDS } from '../vocabulary/index.ts';
import { type Pattern, patternsOf, type Role, type Words } from '../vocabulary/words.ts';

/** The meaning of a word. */
export interface Meaning {
  readonly role: Role;
  readonly value: string;
}

/** A place in a pattern, or between two of them: what can follow. */
interface Node {
  /** The characters that lead on. */
  readonly chars: [string, Node][];
  /** Where the pattern goes on without a character. */
  readonly free: Node[];
  /** The meaning of the word that ends here, and its place in the lists. */
  meaning?: Meaning;
  order?: number;
}

/** All places that the characters read so far can have led to. Its followers are found when a text first needs them. */
interface State {
  readonly nodes: readonly Node[];
  readonly meaning: Meaning | undefined;
  readonly next: Map<string, State | undefined>;
}

/** The words of a reader: the state before the first character. */
export type Dictionary = State;

/**
 * Reads lists of words; of two lists with the same word, the first one counts. The patterns are not spread to spellings, of
 * which there are some 100,000: a word is followed character by character. `own` are spellings, no patterns, that go before
 * them.
 */
export function dictionaryOf(words: readonly Words[], own: readonly (readonly [string, Meaning])[] = []): Dictionary {
  const start = node();
  let order = 0;
  const add = (pattern: Pattern, meaning: Meaning) => {
    const end = append(pattern, start);
    end.meaning = meaning;
    end.order = order++;
  };
  for (const [word, meaning] of own) add([word], meaning);
  for (const { role, value, words: written } of words) {
    for (const pattern of patternsOf(written)) add(pattern, { role, value });
  }
  return stateOf([start]);
}

const node = (): Node => ({ chars: [], free: [] });

/** Adds the nodes of a pattern behind a node and returns the last one. */
function append(pattern: Pattern, from: Node): Node {
  // Its own node: a part of another pattern must not lead on into this one.
  let here = node();
  from.free.push(here);
  for (const part of pattern) {
    const end = node();
    if (typeof part === 'string') {
      const chars = [...part];
      for (const [index, char] of chars.entries()) {
        const next = index === chars.length - 1 ? end : node();
        here.chars.push([char, next]);
        here = next;
      }
    } else {
      for (const choice of part) append(choice, here).free.push(end);
      here = end;
    }
  }
  return here;
}

/** The state of some nodes, with all that they lead to without a character. */
function stateOf(start: readonly Node[]): State {
  const nodes = new Set<Node>(start);
  for (const one of nodes) for (const free of one.free) nodes.add(free);
  const [first] = [...nodes].filter(({ meaning }) => meaning).sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  return { nodes: [...nodes], meaning: first?.meaning, next: new Map() };
}

function follow(state: State, char: string): State | undefined {
  if (state.next.has(char)) return state.next.get(char);
  const found = state.nodes.flatMap(({ chars }) => chars.flatMap(([one, next]) => (one === char ? [next] : [])));
  const next = found.length > 0 ? stateOf(found) : undefined;
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
    state = follow(state, text[end] as string);
    end++;
    if (state?.meaning) found = [end, state.meaning];
  }
  return found && [text.slice(at, found[0]), found[1]];
}
