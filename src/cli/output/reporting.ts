import { resolve } from 'node:path';
import { ALL_RULES } from '../../check/rule-list.ts';
import type { Problem, RunResult } from '../../diagnostics/result.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { HOMEPAGE, VERSION } from '../../package/version.ts';
import { REPORTERS, type ReporterName } from '../../reporters/index.ts';
import type { ReporterOptions } from '../../reporters/reporter.ts';
import { summarize } from '../../reporters/summary.ts';
import { writeResult } from '../../workspace/write-file.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, worst } from './exit-codes.ts';
import { writeData } from './io.ts';
import type { ReporterTarget } from './reporter-target.ts';

export interface ReportingOptions {
  readonly reporter?: readonly ReporterTarget[];
  readonly failOn: ReporterOptions['failOn'];
  readonly out?: string | undefined;
  readonly shard?: ReporterOptions['shard'];
  /** Why something could not be checked; it is on standard error already. */
  readonly problems?: readonly Problem[];
}

const FILE_COLUMNS = 80;

const NEEDS_FILE = new UserError(
  { zh: '工作簿不能输出到终端', en: 'A workbook cannot be printed on a terminal' },
  { zh: '写进文件：--reporter xlsx=问题.xlsx', en: 'Write it to a file: --reporter xlsx=findings.xlsx' },
);

/**
 * Writes the results with each given reporter, in order; by default as text on standard output. Returns 2 if a file cannot
 * be written, which is reported on standard error; the other reporters still run.
 */
export async function report(results: RunResult, options: ReportingOptions, context: Context): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  const targets = options.reporter ?? [{ name: 'text', file: undefined }];
  for (const { name, file } of targets) {
    context.io.signal.throwIfAborted();
    if (file === undefined && name === 'xlsx' && context.io.stdout.isTTY) codes.push(refuse(NEEDS_FILE, context));
    else if (file === undefined) await print(results, name, options, context);
    else codes.push(await write(results, { name, file }, options, context));
  }
  // Someone at a terminal would see nothing else.
  if (context.io.stderr.isTTY && results.length > 0 && targets.every(({ file }) => file !== undefined))
    context.progress({
      zh: summarize(results, 'zh', false, options.problems),
      en: summarize(results, 'en', false, options.problems),
    });
  return worst(codes);
}

function refuse(error: UserError, { fail }: Context): ExitCode {
  fail(error);
  return EXIT.unable;
}

const tool = { version: VERSION, ...(HOMEPAGE !== undefined && { homepage: HOMEPAGE }), rules: ALL_RULES };

async function print(
  results: RunResult,
  name: ReporterName,
  options: ReportingOptions,
  context: Context,
): Promise<void> {
  const { io, language, quiet, verbose } = context;
  const { failOn, out, problems, shard } = options;
  // With `-o -` standard output has the report itself.
  const output = out === '-' ? io.stderr : io.stdout;
  const color = context.colorOf(output);
  const style = { tool, language, failOn, color, quiet, verbose, columns: output.columns, problems, shard, told: true };
  if (name !== 'text') writeData(output, await REPORTERS[name](results, style));
  else if (results.length > 0 || problems?.some(({ file }) => file !== undefined))
    output.write(REPORTERS.text(results, style));
}

async function write(
  results: RunResult,
  { name, file }: { name: ReporterName; file: string },
  { failOn, problems, shard }: ReportingOptions,
  { io, language, verbose, fail }: Context,
): Promise<ExitCode> {
  // A file does not depend on the terminal: no colours, a fixed width, and complete even with -q.
  const style = { tool, language, failOn, color: false, quiet: false, verbose, columns: FILE_COLUMNS, problems, shard };
  try {
    await writeResult(resolve(io.cwd, file), file, await REPORTERS[name](results, style), io);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    fail(error);
    return EXIT.unable;
  }
}
