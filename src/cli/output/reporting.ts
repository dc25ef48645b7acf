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
import { writeData } from './io.ts';
import type { ReporterTarget } from './reporter-target.ts';

export interface ReportingOptions {
  readonly reporter?: readonly ReporterTarget[];
  readonly failOn: ReporterOptions['failOn'];
  readonly out?: string | undefined;
}

const FILE_COLUMNS = 80;

/**
 * Writes the results with each given reporter, in order; by default as text on standard output. Returns 2 if a file cannot
 * be written, which is reported on standard error; the other reporters still run.
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
  // With `-o -` standard output has the report itself.
  const output = out === '-' ? io.stderr : io.stdout;
  const color = context.colorOf(output);
  const columns = Math.max(40, Math.min(output.columns, 120));
  const printed = REPORTERS[name](results, { tool, language, failOn, color, quiet, verbose, columns });
  // The other formats escape what they quote in their own way.
  if (name === 'text') output.write(printed);
  else writeData(output, printed);
}

async function write(
  results: RunResult,
  { name, file }: { name: ReporterName; file: string },
  { failOn }: ReportingOptions,
  { io, language, verbose, fail }: Context,
): Promise<ExitCode> {
  const path = resolve(io.cwd, file);
  // A file does not depend on the terminal: no colours, a fixed width, and complete even with -q.
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

/** Throws a UserError if the file is a report or was just built from one: a typing mistake must not destroy it. */
function refuseOverwriting(results: RunResult, path: string, file: string, cwd: string): void {
  const ours = results.flatMap((result) => [result.file, ...result.outputs]);
  if (!ours.some((one) => resolve(cwd, one) === path)) return;
  throw new UserError(
    {
      zh: `${file} 是报告或者它的成品，不能用来写结果`,
      en: `${file} is a report or was built from one, so the results cannot be written to it`,
    },
    { zh: '换一个文件名', en: 'Choose another file name for the results' },
  );
}

const unwritable = (file: string, cause: unknown): UserError =>
  notWritable(file, cause, {
    zh: '换一个位置，或者检查权限和磁盘空间',
    en: 'Choose another folder, or check permissions and disk space',
  });
