import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { ENDINGS } from '../import/endings.ts';
import { foldersOnce } from './folders-once.ts';
import { hashOfNames, isInShard, type Shard } from './shard.ts';

/** The content of a report that is not in a file: standard input, or a text from a program. */
export interface GivenContent {
  /** The name to show. Settings and last year's report are searched for as if there were a file with this name. */
  readonly name: string;
  readonly content: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Skipped if it is not a report, as a file in a folder is. */
  readonly found?: boolean;
}

/** The name of a file, folder or pattern, or given content. */
export type Input = string | GivenContent;

/** One report to read. */
export interface InputFile {
  /** Absolute path; undefined for given content. */
  readonly path: string | undefined;
  readonly content?: GivenContent['content'];
  /** The name to show: relative to the working folder, with `/`. */
  readonly name: string;
  /** The path of its output files in the output folder, without an extension. */
  readonly base: string;
  /** Found through a folder or pattern; such a file is skipped if it is not a report. */
  readonly found: boolean;
  /** The name of the folder that was searched. */
  readonly folder?: string;
}

/** The published files in a folder that was searched for reports. */
export interface PublishedInFolder {
  readonly folder: string;
  readonly files: readonly InputFile[];
}

export interface FileOptions {
  readonly cwd: string;
  /** The output folder; it is not searched for reports. */
  readonly out?: string | undefined;
  /** The endings of the files that a folder is searched for, in place of those of report files. */
  readonly endings?: readonly string[] | undefined;
  /** Folders are searched for published files too. */
  readonly published?: boolean;
  /** Absolute paths of files that are not found, such as those that are going to be written. */
  readonly ignore?: readonly string[] | undefined;
  /** Only the files of this shard are found. */
  readonly shard?: Shard | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The files that were found, and the errors of what could not be found or read. */
export interface FoundFiles {
  readonly files: readonly InputFile[];
  /** What the folders have beside report files; only if it was asked for. */
  readonly published?: readonly PublishedInFolder[];
  /** Only if the files are those of a shard: the files of the other shards, and the hash of all names. */
  readonly others?: { readonly shard: Shard; readonly files: readonly InputFile[]; readonly list: string };
  readonly problems: UserError[];
}

/** Finds the files of the inputs, in order of their names; `problems` says which inputs and folders cannot be used, and why. */
export async function findFiles(inputs: readonly Input[], options: FileOptions): Promise<FoundFiles> {
  const found: InputFile[] = [];
  const published: PublishedInFolder[] = [];
  const problems: UserError[] = [];
  for (const input of inputs) {
    const one = await expand(input, options);
    found.push(...one.files);
    published.push(...(one.published ?? []));
    problems.push(...one.problems);
  }
  const byName = (a: InputFile, b: InputFile) => (a.name < b.name ? -1 : 1);
  const files = onceEach(found.sort(byName));
  return options.shard ? shared({ files, published, problems }, options.shard) : { files, published, problems };
}

/** The share of the files that are in a shard. */
function shared({ files, published = [], problems }: FoundFiles, shard: Shard): FoundFiles {
  const isOurs = ({ name }: InputFile) => isInShard(name, shard);
  const ours = published.map((folder) => ({ ...folder, files: folder.files.filter(isOurs) }));
  return {
    files: files.filter(isOurs),
    published: ours.filter((folder) => folder.files.length > 0),
    // Without the published files: those that another shard has written would change it.
    others: { shard, files: files.filter((file) => !isOurs(file)), list: hashOfNames(files.map(({ name }) => name)) },
    problems,
  };
}

/**
 * Each file once, even if it was reached by several names. A name from the command line comes before one from a folder, and
 * a name without symbolic links before others.
 */
function onceEach(found: readonly InputFile[]): InputFile[] {
  const files = new Map<string, { file: InputFile; rank: number }>();
  for (const file of found) {
    const real = file.path === undefined ? file.name : realPath(file.path);
    const rank = (file.found ? 2 : 0) + (file.path === real ? 0 : 1);
    if (rank < (files.get(real)?.rank ?? 4)) files.set(real, { file, rank });
  }
  const kept = new Set([...files.values()].map(({ file }) => file));
  return found.filter((file) => kept.has(file));
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

async function expand(arg: Input, options: FileOptions): Promise<FoundFiles> {
  const { cwd } = options;
  if (typeof arg !== 'string') {
    // `<stdin>` is not a valid file name.
    const base = withoutEnding(basename(arg.name).replace(/[<>:"|?*]/gu, ''));
    return { files: [{ found: false, ...arg, path: undefined, base }], problems: [] };
  }
  const path = resolve(cwd, arg);
  const kind = arg === '' ? undefined : kindOf(path);
  if (kind === 'file') {
    const file = { path, name: displayName(path, cwd), base: withoutEnding(basename(path)), found: false };
    return { files: [file], problems: [] };
  }
  if (kind === 'folder') return searchFolder(path, options, arg);
  // Loaded only for patterns and folders; a named file needs no search.
  const { isDynamicPattern } = await import('tinyglobby');
  if (isDynamicPattern(arg)) {
    const root = resolve(cwd, fixedPart(arg, isDynamicPattern));
    return search(arg.replaceAll('\\', '/'), cwd, root, options, arg);
  }
  const hint = options.endings
    ? { zh: '检查路径', en: 'Check the path' }
    : { zh: '检查路径；新建一份用 report init FILE', en: 'Check the path. To start a new report: report init FILE' };
  const missing = new UserError({ zh: `找不到文件 ${arg}`, en: `There is no file ${arg}` }, hint);
  return { files: [], problems: [missing] };
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

const REPORT_ENDINGS = ['yaml', 'yml'];

/** YAML files that are never reports. */
const NO_REPORTS = ['**/node_modules/**', '**/report.config.yaml'];
/** The parts of pages that a browser saved. */
const PARTS_OF_PAGES = ['**/*_files/**', '**/*.files/**'];

/** True for the names that a search of a folder gives: YAML files that are not hidden and can be reports. */
export const isSearched = (name: string): boolean =>
  /\.ya?ml$/u.test(name) && !/(?:^|\/)(?:\.[^/]*|node_modules\/|report\.config\.yaml$)/u.test(name);

async function searchFolder(path: string, options: FileOptions, arg: string): Promise<FoundFiles> {
  const found = await searchEndings(path, options, arg);
  if (!options.published || options.endings) return found;
  const { files } = await searchEndings(path, { ...options, endings: ENDINGS }, arg);
  if (files.length === 0) return found;
  // That there is no YAML is told only if there is nothing else.
  const problems = found.problems.filter((problem) => !(problem instanceof NoReports));
  return { files: found.files, published: [{ folder: arg, files }], problems };
}

async function searchEndings(path: string, options: FileOptions, arg: string): Promise<FoundFiles> {
  const pattern = `**/*.{${(options.endings ?? REPORT_ENDINGS).join(',')}}`;
  const { files, problems } = await search(pattern, path, path, options, arg);
  return { files: files.map((file) => ({ ...file, folder: arg })), problems };
}

async function search(
  pattern: string,
  cwd: string,
  root: string,
  options: FileOptions,
  arg: string,
): Promise<FoundFiles> {
  const out = options.out === undefined ? [] : [`${resolve(options.cwd, options.out).split(sep).join('/')}/**`];
  const { glob } = await import('tinyglobby');
  const problems: UserError[] = [];
  const fs = foldersOnce(root, (folder, error) => problems.push(unreadable(displayName(folder, options.cwd), error)));
  const ignore = [...NO_REPORTS, ...(options.endings ? PARTS_OF_PAGES : []), ...out];
  const signal = options.signal && { signal: options.signal };
  const usual = { absolute: true, onlyFiles: true, followSymbolicLinks: false };
  const caseSensitiveMatch = options.endings === undefined;
  const paths = await glob(pattern, { ...usual, caseSensitiveMatch, cwd, ignore, fs, ...signal });
  options.signal?.throwIfAborted();
  const written = new Set(options.ignore);
  const wanted = paths.map((path) => resolve(path)).filter((path) => !written.has(path));
  if (wanted.length === 0 && problems.length === 0) problems.push(nothingIn(arg, options));
  const files = wanted.map((path) => ({
    path,
    name: displayName(path, options.cwd),
    base: withoutEnding(relative(root, path)),
    found: true,
  }));
  return { files, problems };
}

/** Nothing was wrong, but nothing was found: with --pass-with-no-reports this is allowed. */
export class NoReports extends UserError {}

/** The shard has no reports; other shards may have some. */
export class EmptyShard extends NoReports {}

const REPORT_FILES: Text = { zh: ' .yaml 或 .yml 文件', en: '.yaml or .yml files' };
const PUBLISHED_FILES: Text = {
  zh: '网页、Word、WPS、PDF 或者表格文件',
  en: 'web pages, Word, WPS, PDF or spreadsheet files',
};
const EITHER: Text = {
  zh: `${REPORT_FILES.zh}，也没有${PUBLISHED_FILES.zh}`,
  en: `${REPORT_FILES.en}, and no ${PUBLISHED_FILES.en},`,
};

function nothingIn(arg: string, { cwd, endings, published }: FileOptions): UserError {
  if (kindOf(resolve(cwd, arg)) !== 'folder')
    return new NoReports(
      { zh: `没有文件符合 ${arg}`, en: `No file matches ${arg}` },
      { zh: '检查路径和通配符', en: 'Check the path and the pattern' },
    );
  const kinds = endings ? PUBLISHED_FILES : published ? EITHER : REPORT_FILES;
  return new NoReports(
    { zh: `${arg} 里没有${kinds.zh}`, en: `There are no ${kinds.en} in ${arg}` },
    { zh: '检查路径', en: 'Check the path' },
  );
}

const unreadable = (folder: string, { code }: NodeJS.ErrnoException): UserError =>
  new UserError(
    {
      zh: `不能读文件夹 ${folder}（${code}），里面的报告没有核对`,
      en: `The folder ${folder} cannot be read (${code}); the reports in it were not checked`,
    },
    { zh: '检查文件夹的权限', en: 'Check the permissions of the folder' },
  );

/** The folder where a pattern starts: the part before its first wildcard. */
function fixedPart(pattern: string, isDynamicPattern: (part: string) => boolean): string {
  const parts = pattern.split(/[\\/]/u);
  const first = parts.findIndex((part) => isDynamicPattern(part));
  return parts.slice(0, first).join('/') || (isAbsolute(pattern) ? '/' : '.');
}

const withoutEnding = (path: string): string => join(dirname(path), basename(path).replace(/\.ya?ml$/iu, ''));

/** The path to show: relative to the working folder, with `/`. */
export const displayName = (path: string, cwd: string): string => (relative(cwd, path) || '.').split(sep).join('/');
