import type { UserError } from '../../diagnostics/user-error.ts';
import type { Report } from '../../report/report.ts';
import { type CheckedFile, checkFiles } from '../../workspace/check-files.ts';
import type { Input } from '../../workspace/files.ts';
import { looksLikeReport } from '../../workspace/read-report.ts';
import type { Context } from './context.ts';
import { unreadReport } from './unread-report.ts';

/**
 * Checks the one report of an argument of the command line. Throws a UserError if it cannot be read, and `notOne` if the
 * argument has another number of reports.
 */
export async function oneReport(
  arg: string,
  inputs: readonly Input[],
  notOne: (count: number) => UserError,
  { io }: Pick<Context, 'io'>,
): Promise<CheckedFile & { readonly report: Report }> {
  const { checked, problems } = await checkFiles(inputs, {}, io);
  const [problem] = problems;
  if (problem) throw problem;
  const [one, ...others] = checked;
  if (!one || others.length > 0) throw notOne(checked.length);
  const { report, source } = one;
  if (!report || !looksLikeReport(source)) throw unreadReport(arg, one);
  return { ...one, report };
}
