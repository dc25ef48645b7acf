import type { FileResult, Problem, RunResult } from '../diagnostics/result.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { shardResult as validate } from './validator.js';

/** The result of a shard, as the JSON of `--shard` carries it. */
export interface ShardResult {
  /** Version of the tool. */
  readonly tool: string;
  readonly index: number;
  readonly count: number;
  /** The hash of the names of all files that were divided; undefined if they could not be listed. */
  readonly list?: string | undefined;
  readonly results: RunResult;
  readonly problems: readonly Problem[];
}

/** The result of a shard with the name of its file. */
export interface NamedShard {
  readonly name: string;
  readonly shard: ShardResult;
}

/** Reads the JSON of a shard. Throws a UserError if it is none, or one of another version of the tool. */
export function readShard(text: string, name: string, version: string): ShardResult {
  const value = parsed(text);
  const isResult = isObject(value) && value.version === 1 && Array.isArray(value.files);
  if (!isResult) throw noResult(name);
  const { shard } = value;
  if (shard === undefined) throw notCarried(name);
  const tool = isObject(shard) ? shard.tool : undefined;
  if (typeof tool === 'string' && tool !== version) throw otherVersion(name, tool, version);
  if (!validate(value)) throw noResult(name);
  return shard as ShardResult;
}

/** Both were read from JSON that the same program wrote, so the order of their keys is the same. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Joins the results of shards into those of one run, in order of their names. Results that are there twice count once. Shards
 * that are missing are problems. Throws a UserError if the results are not those of one run.
 */
export function mergeShards(shards: readonly NamedShard[]): { results: FileResult[]; problems: Problem[] } {
  const [first] = shards;
  const other = shards.find(({ shard }) => shard.count !== first?.shard.count);
  if (first && other) throw otherCount(first, other);
  const listed = shards.filter(({ shard }) => shard.list !== undefined);
  const differs = listed.find(({ shard }) => shard.list !== listed[0]?.shard.list);
  if (listed[0] && differs) throw otherFiles(listed[0], differs);
  const results = new Map<string, { name: string; result: FileResult }>();
  for (const { name, shard } of shards) {
    for (const result of shard.results) {
      const known = results.get(result.file);
      if (known && !isSame(known.result, result)) throw contradicting(result.file, known.name, name);
      if (!known) results.set(result.file, { name, result });
    }
  }
  const problems = shards.flatMap(({ shard }) => shard.problems);
  const once = problems.filter((one, index) => problems.findIndex((earlier) => isSame(earlier, one)) === index);
  return {
    results: [...results.values()].map(({ result }) => result).sort((a, b) => (a.file < b.file ? -1 : 1)),
    problems: [...once, ...missing(shards)],
  };
}

function missing(shards: readonly NamedShard[]): Problem[] {
  const there = new Set(shards.map(({ shard }) => shard.index));
  const count = shards[0]?.shard.count ?? 0;
  const lacking = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !there.has(index));
  if (lacking.length === 0) return [];
  const names = `${lacking
    .slice(0, MOST_NAMED)
    .map((index) => `${index}/${count}`)
    .join(', ')}${lacking.length > MOST_NAMED ? ', …' : ''}`;
  return [
    new UserError(
      { zh: `缺少结果：${names}`, en: `Results are missing: ${names}` },
      {
        zh: '给出每一份的结果；没有做完的，重做那一份',
        en: 'Give the results of every shard. Run the missing shards again',
      },
    ),
  ];
}

const MOST_NAMED = 8;

const noResult = (name: string): UserError =>
  new UserError(
    { zh: `${name} 不是 --reporter json 写的结果`, en: `${name} is not a result written by --reporter json` },
    {
      zh: '结果这样写：report validate FILES --shard 1/8 --reporter json=1.json',
      en: 'Results are written like this: report validate FILES --shard 1/8 --reporter json=1.json',
    },
  );

const notCarried = (name: string): UserError =>
  new UserError(
    {
      zh: `${name} 是没有加 --shard 的结果，合并要用的内容不全`,
      en: `${name} was written without --shard and lacks what merging needs`,
    },
    {
      zh: '加上 --shard 再做一次；只有一份的，写 --shard 1/1',
      en: 'Run it again with --shard; for a single share, --shard 1/1',
    },
  );

const otherVersion = (name: string, tool: string, version: string): UserError =>
  new UserError(
    {
      zh: `${name} 是 report ${tool} 的结果，这里是 ${version}`,
      en: `${name} is a result of report ${tool}; this is ${version}`,
    },
    { zh: '各台机器装同一个版本，再做一次', en: 'Install the same version on all machines and run it again' },
  );

const otherCount = (one: NamedShard, other: NamedShard): UserError =>
  new UserError(
    {
      zh: `${one.name} 是 ${one.shard.count} 份中的一份，${other.name} 是 ${other.shard.count} 份中的一份`,
      en: `${one.name} is one of ${one.shard.count} shards, ${other.name} one of ${other.shard.count}`,
    },
    { zh: '只合并同一次运行的结果', en: 'Merge only results of the same run' },
  );

const otherFiles = (one: NamedShard, other: NamedShard): UserError =>
  new UserError(
    {
      zh: `${one.name} 和 ${other.name} 分的不是同样的文件`,
      en: `${one.name} and ${other.name} are not shares of the same files`,
    },
    {
      zh: '各份在同一个文件夹里、用同样的参数运行，中间不增减文件，再做一次',
      en: 'Run all shards in the same folder with the same arguments, without adding or removing files, and merge again',
    },
  );

const contradicting = (file: string, one: string, other: string): UserError =>
  new UserError(
    { zh: `${one} 和 ${other} 里 ${file} 的结果不一样`, en: `${one} and ${other} have different results for ${file}` },
    {
      zh: '只合并同一次运行的结果；旧的结果先删去',
      en: 'Merge only results of the same run, and delete older results first',
    },
  );
