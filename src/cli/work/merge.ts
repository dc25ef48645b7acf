import { resolve } from 'node:path';
import { fails } from '../../diagnostics/result.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { readWholeFile } from '../../disk/read-file.ts';
import { VERSION } from '../../package/version.ts';
import { mergeShards, readShard } from '../../reporters/merge-shards.ts';
import { summarize } from '../../reporters/summary.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';
import { openReporterFiles } from '../output/reporter-files.ts';
import { type ReportingOptions, report } from '../output/reporting.ts';

/** Bytes: the findings of about 100,000 reports. */
const LARGEST = 500 * 1024 * 1024;

/** `report merge RESULTS…`: prints the results of shards as those of one run. */
export async function merge(
  names: readonly string[],
  options: Pick<ReportingOptions, 'reporter' | 'failOn'>,
  context: Context,
): Promise<ExitCode> {
  const { io, fail } = context;
  const files = await openReporterFiles(options.reporter, { inputs: [] }, io.cwd);
  const paths = names.map((name) => resolve(io.cwd, name));
  files.refuse(paths, []);
  const shards = names.map((name) => ({ name, shard: readShard(textOf(name, io.cwd), name, VERSION) }));
  const { results, problems } = mergeShards(shards);
  for (const problem of problems) fail(asError(problem));
  const code = await report(results, { ...options, problems }, context);
  if (results.length === 0) context.warn({ zh: summarize([], 'zh', false), en: summarize([], 'en', false) });
  const failed = results.some((result) => fails(result, options.failOn));
  return worst([code, failed ? EXIT.findings : EXIT.ok, problems.length > 0 ? EXIT.unable : EXIT.ok]);
}

const asError = ({ text, hint = RUN_AGAIN, details = [] }: ReturnType<typeof mergeShards>['problems'][number]) =>
  new UserError(text, hint, { details });

const CHECK = { zh: '检查路径和权限', en: 'Check the path and the permissions' };
const RUN_AGAIN = { zh: '重做那一份', en: 'Run this shard again' };

function textOf(name: string, cwd: string): string {
  const bytes = readWholeFile(resolve(cwd, name), name, LARGEST, { hint: CHECK });
  if (typeof bytes !== 'number') return bytes.toString('utf8');
  throw new UserError(
    { zh: `${name} 太大（${bytes} 字节）`, en: `${name} is too large (${bytes} bytes)` },
    { zh: '分成更多份', en: 'Use more shards' },
  );
}
