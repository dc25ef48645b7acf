import { dirname, resolve } from 'node:path';
import { type Checked, check } from '../../check/check.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../check/settings.ts';
import type { FileResult } from '../../diagnostics/result.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import type { Source } from '../../source/parse.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode, worst } from '../exit-codes.ts';
import { findFiles, type InputFile } from '../files.ts';
import { previousOf, readAgainst } from '../read-previous.ts';
import { looksLikeReport, readSource } from '../read-report.ts';
import { type ReporterTarget, report } from '../reporting.ts';
import { type Surroundings, surroundingsFinder } from '../surroundings.ts';

/** Options of the commands that check reports. */
export interface CheckOptions {
  readonly reporter?: readonly ReporterTarget[];
  readonly failOn: 'error' | 'warning';
  readonly stdinFilename?: string;
  readonly out?: string;
  /** Last year's report, or a folder of them, instead of what the reports name themselves. */
  readonly against?: string;
  /** `strict`: what was not understood of the prose is told too. */
  readonly prose?: 'strict' | 'usual';
}

/** A report that was checked, with the file it came from. */
export interface CheckedFile extends Checked {
  readonly input: InputFile;
  readonly surroundings: Surroundings;
}

/** Finds, reads and checks FILES…; what can't be found or read is said on standard error and counts as exit code 2. */
export async function checkFiles(
  args: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<{ checked: CheckedFile[]; code: ExitCode }> {
  const { io } = context;
  const { files, errors } = await findFiles(args, {
    cwd: io.cwd,
    ...(options.out !== undefined && { out: options.out }),
    ...(options.stdinFilename !== undefined && { stdinFilename: options.stdinFilename }),
  });
  const checked: CheckedFile[] = [];
  const checker = await createChecker(options, context);
  for (const input of files) {
    io.signal.throwIfAborted();
    const source = await readSource(input, io).catch(userError);
    if (source instanceof UserError) errors.push(source);
    else if (input.found && !looksLikeReport(source)) passOver(input, context);
    else {
      const done = await checker(input, source).catch(userError);
      if (!(done instanceof UserError)) checked.push(done);
      // Settings that mean nothing are said once, not for each report below them.
      else if (!errors.some(({ message }) => message === done.message)) errors.push(done);
    }
  }
  for (const error of errors) context.fail(error);
  if (checked.length === 0 && errors.length === 0) {
    const nothing = { zh: '没有找到任何报告', en: 'No report was found' };
    context.fail(
      new UserError(nothing, { zh: '给出报告文件、文件夹或通配符', en: 'Give report files, folders or patterns' }),
    );
    return { checked, code: EXIT.unable };
  }
  return { checked, code: errors.length > 0 ? EXIT.unable : EXIT.ok };
}

type Checker = (input: InputFile, source: Source) => Promise<CheckedFile>;

/** Checks a report with what stands around it: settings, last year's report, today's date. */
async function createChecker({ against, prose }: CheckOptions, { io, warn }: Context): Promise<Checker> {
  const surroundingsOf = surroundingsFinder(io.cwd);
  const chosen = against === undefined ? undefined : await readAgainst(against, io);
  const today = dayOf(io.now());
  return async (input, source) => {
    const folder = dirname(resolve(io.cwd, input.path ?? input.name));
    const surroundings = await surroundingsOf(folder);
    const previous = chosen ? chosen(source) : await previousOf(source, { folder, root: surroundings.root }, io);
    if (chosen && !previous) warn(noReportOfLastYear(input.name, against ?? ''));
    const { settings: configured = DEFAULT_SETTINGS } = surroundings.config ?? {};
    const settings = prose === 'strict' ? withStrictProse(configured) : configured;
    return { ...check(source, { ...(previous && { previous }), settings, today }), input, surroundings };
  };
}

/** What the settings say of the rule themselves stays. */
const withStrictProse = (settings: Settings): Settings => ({
  ...settings,
  severities: { 'prose-not-understood': 'warning', ...settings.severities },
});

const noReportOfLastYear = (name: string, against: string): Text => ({
  zh: `${against} 里没有 ${name} 的机关上一年的报告，没有做跨年核对`,
  en: `${against} holds no report of the year before by the agency of ${name}: the years were not compared`,
});

/** The day where the command runs: `YYYY-MM-DD`. */
const dayOf = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

function userError(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

const passOver = ({ name }: InputFile, { progress }: Context): void =>
  progress({
    zh: `跳过 ${name}：没有 year 和 agency，不是年度报告`,
    en: `Passed over ${name}: no year and agency, not a report`,
  });

/** Is there a finding at or above the severity that fails the run? */
export const fails = ({ diagnostics }: Pick<FileResult, 'diagnostics'>, failOn: CheckOptions['failOn']): boolean =>
  diagnostics.some(({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'));

/** Prints what was found; the exit code it means. */
export async function printResults(
  results: readonly FileResult[],
  options: CheckOptions,
  context: Context,
): Promise<ExitCode> {
  const code = await report(results, options, context);
  return worst([code, ...results.map((result) => (fails(result, options.failOn) ? EXIT.findings : EXIT.ok))]);
}
