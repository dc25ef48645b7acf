import { reduce } from './reduce.ts';
import type { Steps } from './run.ts';
import { mostSteps, openKinds } from './run.ts';

/** The share of a worker, and the memory in which it says where it is. */
export interface Task {
  readonly kinds: readonly string[];
  readonly seed: number;
  /** The first index, and the distance to the next. */
  readonly first: number;
  readonly stride: number;
  /** The indexes end before this one. */
  readonly end: number;
  /** The place of the kind in `kinds`, the index, the number of runs so far, and 1 to stop. */
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

/** The figures of a kind: how often each outcome came up, and the steps and bytes of the longest and largest input. */
export interface Tally {
  readonly outcomes: Record<string, number>;
  longest: number;
  largest: number;
}

export type News = { readonly failure: Failure } | { readonly kind: string; readonly tally: Tally };

/** Bytes. Published files are larger; they are replayed by their seed. */
const LARGEST_REDUCED = 60_000;

/** Counting steps takes as long as a check, so it is done for a batch, and for single runs only if there were many. */
const BATCH = 16;

type Opened = Awaited<ReturnType<typeof openKinds>>;

interface Numbered {
  readonly index: number;
  readonly input: Uint8Array;
}

/** Runs the inputs of a task, a batch of every kind in turn, until the end or until it is told to stop. */
export async function work(task: Task, steps: Steps, tell: (news: News) => void): Promise<void> {
  const { kinds, seed, first, stride, end, progress } = task;
  const all = await openKinds(kinds);
  const isStopped = () => Atomics.load(progress, 3) !== 0;
  const runners = kinds.map((kind, place) => {
    const told = (index: number) => {
      Atomics.store(progress, 0, place);
      Atomics.store(progress, 1, index);
      Atomics.add(progress, 2, 1);
    };
    return { kind, ...createRunner(kind, all, steps, tell, { told, isStopped }) };
  });
  for (let start = first; start < end && !isStopped(); start += stride * BATCH) {
    const indexes = Array.from({ length: BATCH }, (_, at) => start + stride * at).filter((index) => index < end);
    for (const { kind, runBatch } of runners) {
      if (!isStopped()) await runBatch(indexes.map((index) => ({ index, input: all.make(kind, seed, index) })));
    }
  }
  for (const { kind, tally } of runners) tell({ kind, tally });
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
  const tally: Tally = { outcomes: {}, longest: 0, largest: 0 };
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

  const countSingly = async (batch: readonly Numbered[]) => {
    for (const one of batch) {
      told(one.index);
      await steps();
      await all.run(kind, one.input);
      const taken = await steps();
      tally.longest = Math.max(tally.longest, taken);
      if (taken > mostSteps(one.input.length)) await failing(one, SLOW);
    }
  };

  const runBatch = async (batch: readonly Numbered[]) => {
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
    if (taken > longestBatch || taken > mostSteps(0)) await countSingly(batch);
    longestBatch = Math.max(longestBatch, taken);
    for (const [one, reason] of failed) await failing(one, reason);
  };
  return { tally, runBatch };
}

const SLOW = 'slow: too many steps';

/** The reason why an input fails, with `steps` also for too many of them. */
async function reasonOf(all: Opened, kind: string, input: Uint8Array, steps?: Steps): Promise<string | undefined> {
  await steps?.();
  const result = await all.run(kind, input);
  if ('reason' in result) return result.reason;
  return steps && (await steps()) > mostSteps(input.length) ? SLOW : undefined;
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
