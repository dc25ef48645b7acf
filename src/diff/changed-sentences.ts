import { diffArrays } from 'diff';
import { drawnIn, withoutSpaces } from './drawn-words.ts';
import { generatedSections } from './generated.ts';
import { pairAlike } from './pair-alike.ts';
import type { ComparedReport } from './read.ts';
import { type ComparedSentence, sentencesOf } from './sentences.ts';
import type { ChangedSentence, PlacedSentence, ReportDiff } from './types.ts';
import { changedWords } from './words.ts';

/** More changes are found by the sentences alone, whatever their order. */
const MOST_CHANGES = 1000;

type ChangedTexts = Pick<ReportDiff, 'sentences' | 'typography' | 'kept'>;

/** The sentences that differ: removed, added, moved to another place, or changed a little. Those removed come in the order of the first report. */
export function changedSentences(before: ComparedReport, after: ComparedReport): ChangedTexts {
  const left = new Set<unknown>(generatedSections(before, after));
  const isRead = before.source.published !== undefined || after.source.published !== undefined;
  const isCompared =
    (drawn: ReadonlySet<string>) =>
    ({ path, key, isChart }: ComparedSentence) =>
      !left.has(path[0]) && !(isRead && isChart) && !drawn.has(withoutSpaces(key));
  const [old, now] = [
    sentencesOf(before.report).filter(isCompared(drawnIn(after, before))),
    sentencesOf(after.report).filter(isCompared(drawnIn(before, after))),
  ];
  const { same, removed, added } = aligned(old, now);
  const moved = sameElsewhere(removed, added);
  const [others, more] = [removed.filter((one) => !moved.has(one)), without(added, moved.values())];
  const changed = pairAlike(others, more);
  const partners = new Map([...moved, ...changed].map(([one, other]) => [other, one]));
  const gone = others.filter((one) => !changed.has(one));
  const sentences = [
    ...gone.map((one): ChangedSentence => ({ kind: 'removed', before: placed(one), after: undefined, words: [] })),
    ...added.map((one): ChangedSentence => {
      const other = partners.get(one);
      if (!other) return { kind: 'added', before: undefined, after: placed(one), words: [] };
      const isMoved = moved.has(other);
      const words = isMoved ? [] : changedWords(other.text, one.text);
      return { kind: isMoved ? 'moved' : 'changed', before: placed(other), after: placed(one), words };
    }),
  ];
  const typography = same.filter(([one, other]) => one.text !== other.text).length;
  return { sentences, typography, kept: same.length + moved.size };
}

const placed = ({ path, name, text }: ComparedSentence): PlacedSentence => ({ path, name, text });

const without = (all: readonly ComparedSentence[], some: Iterable<ComparedSentence>): ComparedSentence[] => {
  const left = new Set(some);
  return all.filter((one) => !left.has(one));
};

interface Aligned {
  readonly same: readonly (readonly [ComparedSentence, ComparedSentence])[];
  readonly removed: readonly ComparedSentence[];
  readonly added: readonly ComparedSentence[];
}

function aligned(old: readonly ComparedSentence[], now: readonly ComparedSentence[]): Aligned {
  // A sentence that is in another section now was moved.
  const keys = (all: readonly ComparedSentence[]) => all.map(({ path, key }) => `${path[0]} ${key}`);
  const changes = diffArrays(keys(old), keys(now), { maxEditLength: MOST_CHANGES });
  if (!changes) return unordered(old, now);
  const result = {
    same: [] as [ComparedSentence, ComparedSentence][],
    removed: [] as ComparedSentence[],
    added: [] as ComparedSentence[],
  };
  let [from, to] = [0, 0];
  for (const { count, added, removed } of changes) {
    const [ones, others] = [old.slice(from, from + count), now.slice(to, to + count)];
    if (removed) result.removed.push(...ones);
    else if (added) result.added.push(...others);
    else
      result.same.push(
        ...ones.map((one, at): [ComparedSentence, ComparedSentence] => [one, others[at] as ComparedSentence]),
      );
    if (!added) from += count;
    if (!removed) to += count;
  }
  return result;
}

/** The same by the sentences alone, in linear time. */
function unordered(old: readonly ComparedSentence[], now: readonly ComparedSentence[]): Aligned {
  const pairs = sameElsewhere(old, now);
  return { same: [...pairs], removed: old.filter((one) => !pairs.has(one)), added: without(now, pairs.values()) };
}

/** Pairs sentences with the same key, in order. */
function sameElsewhere(
  removed: readonly ComparedSentence[],
  added: readonly ComparedSentence[],
): Map<ComparedSentence, ComparedSentence> {
  const waiting = new Map<string, ComparedSentence[]>();
  for (const one of added.toReversed()) {
    const others = waiting.get(one.key);
    if (others) others.push(one);
    else waiting.set(one.key, [one]);
  }
  return new Map(
    removed.flatMap((one) => {
      const other = waiting.get(one.key)?.pop();
      return other ? [[one, other] as const] : [];
    }),
  );
}
