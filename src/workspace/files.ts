import { statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';

/** The content of a report that is not in a file: standard input, or a text from a program. */
export interface GivenContent {
  /** The name to show. Settings and last year's report are searched for as if there were a file with this name. */
  readonly name: string;
  readonly content: string | Uint8Array | AsyncIterable<Uint8Array>;
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
}

export interface FileOptions {
  readonly cwd: string;
  /** The output folder; it is not searched for reports. */
  readonly out?: string | undefined;
}

/** Finds the files of the inputs, in order of their names; `problems` says which inputs cannot be used, and why. */
export async function findFiles(
  inputs: readonly Input[],
  options: FileOptions,
): Promise<{ files: InputFile[]; problems: UserError[] }> {
  const files = new Map<string, InputFile>();
  const problems: UserError[] = [];
  for (const input of inputs) {
    const found = await expand(input, options);
    if (found instanceof UserError) problems.push(found);
    // A file that is both named and found in a folder is read once, as a named file.
    else for (const file of found) if (!file.found || !files.has(file.name)) files.set(file.name, file);
  }
  const ordered = [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { files: ordered, problems };
}

async function expand(arg: Input, options: FileOptions): Promise<InputFile[] | UserError> {
  const { cwd } = options;
  if (typeof arg !== 'string') {
    // `<stdin>` is not a valid file name.
    const base = withoutEnding(basename(arg.name).replace(/[<>:"|?*]/gu, ''));
    return [{ ...arg, path: undefined, base, found: false }];
  }
  const path = resolve(cwd, arg);
  const kind = arg === '' ? undefined : kindOf(path);
  if (kind === 'file')
    return [{ path, name: displayName(path, cwd), base: withoutEnding(basename(path)), found: false }];
  if (kind === 'folder') return search('**/*.{yaml,yml}', path, path, options, arg);
  // Loaded only for patterns and folders; a named file needs no search.
  const { isDynamicPattern } = await import('tinyglobby');
  if (isDynamicPattern(arg)) {
    const root = resolve(cwd, fixedPart(arg, isDynamicPattern));
    return search(arg.replaceAll('\\', '/'), cwd, root, options, arg);
  }
  return new UserError(
    { zh: `找不到文件 ${arg}`, en: `There is no file ${arg}` },
    { zh: '检查路径；新建一份用 report init FILE', en: 'Check the path. To start a new report: report init FILE' },
  );
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** YAML files that are never reports. */
const NO_REPORTS = ['**/node_modules/**', '**/report.config.yaml'];

async function search(
  pattern: string,
  cwd: string,
  root: string,
  options: FileOptions,
  arg: string,
): Promise<InputFile[] | UserError> {
  const out = options.out === undefined ? [] : [`${resolve(options.cwd, options.out).split(sep).join('/')}/**`];
  const { glob } = await import('tinyglobby');
  const paths = await glob(pattern, { cwd, absolute: true, onlyFiles: true, ignore: [...NO_REPORTS, ...out] });
  if (paths.length === 0) {
    return new UserError(
      { zh: `${arg} 里没有 .yaml 或 .yml 文件`, en: `There are no .yaml or .yml files in ${arg}` },
      { zh: '检查路径或通配符', en: 'Check the folder or the pattern' },
    );
  }
  return paths.map((path) => ({
    path,
    name: displayName(path, options.cwd),
    base: withoutEnding(relative(root, path)),
    found: true,
  }));
}

/** The folder where a pattern starts: the part before its first wildcard. */
function fixedPart(pattern: string, isDynamicPattern: (part: string) => boolean): string {
  const parts = pattern.split(/[\\/]/u);
  const first = parts.findIndex((part) => isDynamicPattern(part));
  return parts.slice(0, first).join('/') || (isAbsolute(pattern) ? '/' : '.');
}

const withoutEnding = (path: string): string => join(dirname(path), basename(path).replace(/\.ya?ml$/iu, ''));

/** The path to show: relative to the working folder, with `/`. */
export const displayName = (path: string, cwd: string): string => (relative(cwd, path) || '.').split(sep).join('/');
