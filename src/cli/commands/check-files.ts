import { type Checked, check } from '../../check/check.ts';
import type { FileResult } from '../../diagnostics/result.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode, worst } from '../exit-codes.ts';
import { findFiles, type InputFile } from '../files.ts';
import { looksLikeReport, readSource } from '../read-report.ts';
import { type ReporterTarget, report } from '../reporting.ts';

/** Options of the commands that check reports. */
export interface CheckOptions {
  readonly reporter?: readonly ReporterTarget[];
  readonly failOn: 'error' | 'warning';
  readonly stdinFilename?: string;
  readonly out?: string;
}

/** A report that was checked, with the file it came from. */
export interface CheckedFile extends Checked {
  readonly input: InputFile;
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
  for (const input of files) {
    io.signal.throwIfAborted();
    const source = await readSource(input, io).catch(userError);
    if (source instanceof UserError) errors.push(source);
    else if (input.found && !looksLikeReport(source)) passOver(input, context);
    else checked.push({ ...check(source), input });
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
