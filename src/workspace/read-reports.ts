import { UserError } from '../diagnostics/user-error.ts';
import type { Source } from '../source/parse.ts';
import { type FileOptions, findFiles, type Input, type InputFile, NoReports, type PublishedInFolder } from './files.ts';
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
  /** The published files in folders with reports; they were not read. */
  readonly besides?: readonly PublishedInFolder[];
}

/** How reports are found and read. */
export interface ReadOptions extends Pick<FileOptions, 'out' | 'published' | 'ignore'> {
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
  const { files, published = [], problems } = await findFiles(inputs, { ...options, cwd, signal });
  const results: [name: string, result: Result][] = [];
  const passedOver: InputFile[] = [];
  const withReports = new Set<string>();
  const readAll = async (list: readonly InputFile[]) => {
    const next = readAhead(list, read);
    const all = list.filter(isPublished).length;
    let done = 0;
    for (const input of list) {
      try {
        await heard(signal);
        const source = await next(input).finally(() => isPublished(input) && onRead(++done, all));
        await heard(signal);
        if (input.found && !looksLikeReport(source)) passedOver.push(input);
        else {
          if (input.folder !== undefined) withReports.add(input.folder);
          results.push([input.name, await use(input, source)]);
        }
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        // A mistake in the settings is reported once, not for each report below them.
        if (!problems.some(({ message }) => message === error.message)) problems.push(error);
      }
    }
  };
  await readAll(files);
  const [besides, alone] = [true, false].map((has) =>
    published.filter(({ folder }) => withReports.has(folder) === has),
  );
  await readAll(
    (alone ?? []).flatMap((one) => one.files).filter(({ path }) => !files.some((file) => file.path === path)),
  );
  if (results.length === 0 && problems.length === 0) problems.push(noReport());
  const sorted = results.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, result]) => result);
  return { results: sorted, passedOver, problems, besides: besides ?? [] };
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
