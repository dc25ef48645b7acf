import { resolve } from 'node:path';
import { type CheckedReport, checkedReport } from '../../batch/checked-report.ts';
import type { Workshop } from '../../batch/workshop.ts';
import { type FailOn, type FileResult, fails, type Problem } from '../../diagnostics/result.ts';
import { plural, type Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { type CheckedFile, type CheckFilesOptions, checkFiles } from '../../workspace/check-files.ts';
import {
  EmptyShard,
  type FileOptions,
  type FoundFiles,
  findFiles,
  type Input,
  type InputFile,
  NoReports,
  type PublishedInFolder,
} from '../../workspace/files.ts';
import { isBlank } from '../../workspace/is-blank.ts';
import { isPublished } from '../../workspace/published-source.ts';
import { type Leftovers, useReports } from '../../workspace/read-reports.ts';
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

const CHECKING: Text = { zh: '核对', en: 'Checking' };

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
  const { io } = context;
  const counted = { onRead: countFiles(CHECKING, context), ...options };
  const { checked, ...leftovers } = await checkFiles(inputsOf(args, stdinFilename, io), counted, io);
  const told = checked.map((file) => checkedReport(file, io.cwd, false));
  const problems = tellChecked(told, leftovers, { ...options, passWithNoReports }, context);
  return { checked, problems, code: problems.length > 0 ? EXIT.unable : EXIT.ok };
}

/** Tells what a check left over, and what it could not compare. Returns the problems. */
function tellChecked(
  checked: readonly CheckedReport[],
  { passedOver, besides = [], problems: all }: Leftovers,
  { against = '', passWithNoReports }: Pick<CheckCommandOptions, 'against' | 'passWithNoReports'>,
  context: Context,
): UserError[] {
  const { fail, warn } = context;
  const isAllowed = (problem: UserError) =>
    problem instanceof EmptyShard || (passWithNoReports === true && problem instanceof NoReports);
  const problems = all.filter((problem) => !isAllowed(problem));
  for (const input of passedOver) tellPassedOver(input, context);
  for (const one of besides) tellBesides(one, context);
  for (const [first, second] of copiesIn(checked)) warn(sameReport(first, second));
  for (const { input, lacksPrevious, ignored } of checked) {
    for (const one of ignored) warn(one);
    if (lacksPrevious) warn(noReportOfLastYear(input.name, against));
  }
  for (const { text } of all.filter(isAllowed)) warn(text);
  for (const problem of problems) fail(problem);
  return problems;
}

/** The output folder that a build makes by default: its pages are those of the reports that were checked. */
const BUILT = /(?:^|[\\/])out[\\/]/u;

function tellBesides({ folder, files }: PublishedInFolder, { progress }: Context): void {
  const count = files.filter(({ name }) => !BUILT.test(name)).length;
  if (count === 0) return;
  progress({
    zh: `${folder} 里有报告文件，所以只核对了它们；另有 ${count} 个网页、Word、PDF 或表格文件没有核对，要核对就写出它们的名字或者通配符`,
    en: `${folder} has report files, so only these were checked. Not checked: ${plural(count, 'published file')} (web pages, Word files, PDFs, workbooks); name them or give a pattern`,
  });
}

/** Pairs of published files that are the report of the same agency and year; the first of each with every other one. */
function copiesIn(checked: readonly CheckedReport[]): [string, string][] {
  const first = new Map<string, string>();
  return checked.flatMap(({ isPublished, result: { file, subject } }): [string, string][] => {
    if (!isPublished || !subject?.agency || subject.year === undefined) return [];
    const key = `${subject.year} ${subject.agency}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, file);
    return known === undefined ? [] : [[known, file]];
  });
}

const sameReport = (first: string, second: string): Text => ({
  zh: `${first} 和 ${second} 是同一机关、同一年的报告`,
  en: `${first} and ${second} are reports of the same agency and year`,
});

export const notAReport = (name: string): Text => ({
  zh: `跳过 ${name}：没有 year 和 agency，不是年度报告`,
  en: `Skipped ${name}: it has no year and agency, so it is not a report`,
});

function tellPassedOver(input: InputFile, { progress, warn }: Context): void {
  if (isPublished(input)) progress(notPublishedReport(input.name));
  else if (isBlank(input)) warn(blankFile(input.name));
  else progress(notAReport(input.name));
}

/** More likely a report that was lost than a file that was never one. */
const blankFile = (name: string): Text => ({
  zh: `${name} 是空的，没有核对`,
  en: `${name} is empty and was not checked`,
});

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
  /** Finds the files of the command line. */
  find(options: Pick<FileOptions, 'out' | 'published'>): Promise<FoundFiles>;
  /**
   * Checks the files that were found, and tells what could not be checked or compared. `outputs` are the paths that will be
   * written for one. Throws `Refused`.
   */
  check(
    found: FoundFiles,
    workshop: Workshop,
    outputs?: (file: CheckedReport) => readonly string[],
  ): Promise<readonly CheckedReport[]>;
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
  let list: string | undefined;
  const run: CheckRun = {
    find: async ({ out, published = false }) => {
      const ignore = (options.reporter ?? []).flatMap(({ file }) =>
        file === undefined ? [] : [resolve(io.cwd, file)],
      );
      const { shard } = options;
      const found = await findFiles(named.inputs, { out, published, ignore, shard, cwd: io.cwd, signal: io.signal });
      list = found.others?.list;
      return found;
    },
    check: async (found, workshop, outputs = () => []) => {
      const using = { atOnce: workshop.atOnce, onRead: countFiles(CHECKING, context) };
      const { results: checked, ...leftovers } = await useReports(found, using, io, workshop.check);
      problems.push(...tellChecked(checked, leftovers, options, context));
      files.refuse(
        checked.flatMap(({ filesRead }) => filesRead),
        checked.flatMap(outputs),
      );
      return checked;
    },
    tell: (problem, file) => {
      const { text, hint, details } = problem;
      // Without a browser or a queue, each of a thousand reports would tell the same.
      if (!problems.some((one) => one.text.zh === text.zh)) fail(problem);
      problems.push(file === undefined ? problem : { text, hint, details, file });
    },
  };
  const results = await work(run).catch((error) => {
    if (!(error instanceof UserError) || error instanceof Refused) throw error;
    run.tell(error);
    return [];
  });
  const code = await printResults(
    results,
    { ...options, shard: options.shard && { ...options.shard, list }, problems },
    context,
  );
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
