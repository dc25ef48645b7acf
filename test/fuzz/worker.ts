import { reduce } from './reduce.ts';
import type { Steps } from './run.ts';
import { openKinds } from './run.ts';

/** The share of a worker, and the memory in which it says where it is. */
export interface Task {
  readonly kinds: readonly string[];
  readonly seed: number;
  /** The distance from an index to the next. */
  readonly stride: number;
  /** The indexes end before this one. */
  readonly end: number;
  /** The place in `kinds` of the running kind, the number of runs so far, 1 to stop, and the last index of each kind. */
  readonly progress: Int32Array;
}

export interface Failure {
  readonly kind: string;
  readonly index: number;
  readonly reason: string;
  /** Reduced, unless it is large. */
  readonly input: Uint8Array;
  readonly extension: string;
}

/** The figures of a batch: how often each outcome came up, and the steps and bytes of the longest and largest input. */
export interface Tally {
  readonly outcomes: Record<string, number>;
  longest: number;
  largest: number;
}

export type News = { readonly failure: Failure } | { readonly kind: string; readonly tally: Tally };

/** Bytes. Published files are larger; they are replayed by their seed. */
const LARGEST_REDUCED = 60_000;

type Opened = Awaited<ReturnType<typeof openKinds>>;

interface Numbered {
  readonly index: number;
  readonly input: Uint8Array;
}

/** Runs the inputs of a task, a batch of every kind in turn, until the end or until it is told to stop. */
export async function work(task: Task, steps: Steps, tell: (news: News) => void): Promise<void> {
  const { kinds, seed, stride, end, progress } = task;
  const all = await openKinds(kinds);
  const isStopped = () => Atomics.load(progress, 2) !== 0;
  const runners = kinds.map((kind, place) => {
    const told = (index: number) => {
      Atomics.store(progress, 0, place);
      Atomics.store(progress, 3 + place, index);
      Atomics.add(progress, 1, 1);
    };
    return {
      kind,
      next: Atomics.load(progress, 3 + place) + stride,
      ...createRunner(kind, all, steps, tell, { told, isStopped }),
    };
  });
  let left = runners;
  while (left.length > 0 && !isStopped()) {
    for (const runner of left) {
      const { kind, next, runBatch } = runner;
      const indexes = Array.from({ length: all.batch(kind) }, (_, at) => next + stride * at).filter(
        (index) => index < end,
      );
      if (!isStopped()) await runBatch(indexes.map((index) => ({ index, input: all.make(kind, seed, index) })));
      runner.next += stride * indexes.length;
    }
    left = left.filter(({ next }) => next < end);
  }
  await all.close();
}

/** Where a worker is, and whether it was told to stop. */
interface Progress {
  readonly told: (index: number) => void;
  readonly isStopped: () => boolean;
}

function createRunner(
  kind: string,
  all: Opened,
  steps: Steps,
  tell: (news: News) => void,
  { told, isStopped }: Progress,
) {
  const seen = new Set<string>();
  let longestBatch = 0;

  const failing = async ({ index, input }: Numbered, reason: string) => {
    if (seen.has(reason)) return;
    seen.add(reason);
    const failsAlike = async (smaller: Uint8Array) => {
      told(index);
      // A reduction can take minutes; the input as it is so far is kept.
      if (isStopped()) return false;
      return (await reasonOf(all, kind, smaller, reason === SLOW ? steps : undefined)) === reason;
    };
    const reduced = input.length > LARGEST_REDUCED ? input : await reduce(input, failsAlike);
    tell({ failure: { kind, index, reason, input: reduced, extension: all.extension(kind) } });
  };

  /** The steps of the longest run. */
  const countSingly = async (batch: readonly Numbered[]): Promise<number> => {
    let longest = 0;
    for (const one of batch) {
      told(one.index);
      await steps();
      await all.run(kind, one.input);
      const taken = await steps();
      longest = Math.max(longest, taken);
      if (taken > all.mostSteps(kind, one.input.length)) await failing(one, SLOW);
    }
    return longest;
  };

  const runBatch = async (batch: readonly Numbered[]) => {
    const tally: Tally = { outcomes: {}, longest: 0, largest: 0 };
    const failed: [Numbered, string][] = [];
    await steps();
    for (const one of batch) {
      told(one.index);
      const result = await all.run(kind, one.input);
      const outcome = 'outcome' in result ? result.outcome : 'FAILED';
      tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + 1;
      tally.largest = Math.max(tally.largest, one.input.length);
      if ('reason' in result) failed.push([one, result.reason]);
    }
    const taken = await steps();
    // Counting takes as long as a check, so single runs are counted only if one of them could have made too many steps.
    const fewest = Math.min(...batch.map(({ input }) => all.mostSteps(kind, input.length)));
    if (taken > longestBatch || taken > fewest) tally.longest = await countSingly(batch);
    longestBatch = Math.max(longestBatch, taken);
    tell({ kind, tally });
    for (const [one, reason] of failed) await failing(one, reason);
  };
  return { runBatch };
}

const SLOW = 'slow: too many steps';

/** The reason why an input fails, with `steps` also for too many of them. */
async function reasonOf(all: Opened, kind: string, input: Uint8Array, steps?: Steps): Promise<string | undefined> {
  await steps?.();
  const result = await all.run(kind, input);
  if ('reason' in result) return result.reason;
  return steps && (await steps()) > all.mostSteps(kind, input.length) ? SLOW : undefined;
}

/** Runs kept inputs again, each from a folder with the name of its kind. Returns what fails. */
export async function replay(
  files: readonly { kind: string; name: string; input: Uint8Array }[],
  steps: Steps,
): Promise<string[]> {
  const all = await openKinds([...new Set(files.map(({ kind }) => kind))]);
  const failed: string[] = [];
  for (const { kind, name, input } of files) {
    const reason = await reasonOf(all, kind, input, steps);
    if (reason !== undefined) failed.push(`${kind}/${name}: ${reason}`);
  }
  await all.close();
  return failed;
}
