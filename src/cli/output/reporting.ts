import { resolve } from 'node:path';
import { ALL_RULES } from '../../check/rule-list.ts';
import type { RunResult } from '../../diagnostics/result.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { HOMEPAGE, VERSION } from '../../package/version.ts';
import { REPORTERS, type ReporterName } from '../../reporters/index.ts';
import type { ReporterOptions } from '../../reporters/reporter.ts';
import { notWritable, writeOutput } from '../../workspace/write-file.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, worst } from './exit-codes.ts';
import type { ReporterTarget } from './reporter-target.ts';

export interface ReportingOptions {
  readonly reporter?: readonly ReporterTarget[];
  readonly failOn: ReporterOptions['failOn'];
  readonly out?: string | undefined;
}

const FILE_COLUMNS = 80;

/**
 * Prints results with every reporter asked for, in the order they were given: text on standard output when none was.
 * A file that can't be written is said on standard error and counts as exit code 2; the others are still written.
 */
export async function report(results: RunResult, options: ReportingOptions, context: Context): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const { name, file } of options.reporter ?? [{ name: 'text', file: undefined }]) {
    if (file === undefined) print(results, name, options, context);
    else codes.push(await write(results, { name, file }, options, context));
  }
  return worst(codes);
}

const tool = { version: VERSION, ...(HOMEPAGE !== undefined && { homepage: HOMEPAGE }), rules: ALL_RULES };

function print(results: RunResult, name: ReporterName, { failOn, out }: ReportingOptions, context: Context): void {
  const { io, language, quiet, verbose } = context;
  // Standard output carries the report itself with `-o -`.
  const output = out === '-' ? io.stderr : io.stdout;
  const color = context.colorOf(output);
  const columns = Math.max(40, Math.min(output.columns, 120));
  output.write(REPORTERS[name](results, { tool, language, failOn, color, quiet, verbose, columns }));
}

async function write(
  results: RunResult,
  { name, file }: { name: ReporterName; file: string },
  { failOn }: ReportingOptions,
  { io, language, verbose, fail }: Context,
): Promise<ExitCode> {
  const path = resolve(io.cwd, file);
  // A file is the same wherever it is written: no colours, no width of a terminal, and whole even with -q.
  const options = { tool, language, failOn, color: false, quiet: false, verbose, columns: FILE_COLUMNS };
  try {
    refuseOverwriting(results, path, file, io.cwd);
    await writeOutput(path, REPORTERS[name](results, options));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    fail(error.cause === undefined ? error : unwritable(file, error.cause));
    return EXIT.unable;
  }
}

/** A report, or what was just built from it, must not be lost to a mistyped name. */
function refuseOverwriting(results: RunResult, path: string, file: string, cwd: string): void {
  const ours = results.flatMap((result) => [result.file, ...result.outputs]);
  if (!ours.some((one) => resolve(cwd, one) === path)) return;
  throw new UserError(
    { zh: `${file} 是报告或者它的成品，不能用来写结果`, en: `${file} is a report or what was built from it` },
    { zh: '换一个文件名', en: 'Choose another name for the results' },
  );
}

const unwritable = (file: string, cause: unknown): UserError =>
  notWritable(file, cause, {
    zh: '换一个位置，或者检查权限和磁盘空间',
    en: 'Choose another place, or check permissions and disk space',
  });
