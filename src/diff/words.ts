import { diffArrays } from 'diff';
import { readText } from '../prose/read-text.ts';
import type { WordChange } from './types.ts';

/** Longer sentences, and those with more changes, are shown as replaced. */
const MOST_PARTS = 4000;
const MOST_CHANGES = 400;

/** Numbers with their decimals, Latin words, blanks, or any other character. */
const PART = /\d[\d.,]*%?|[A-Za-z]+|\s+|./gsu;

/** A changed sentence in pieces: numbers and Latin words are never cut, and one character that stayed between two changes counts as changed. */
export function changedWords(before: string, after: string): WordChange[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const options = { comparator: isSamePart, maxEditLength: MOST_CHANGES } as const;
  const changes = Math.max(old.length, now.length) > MOST_PARTS ? undefined : diffArrays(old, now, options);
  if (!changes) return grouped([change('removed', before), change('added', after)]);
  const pieces = changes.map(({ value, added, removed }) =>
    change(added ? 'added' : removed ? 'removed' : 'same', value.map(({ text }) => text).join('')),
  );
  return grouped(pieces);
}

interface Part {
  readonly text: string;
  /** Without the width and shape of punctuation. */
  readonly key: string;
}

const partsOf = (text: string): Part[] =>
  [...text.matchAll(PART)].map(([part]) => ({ text: part, key: readText(part, () => undefined).text || part }));

const isSamePart = (one: Part, other: Part): boolean => one.key === other.key;

const change = (kind: WordChange['kind'], text: string): WordChange => ({ kind, text });

/** Puts neighbouring changes together: first what was removed, then what was added. */
function grouped(pieces: readonly WordChange[]): WordChange[] {
  const made: WordChange[] = [];
  let [removed, added] = ['', ''];
  const close = () => {
    if (removed !== '') made.push(change('removed', removed));
    if (added !== '') made.push(change('added', added));
    [removed, added] = ['', ''];
  };
  for (const [at, { kind, text }] of pieces.entries()) {
    const isBetween = kind === 'same' && [...text].length === 1 && at > 0 && at < pieces.length - 1;
    if (kind === 'same' && !isBetween) {
      close();
      made.push(change('same', text));
    }
    if (kind === 'removed' || isBetween) removed += text;
    if (kind === 'added' || isBetween) added += text;
  }
  close();
  return made;
}
