import { UserError } from '../diagnostics/user-error.ts';
import type { Source } from '../source/parse.ts';
import { type FileOptions, findFiles, type Input, type InputFile, NoReports } from './files.ts';
import { heard } from './heard.ts';
import type { Machine } from './machine.ts';
import { looksLikeReport, readSource } from './read-report.ts';

/** The inputs that gave no result. */
export interface Leftovers {
  /** Files that are not reports; most were found through a folder or a pattern. */
  readonly passedOver: readonly InputFile[];
  /** The errors of inputs that could not be found, read or processed, without repetition. */
  readonly problems: readonly UserError[];
}

/**
 * Finds and reads reports and calls `use` with each, one after the other in order of their names. Collects the results of
 * `use` in `results` and its UserErrors in `problems`. Throws the signal's reason if it is aborted.
 */
export async function readReports<Result>(
  inputs: readonly Input[],
  options: Pick<FileOptions, 'out'>,
  { cwd, signal }: Machine,
  use: (input: InputFile, source: Source) => Result | Promise<Result>,
): Promise<Leftovers & { readonly results: Result[] }> {
  const { files, problems } = await findFiles(inputs, { cwd, out: options.out, signal });
  const results: Result[] = [];
  const passedOver: InputFile[] = [];
  for (const input of files) {
    try {
      await heard(signal);
      const source = await readSource(input);
      await heard(signal);
      if (input.found && !looksLikeReport(source)) passedOver.push(input);
      else results.push(await use(input, source));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // A mistake in the settings is reported once, not for each report below them.
      if (!problems.some(({ message }) => message === error.message)) problems.push(error);
    }
  }
  if (results.length === 0 && problems.length === 0) problems.push(noReport());
  return { results, passedOver, problems };
}

const noReport = (): UserError =>
  new NoReports(
    { zh: '没有找到任何报告', en: 'No reports were found' },
    {
      zh: '给出报告文件、文件夹或通配符；可以一份也没有的，build 和 validate 加 --pass-with-no-reports',
      en: 'Give report files, folders or patterns. If there may be none, add --pass-with-no-reports (build and validate)',
    },
  );
