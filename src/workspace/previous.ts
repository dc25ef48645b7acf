import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Previous } from '../check/check.ts';
import { previousIsUnreadable as fault } from '../check/structure/previous-unreadable.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { getIn, textIn } from '../report/access.ts';
import { readReport } from '../report/report.ts';
import type { Source } from '../source/parse.ts';
import { displayName, findFiles, type InputFile } from './files.ts';
import { heard } from './heard.ts';
import type { Machine } from './machine.ts';
import { looksLikeReport, readSource } from './read-report.ts';

/** The folders that limit and resolve the path in a report's `previous`. */
export interface Place {
  /** Absolute folder of the report. */
  readonly folder: string;
  /** Absolute folder that last year's report must be in. */
  readonly root: string;
  /** `root` is that of a repository. */
  readonly inRepository: boolean;
}

/** Last year's report from the file's `previous`; a finding if it cannot be read; undefined if the file has no `previous`. */
export async function previousOf(source: Source, place: Place, cwd: string): Promise<Previous | Finding | undefined> {
  const named = getIn(source.data, 'previous');
  // The schema reports a value that is not a file name.
  if (typeof named !== 'string' || !/\.ya?ml$/iu.test(named)) return undefined;
  const path = resolve(place.folder, named);
  const outside = {
    zh: `${named} 在报告所在的仓库（文件夹）之外`,
    en: `${named} is outside the report's repository (folder)`,
  };
  if (isAbsolute(named))
    return fault({ zh: '上年报告要写相对路径', en: "The path of last year's report must be relative" });
  // Before any access to the file: a report must not reveal which files exist elsewhere.
  if (!isWithin(place.root, path)) return fault(outside, hintOutside(place));
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined || !(await isFile(real))) return fault(missing(named));
  if (!isWithin(await realpath(place.root), real)) return fault(outside, hintOutside(place));
  const read = await readSource(inputAt(path, cwd)).catch((error) => error);
  if (read instanceof UserError) return fault(read.text);
  if (read instanceof Error) throw read;
  return asPrevious(read);
}

const hintOutside = ({ inRepository }: Place): Text =>
  inRepository
    ? {
        zh: '上年报告要在同一个仓库里；在别处的，用 --against 指定',
        en: "Last year's report must be in the same repository; if it is elsewhere, give it with --against",
      }
    : {
        zh: '在包含两份报告的文件夹里放一个 report.config.yaml（可以是空的），或者用 --against 指定上年报告',
        en: "Put a report.config.yaml, which may be empty, in the folder that contains both reports, or give last year's report with --against",
      };

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const isWithin = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== '' && way.split(sep)[0] !== '..' && !isAbsolute(way);
};

const inputAt = (path: string, cwd: string): InputFile => ({
  path,
  name: displayName(path, cwd),
  base: '',
  found: false,
});

function asPrevious(source: Source): Previous | Finding {
  const [first] = source.findings;
  if (source.data !== undefined) {
    const report = readReport(source.data);
    // Without a year, the comparison would be skipped and nobody would notice.
    return report.year === undefined ? fault(noReport(source.file)) : { source, report };
  }
  const line = first?.range ? ` ${first.range.line}` : '';
  return fault({
    zh: `${source.file} 读不出来：${line ? `第${line} 行，` : ''}${first?.message.zh ?? ''}`,
    en: `${source.file} cannot be read: ${line ? `line${line}, ` : ''}${first?.message.en ?? ''}`,
  });
}

const missing = (name: string): Text => ({ zh: `找不到上年报告 ${name}`, en: `There is no file ${name}` });

const noReport = (name: string): Text => ({
  zh: `${name} 没有年度（year），不是年度报告`,
  en: `${name} has no year, so it is not a report`,
});

/** The reports of `--against FILE|FOLDER`, as plain data that threads can be given. */
export type AgainstList =
  | { readonly one: InputFile }
  /** By agency and year. */
  | { readonly reports: ReadonlyMap<string, InputFile> };

/** Finds last year's report of a report among those of `--against`; undefined if there is none. */
export type Against = (source: Source) => Promise<Previous | Finding | undefined>;

type Read = (input: InputFile) => Promise<Source>;

/** Finds the reports of `--against FILE|FOLDER`. Throws a UserError if there are none or one cannot be read. */
export async function listAgainst(path: string, { cwd, signal }: Machine, read: Read): Promise<AgainstList> {
  const { files, published = [], problems } = await findFiles([path], { cwd, published: true, signal });
  const [problem] = problems;
  if (problem) throw problem;
  const [one] = files;
  if (one?.found === false) return { one };
  const reports = new Map<string, InputFile>();
  const add = async (list: readonly InputFile[]) => {
    for (const file of list) {
      await heard(signal);
      const source = await read(file);
      const key = keyFor(source, 0);
      if (looksLikeReport(source) && !reports.has(key)) reports.set(key, file);
    }
  };
  await add(files);
  if (reports.size === 0) await add(published.flatMap((folder) => folder.files));
  return { reports };
}

/** Reads a report of the list when it is needed, and the only one at once. Throws a UserError if that fails. */
export async function openAgainst(list: AgainstList, read: Read): Promise<Against> {
  if ('one' in list) {
    const source = await read(list.one);
    return async () => asPrevious(source);
  }
  return async (source) => {
    const file = list.reports.get(keyFor(source, -1));
    return file && asPrevious(await read(file));
  };
}

/** The agency and the year of a report, or a number of years later. */
const keyFor = ({ data }: Source, later: number): string =>
  JSON.stringify([Number(textIn(data, 'year')) + later, textIn(data, 'agency.name')]);
