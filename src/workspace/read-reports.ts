import { UserError } from '../diagnostics/user-error.ts';
import type { Source } from '../source/parse.ts';
import { type FileOptions, findFiles, type Input, type InputFile, NoReports } from './files.ts';
import { heard } from './heard.ts';
import type { Machine } from './machine.ts';
import { isPublished } from './published-source.ts';
import { looksLikeReport } from './read-report.ts';

/** The inputs that gave no result. */
export interface Leftovers {
  /** Files that are not reports; most were found through a folder or a pattern. */
  readonly passedOver: readonly InputFile[];
  /** The errors of inputs that could not be found, read or processed, without repetition. */
  readonly problems: readonly UserError[];
}

/** How reports are found and read. */
export interface ReadOptions extends Pick<FileOptions, 'out' | 'published'> {
  readonly read: (input: InputFile) => Promise<Source>;
  /** Called after each published file that was read. */
  readonly onRead?: ((done: number, all: number) => void) | undefined;
}

/**
 * Finds and reads reports and calls `use` with each, one after the other in order of their names. Collects the results of
 * `use` in `results` and its UserErrors in `problems`. Throws the signal's reason if it is aborted.
 */
export async function readReports<Result>(
  inputs: readonly Input[],
  { read, onRead = () => undefined, ...options }: ReadOptions,
  { cwd, signal }: Machine,
  use: (input: InputFile, source: Source) => Result | Promise<Result>,
): Promise<Leftovers & { readonly results: Result[] }> {
  const { files, problems } = await findFiles(inputs, { ...options, cwd, signal });
  const results: Result[] = [];
  const passedOver: InputFile[] = [];
  const next = readAhead(files, read);
  const published = files.filter(isPublished);
  let done = 0;
  for (const input of files) {
    try {
      await heard(signal);
      const source = await next(input).finally(() => isPublished(input) && onRead(++done, published.length));
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

/** Published files that are read at a time: each takes a thread, and its content stays in memory until it is used. */
const AHEAD = 8;

/** Returns a function that gives the source of each file in order, while the published files after it are read in threads. */
function readAhead(files: readonly InputFile[], read: ReadOptions['read']): (input: InputFile) => Promise<Source> {
  const waiting = files.filter(isPublished).values();
  const begun = new Map<InputFile, Promise<Source>>();
  const begin = ({ value: input }: IteratorResult<InputFile, undefined>) => {
    if (!input) return;
    const source = read(input);
    // An error is told when it is the turn of its file.
    source.catch(() => undefined);
    begun.set(input, source);
  };
  return (input) => {
    if (!isPublished(input)) return read(input);
    while (begun.size < AHEAD && !begun.has(input)) begin(waiting.next());
    const source = begun.get(input) ?? read(input);
    begun.delete(input);
    begin(waiting.next());
    return source;
  };
}

const noReport = (): UserError =>
  new NoReports(
    { zh: '没有找到任何报告', en: 'No reports were found' },
    {
      zh: '给出报告文件、文件夹或通配符；可以一份也没有的，build 和 validate 加 --pass-with-no-reports',
      en: 'Give report files, folders or patterns. If there may be none, add --pass-with-no-reports (build and validate)',
    },
  );
