import { UserError } from '../diagnostics/user-error.ts';
import type { Source } from '../source/parse.ts';
import { type FileOptions, findFiles, type Input, type InputFile } from './files.ts';
import type { Machine } from './machine.ts';
import { looksLikeReport, readSource } from './read-report.ts';

/** What became of everything that was named, beside what was made of the reports. */
export interface Leftovers {
  /** Files that are no reports: most are met in a folder or found by a pattern. */
  readonly passedOver: readonly InputFile[];
  /** Why something could not be found, read or worked on, each once. */
  readonly problems: readonly UserError[];
}

/**
 * Finds and reads reports and gives each to `use`, one after the other in the order of their names; what `use` gives back
 * is collected, a UserError that it throws is a problem. Throws what the signal was aborted with.
 */
export async function readReports<Result>(
  inputs: readonly Input[],
  options: Pick<FileOptions, 'out'>,
  { cwd, signal }: Machine,
  use: (input: InputFile, source: Source) => Result | Promise<Result>,
): Promise<Leftovers & { readonly results: Result[] }> {
  const { files, problems } = await findFiles(inputs, { cwd, out: options.out });
  const results: Result[] = [];
  const passedOver: InputFile[] = [];
  for (const input of files) {
    signal.throwIfAborted();
    try {
      const source = await readSource(input);
      if (input.found && !looksLikeReport(source)) passedOver.push(input);
      else results.push(await use(input, source));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // Settings that mean nothing are told once, not for each report below them.
      if (!problems.some(({ message }) => message === error.message)) problems.push(error);
    }
  }
  if (results.length === 0 && problems.length === 0) problems.push(noReport());
  return { results, passedOver, problems };
}

const noReport = (): UserError =>
  new UserError(
    { zh: '没有找到任何报告', en: 'No report was found' },
    { zh: '给出报告文件、文件夹或通配符', en: 'Give report files, folders or patterns' },
  );
