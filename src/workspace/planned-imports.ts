import { lstatSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { plural, type Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { type Naming, namingOf, reportFileName } from '../import/file-name.ts';
import type { PublishedReading } from '../import/reading.ts';
import { textIn } from '../report/access.ts';
import { parse } from '../source/parse.ts';
import { identityOf } from './destination.ts';
import { displayName } from './files.ts';
import type { ImportedFile } from './import-files.ts';

/** A reading with the report file that will be written for it. */
export interface PlannedImport extends ImportedFile {
  /** Absolute path. */
  readonly path: string;
  /** The path to show. */
  readonly name: string;
  /** The report file of the year before, if it is written too: relative to this one. */
  readonly previous?: string;
}

/** True for an output that is one file and not a folder. */
export const isReportFile = (out: string): boolean => /\.ya?ml$/iu.test(out);

/** True for a file of another kind: one that is there, or a name like one. A folder of such a name ends with a slash. */
function isOtherFile(out: string, cwd: string): boolean {
  if (isReportFile(out)) return false;
  const there = thereAt(resolve(cwd, out), statSync);
  return there ? !there.isDirectory() : /\.[a-z]\w{0,4}$/iu.test(out);
}

/** What is at a path; undefined too for a name that the file system does not allow, which is told when it is written. */
function thereAt(path: string, stat: (path: string) => Stats): Stats | undefined {
  try {
    return stat(path);
  } catch {
    return undefined;
  }
}

/**
 * The report files for readings: `out` itself if it is the name of one, otherwise files in the folder `out`, named by agency and year.
 * Throws a UserError if two of them have the same name, if one exists and `force` is not set, if `out` is the name of another kind of file, or if one is a file that was read.
 */
export function plannedImports(
  imported: readonly ImportedFile[],
  out: string,
  { cwd, force }: { readonly cwd: string; readonly force: boolean },
): PlannedImport[] {
  if (isReportFile(out) && imported.length > 1) throw oneFile(out, imported.length);
  if (isOtherFile(out, cwd)) throw otherFile(out);
  const planned = imported.map((one) => {
    const named = naming(one.reading);
    const path = resolve(
      cwd,
      isReportFile(out) ? out : join(out, `${reportFileName(named, stem(one.input.name))}.yaml`),
    );
    return { ...one, named, path, name: displayName(path, cwd) };
  });
  refuse(planned, force);
  return planned.map(({ named, ...one }) => {
    const before = planned.find((other) => isYearBefore(other.named, named));
    if (!before) return one;
    return { ...one, previous: relative(dirname(one.path), before.path).split(sep).join('/') };
  });
}

/** Whether one is the report of the year before the other. Reports of unknown agencies are never linked. */
const isYearBefore = (one: Naming, other: Naming): boolean =>
  one.agency !== undefined &&
  other.agency !== undefined &&
  plainName(one.agency) === plainName(other.agency) &&
  Number(one.year) === Number(other.year) - 1;

/** Without spaces and with one width of brackets, which differ from year to year. */
const plainName = (name: string): string => name.normalize('NFKC').replace(/\s/gu, '');

const stem = (name: string): string => basename(name).replace(/\.\w+$/u, '');

/** The agency and year of a reading; of the report file inside, if there is one. */
export function naming(reading: PublishedReading): Naming {
  if (!reading.source) return namingOf(reading);
  const { data } = parse(reading.source.text, reading.source.name);
  const year = (data as { readonly year?: unknown } | undefined)?.year;
  return {
    agency: textIn(data, 'agency.name') ?? textIn(data, 'agency.short_name'),
    year: year === undefined ? undefined : String(year),
  };
}

function refuse(planned: readonly PlannedImport[], force: boolean): void {
  const taken = new Map<string, PlannedImport>();
  const clashes = planned.flatMap((one) => {
    // Some file systems take names of different case for one.
    const key = one.path.toLowerCase();
    const other = taken.get(key);
    if (other) return [clash(other.name, other.input.name, one.input.name)];
    taken.set(key, one);
    return [];
  });
  if (clashes.length > 0) throw sameNames(clashes);
  const read = new Map(
    planned.flatMap(({ input: { path, name } }) => (path === undefined ? [] : [[identityOf(path), name]])),
  );
  for (const { path, name } of planned) {
    const original = read.get(identityOf(path));
    if (original !== undefined) throw isOriginal(original);
    if (!force && thereAt(path, lstatSync)) throw exists(name);
  }
}

const oneFile = (out: string, count: number): UserError =>
  new UserError(
    { zh: `${out} 是一个文件，读出的报告有 ${count} 份`, en: `${out} is one file, but ${count} reports were read` },
    { zh: '-o 后面写一个文件夹，例如 -o reports/', en: 'Give a folder with -o, for example -o reports/' },
  );

const otherFile = (out: string): UserError =>
  new UserError(
    { zh: `${out} 不是报告文件的名字，什么也没有写`, en: `${out} is no name of a report file; nothing was written` },
    {
      zh: '-o 后面写 .yaml 文件，或者文件夹；文件夹的名字里有点的，后面加 /',
      en: 'Give a .yaml file or a folder with -o; end the name of a folder that has a dot in it with /',
    },
  );

const clash = (name: string, one: string, other: string): Text => ({
  zh: `${name} ← ${one}、${other}`,
  en: `${name} ← ${one}, ${other}`,
});

/** More would fill the screen. */
const MOST_NAMED = 10;

const sameNames = (clashes: readonly Text[]): UserError =>
  new UserError(
    {
      zh: `有 ${clashes.length} 处几份文件是同一个机关、同一年的报告，会写成一个文件；什么也没有写`,
      en: `Several files are the report of the same agency and year and would be written as one file, in ${plural(clashes.length, 'case')}; nothing was written`,
    },
    {
      zh: '是同一份报告的，只给出一个；不是的，分开读，各用 -o 写明文件名',
      en: 'If they are the same report, give only one of them; otherwise import each with its own -o FILE',
    },
    { details: clashes.slice(0, MOST_NAMED) },
  );

const exists = (file: string): UserError =>
  new UserError(
    { zh: `${file} 已经存在，什么也没有写`, en: `${file} already exists; nothing was written` },
    {
      zh: '用 -o 换一个名字；要覆盖它，加 --force',
      en: 'Choose another name with -o; to replace the file, use --force',
    },
  );

const isOriginal = (name: string): UserError =>
  new UserError(
    { zh: `不能写 ${name}：它是要读的文件`, en: `${name} cannot be written: it is one of the files to read` },
    { zh: '用 -o 换一个名字', en: 'Choose another name with -o' },
  );
