import { UserError } from '../diagnostics/user-error.ts';
import {
  EmptyShard,
  type FileOptions,
  type FoundFiles,
  findFiles,
  type Input,
  type InputFile,
  NoReports,
  type PublishedInFolder,
} from './files.ts';
import { heard } from './heard.ts';
import type { Machine } from './machine.ts';
import { isPublished } from './published-source.ts';
import { looksLikeReport, readSource } from './read-report.ts';
import type { Shard } from './shard.ts';

/** The inputs that gave no result. */
export interface Leftovers {
  /** Files that are not reports; most were found through a folder or a pattern. */
  readonly passedOver: readonly InputFile[];
  /** The errors of inputs that could not be found, read or processed, without repetition. */
  readonly problems: readonly UserError[];
  /** The published files in folders with reports; they were not read. */
  readonly besides?: readonly PublishedInFolder[];
}

/** How reports are found and used. */
export interface ReadOptions extends Pick<FileOptions, 'out' | 'published' | 'ignore' | 'shard'>, UseOptions {}

export interface UseOptions {
  /** Report files that are used at a time; default 1. */
  readonly atOnce?: number | undefined;
  /** Called after each file. */
  readonly onRead?: ((done: number, all: number, input: InputFile) => void) | undefined;
}

/** Finds reports and calls `use` with each, as `useReports` does. */
export async function readReports<Result>(
  inputs: readonly Input[],
  { atOnce, onRead, ...options }: ReadOptions,
  machine: Machine,
  use: (input: InputFile) => Promise<Result | undefined>,
): Promise<Leftovers & { readonly results: Result[] }> {
  const found = await findFiles(inputs, { ...options, cwd: machine.cwd, signal: machine.signal });
  return useReports(found, { atOnce, onRead }, machine, use);
}

/** Published files that are used at a time: each takes a thread, and its content stays in memory until it is used. */
const PUBLISHED_AT_ONCE = 8;

/**
 * Calls `use` with each file, which returns undefined for one that is not a report. Collects its results in `results`, in order of
 * the names, and its UserErrors in `problems`. The published files of a folder are used only if it has no report. Throws the
 * signal's reason if it is aborted.
 */
export async function useReports<Result>(
  { files, published = [], problems: before, others }: FoundFiles,
  { atOnce = 1, onRead }: UseOptions,
  { signal }: Pick<Machine, 'signal'>,
  use: (input: InputFile) => Promise<Result | undefined>,
): Promise<Leftovers & { readonly results: Result[] }> {
  const used: Used<Result> = { results: [], passedOver: [], problems: [...before], withReports: new Set() };
  const useAll = (list: readonly InputFile[], limit: number) => useEach(list, limit, { onRead, signal, use }, used);
  await useAll(
    files.filter((file) => !isPublished(file)),
    atOnce,
  );
  await useAll(files.filter(isPublished), PUBLISHED_AT_ONCE);
  const { results, passedOver, problems, withReports } = used;
  // Which published files are used must not depend on the shard that a report of their folder is in.
  for (const { folder } of published) {
    if (!withReports.has(folder) && (await hasReport(others?.files ?? [], folder))) withReports.add(folder);
  }
  const besides = published.filter(({ folder }) => withReports.has(folder));
  const alone = published.filter((one) => !besides.includes(one)).flatMap((one) => one.files);
  await useAll(
    alone.filter(({ path }) => !files.some((file) => file.path === path)),
    PUBLISHED_AT_ONCE,
  );
  if (results.length === 0 && problems.length === 0) problems.push(others ? emptyShard(others.shard) : noReport());
  const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);
  return {
    results: results.sort(byName).map(([, result]) => result),
    passedOver: passedOver.sort((a, b) => byName([a.name, a], [b.name, b])),
    problems,
    besides,
  };
}

/** What has come of the files so far. */
interface Used<Result> {
  readonly results: [name: string, result: Result][];
  readonly passedOver: InputFile[];
  readonly problems: UserError[];
  /** The folders that have a report. */
  readonly withReports: Set<string>;
}

/** How each file is used. */
interface Using<Result> extends Pick<UseOptions, 'onRead'> {
  readonly signal: AbortSignal;
  readonly use: (input: InputFile) => Promise<Result | undefined>;
}

async function useEach<Result>(
  list: readonly InputFile[],
  limit: number,
  { onRead, signal, use }: Using<Result>,
  { results, passedOver, problems, withReports }: Used<Result>,
): Promise<void> {
  const failures: (UserError | undefined)[] = [];
  let done = 0;
  await inParallel(list, limit, async (input, index) => {
    await heard(signal);
    try {
      const result = await use(input).finally(() => onRead?.(++done, list.length, input));
      if (result === undefined) passedOver.push(input);
      else {
        if (input.folder !== undefined) withReports.add(input.folder);
        results.push([input.name, result]);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures[index] = error;
    }
  });
  // A mistake in the settings is reported once, not for each report below them.
  for (const error of failures)
    if (error && !problems.some(({ message }) => message === error.message)) problems.push(error);
}

/** Calls `work` with each item in order, with so many of them at a time. After an error nothing new begins. */
export async function inParallel<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  const waiting = [...items.entries()].reverse();
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [index, item] = next;
      await work(item, index).catch((error) => {
        waiting.length = 0;
        throw error;
      });
    }
  };
  // All have ended before an error is told, so that nothing is at work any more.
  const ended = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, lane));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

async function hasReport(files: readonly InputFile[], folder: string): Promise<boolean> {
  for (const file of files) {
    if (file.folder !== folder) continue;
    const source = await readSource(file).catch(() => undefined);
    if (source && looksLikeReport(source)) return true;
  }
  return false;
}

const emptyShard = ({ index, count }: Shard): UserError =>
  new EmptyShard(
    { zh: `第 ${index}/${count} 份里没有报告`, en: `Shard ${index}/${count} has no reports` },
    { zh: '别的份里可能有', en: 'Other shards may have some' },
  );

const noReport = (): UserError =>
  new NoReports(
    { zh: '没有找到任何报告', en: 'No reports were found' },
    {
      zh: '给出报告文件、文件夹或通配符；可以一份也没有的，build 和 validate 加 --pass-with-no-reports',
      en: 'Give report files, folders or patterns. If there may be none, add --pass-with-no-reports (build and validate)',
    },
  );
