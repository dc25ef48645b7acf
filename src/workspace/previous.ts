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
import { looksLikeReport, readSource } from './read-report.ts';

/** Where a report's `previous` may lie, and what it is relative to. */
export interface Place {
  /** Absolute folder of the report. */
  readonly folder: string;
  readonly root: string;
}

/** Last year's report as the file names it; a finding where it can't be read; undefined where it names none. */
export async function previousOf(source: Source, place: Place, cwd: string): Promise<Previous | Finding | undefined> {
  const named = getIn(source.data, 'previous');
  // What is no file name is for the schema to say.
  if (typeof named !== 'string' || !/\.ya?ml$/iu.test(named)) return undefined;
  const path = resolve(place.folder, named);
  const outside = {
    zh: `${named} 在报告所在的仓库（文件夹）之外`,
    en: `${named} lies outside the report's repository (folder)`,
  };
  if (isAbsolute(named)) return fault({ zh: '上年报告要写相对路径', en: "Last year's report must be a relative path" });
  // Said before anything is looked for: a report must not tell what there is elsewhere.
  if (!isWithin(place.root, path)) return fault(outside);
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined || !(await isFile(real))) return fault(missing(named));
  if (!isWithin(await realpath(place.root), real)) return fault(outside);
  const read = await readSource(inputAt(path, cwd)).catch((error) => error);
  if (read instanceof UserError) return fault(read.text);
  if (read instanceof Error) throw read;
  return asPrevious(read);
}

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
    // Without a year nothing would be compared, and nobody would know.
    return report.year === undefined ? fault(noReport(source.file)) : { source, report };
  }
  const line = first?.range ? ` ${first.range.line}` : '';
  return fault({
    zh: `${source.file} 读不出来：${line ? `第${line} 行，` : ''}${first?.message.zh ?? ''}`,
    en: `${source.file} can not be read: ${line ? `line${line}, ` : ''}${first?.message.en ?? ''}`,
  });
}

const missing = (name: string): Text => ({ zh: `找不到上年报告 ${name}`, en: `There is no file ${name}` });

const noReport = (name: string): Text => ({
  zh: `${name} 没有年度（year），不是年度报告`,
  en: `${name} has no year: it is no report`,
});

/** Chooses last year's report of an agency among the files that `--against` names. */
export type Against = (source: Source) => Previous | Finding | undefined;

/** Reads what `--against FILE|FOLDER` names, once. Throws a UserError when it can't be read. */
export async function readAgainst(path: string, cwd: string): Promise<Against> {
  const { files, problems } = await findFiles([path], { cwd });
  const [problem] = problems;
  if (problem) throw problem;
  const sources = await Promise.all(files.map(readSource));
  const [only] = sources;
  if (files.length === 1 && files[0]?.found === false && only) return () => asPrevious(only);
  const reports = sources.filter(looksLikeReport);
  return (source) => {
    const year = Number(textIn(source.data, 'year'));
    const name = textIn(source.data, 'agency.name');
    const before = reports.find(
      ({ data }) => Number(textIn(data, 'year')) === year - 1 && textIn(data, 'agency.name') === name,
    );
    return before && asPrevious(before);
  };
}
