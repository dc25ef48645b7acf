import { type FailOn, type FileResult, fails, type Problem } from '../../diagnostics/result.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { type CheckedFile, type CheckFilesOptions, checkFiles } from '../../workspace/check-files.ts';
import { type Input, type InputFile, NoReports } from '../../workspace/files.ts';
import { filesRead } from '../../workspace/files-read.ts';
import { isPublished } from '../../workspace/published-source.ts';
import type { Context } from './context.ts';
import { countFiles } from './count-files.ts';
import { EXIT, type ExitCode, worst } from './exit-codes.ts';
import type { IO } from './io.ts';
import { type NamedFiles, openReporterFiles, Refused } from './reporter-files.ts';
import type { ReporterTarget } from './reporter-target.ts';
import { type ReportingOptions, report } from './reporting.ts';

/** Options of the commands that check reports. */
export interface CheckCommandOptions extends CheckFilesOptions {
  readonly reporter?: readonly ReporterTarget[];
  readonly failOn: FailOn;
  readonly stdinFilename?: string;
  /** That no report was found is told, but is no problem. */
  readonly passWithNoReports?: boolean;
}

/** The inputs for FILES… on the command line; `-` is standard input. */
export const inputsOf = (args: readonly Input[], stdinFilename: string | undefined, io: IO): Input[] =>
  // Looking at standard input creates its stream, which takes time.
  args.map((arg) => (arg === '-' ? { name: stdinFilename ?? '<stdin>', content: io.stdin } : arg));

/** Checks FILES…. Files that cannot be found or read are reported on standard error; `code` is then 2. */
export async function checkAndTell(
  args: readonly Input[],
  {
    stdinFilename,
    passWithNoReports = false,
    ...options
  }: CheckFilesOptions & Pick<CheckCommandOptions, 'stdinFilename' | 'passWithNoReports'>,
  context: Context,
): Promise<{ checked: readonly CheckedFile[]; problems: readonly UserError[]; code: ExitCode }> {
  const { io, fail, warn } = context;
  const counted = { onRead: countFiles(context), ...options };
  const { checked, passedOver, problems: all } = await checkFiles(inputsOf(args, stdinFilename, io), counted, io);
  const isAllowed = (problem: UserError) => passWithNoReports && problem instanceof NoReports;
  const problems = all.filter((problem) => !isAllowed(problem));
  for (const input of passedOver) tellPassedOver(input, context);
  for (const { input, lacksPrevious, settingsAround } of checked) {
    for (const one of settingsAround.ignored) warn(one);
    if (lacksPrevious) warn(noReportOfLastYear(input.name, options.against ?? ''));
  }
  for (const { text } of all.filter(isAllowed)) warn(text);
  for (const problem of problems) fail(problem);
  return { checked, problems, code: problems.length > 0 ? EXIT.unable : EXIT.ok };
}

export const notAReport = (name: string): Text => ({
  zh: `跳过 ${name}：没有 year 和 agency，不是年度报告`,
  en: `Skipped ${name}: it has no year and agency, so it is not a report`,
});

const tellPassedOver = (input: InputFile, { progress }: Context): void =>
  progress(isPublished(input) ? notPublishedReport(input.name) : notAReport(input.name));

const notPublishedReport = (name: string): Text => ({
  zh: `跳过 ${name}：不是年度报告`,
  en: `Skipped ${name}: it is not an annual report`,
});

const noReportOfLastYear = (name: string, against: string): Text => ({
  zh: `${against} 里没有 ${name} 的机关上一年的报告，没有做跨年核对`,
  en: `${against} has no report of the previous year for the agency of ${name}: the two years were not compared`,
});

/** The work of a command that checks reports and writes results: checks them, and returns what to write. */
export interface CheckRun {
  /** Checks the reports. `outputs` are the paths that will be written for one. Throws `Refused`. */
  check(
    options: CheckFilesOptions,
    outputs?: (file: CheckedFile) => readonly string[],
  ): Promise<readonly CheckedFile[]>;
  /** Tells why something could not be done, or why this report could not be built. */
  tell(problem: UserError, file?: string): void;
}

/**
 * Runs `work` and writes its results with the reporters of the command line. If it can check nothing, the results say so; but
 * a command line that is refused writes nothing.
 */
export async function checkRun(
  args: readonly Input[],
  options: CheckCommandOptions & Pick<NamedFiles, 'template' | 'browser'>,
  context: Context,
  work: (run: CheckRun) => Promise<readonly FileResult[]>,
): Promise<ExitCode> {
  const { io, fail } = context;
  const named = { ...options, inputs: inputsOf(args, options.stdinFilename, io) };
  const files = await openReporterFiles(options.reporter, named, io.cwd);
  const problems: Problem[] = [];
  const run: CheckRun = {
    check: async (checking, outputs = () => []) => {
      const told = await checkAndTell(args, checking, context);
      problems.push(...told.problems);
      files.refuse(
        told.checked.flatMap((file) => filesRead(file, io.cwd)),
        told.checked.flatMap(outputs),
      );
      return told.checked;
    },
    tell: (problem, file) => {
      fail(problem);
      const { text, hint, details } = problem;
      problems.push(file === undefined ? problem : { text, hint, details, file });
    },
  };
  const results = await work(run).catch((error) => {
    if (!(error instanceof UserError) || error instanceof Refused) throw error;
    run.tell(error);
    return [];
  });
  const code = await printResults(results, { ...options, problems }, context);
  return worst([code, problems.length > 0 ? EXIT.unable : EXIT.ok]);
}

/** Prints the results and returns the exit code. */
async function printResults(
  results: readonly FileResult[],
  options: ReportingOptions,
  context: Context,
): Promise<ExitCode> {
  const code = await report(results, options, context);
  return worst([code, ...results.map((result) => (fails(result, options.failOn) ? EXIT.findings : EXIT.ok))]);
}
