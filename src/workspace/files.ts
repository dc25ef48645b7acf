import { statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';

/** A report that does not lie in a file: standard input, or a text that a program holds. */
export interface GivenContent {
  /** As it is named to people; settings and last year's report are looked for as if a file of this name were there. */
  readonly name: string;
  readonly content: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** A file, folder or pattern by its name, or content that is given. */
export type Input = string | GivenContent;

/** One report to read. */
export interface InputFile {
  /** Absolute path; undefined for content that was given. */
  readonly path: string | undefined;
  readonly content?: GivenContent['content'];
  /** As it is named to people: relative to the working folder, with `/`. */
  readonly name: string;
  /** Where its outputs go below the output folder, without an ending. */
  readonly base: string;
  /** Found through a folder or a glob: passed over when it is no report. */
  readonly found: boolean;
}

export interface FileOptions {
  readonly cwd: string;
  /** The output folder, which is not searched for reports. */
  readonly out?: string | undefined;
}

/** What the inputs name: the files in order of their names, and why some can't be used. */
export async function findFiles(
  inputs: readonly Input[],
  options: FileOptions,
): Promise<{ files: InputFile[]; problems: UserError[] }> {
  const files = new Map<string, InputFile>();
  const problems: UserError[] = [];
  for (const input of inputs) {
    const found = await expand(input, options);
    if (found instanceof UserError) problems.push(found);
    // A file named itself and through its folder is read once, as the one it was named.
    else for (const file of found) if (!file.found || !files.has(file.name)) files.set(file.name, file);
  }
  const ordered = [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { files: ordered, problems };
}

async function expand(arg: Input, options: FileOptions): Promise<InputFile[] | UserError> {
  const { cwd } = options;
  if (typeof arg !== 'string') {
    // `<stdin>` is a name for people, not for files.
    const base = withoutEnding(basename(arg.name).replace(/[<>:"|?*]/gu, ''));
    return [{ ...arg, path: undefined, base, found: false }];
  }
  const path = resolve(cwd, arg);
  const kind = arg === '' ? undefined : kindOf(path);
  if (kind === 'file')
    return [{ path, name: displayName(path, cwd), base: withoutEnding(basename(path)), found: false }];
  if (kind === 'folder') return search('**/*.{yaml,yml}', path, path, options, arg);
  // Loaded only for a pattern or a folder: a file that is named needs no search.
  const { isDynamicPattern } = await import('tinyglobby');
  if (isDynamicPattern(arg)) {
    const root = resolve(cwd, fixedPart(arg, isDynamicPattern));
    return search(arg.replaceAll('\\', '/'), cwd, root, options, arg);
  }
  return new UserError(
    { zh: `找不到文件 ${arg}`, en: `There is no file ${arg}` },
    { zh: '检查路径；新建一份用 report init FILE', en: 'Check the path; start a new report with: report init FILE' },
  );
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Settings stand among the reports, and are none. */
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
      { zh: `${arg} 里没有 .yaml 或 .yml 文件`, en: `No .yaml or .yml file in ${arg}` },
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

/** The folder a glob starts from: the part before its first wildcard. */
function fixedPart(pattern: string, isDynamicPattern: (part: string) => boolean): string {
  const parts = pattern.split(/[\\/]/u);
  const first = parts.findIndex((part) => isDynamicPattern(part));
  return parts.slice(0, first).join('/') || (isAbsolute(pattern) ? '/' : '.');
}

const withoutEnding = (path: string): string => join(dirname(path), basename(path).replace(/\.ya?ml$/iu, ''));

/** A path as people see it: relative to the working folder, with `/`. */
export const displayName = (path: string, cwd: string): string => (relative(cwd, path) || '.').split(sep).join('/');
