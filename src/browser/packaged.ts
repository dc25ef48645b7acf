import { join } from 'node:path';
import { assertPrivate, cacheFolder } from '../cache/cache-folder.ts';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { fillCacheEntry } from './cache-entry.ts';
import { inflate, PROGRAM } from './inflate.ts';
import { libraryEnvironment } from './libraries.ts';
import { isWhole } from './manifest.ts';
import { type PackagedSource, packagedSource } from './packaged-source.ts';
import { removeTemporary, temporaryFolder } from './temporary.ts';
import type { FoundBrowser } from './types.ts';

export interface PackagedOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly onProgress?: ((text: Text) => void) | undefined;
}

/** Reasons why a folder can't be written to that another folder may not have. */
const UNUSABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'EDQUOT']);

/** The headless shell that comes from npm: at once when it is in the cache, a promise while it is inflated. */
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
 * Where the cache can't be written to (a read-only home, a full disk), the browser is inflated for this run alone:
 * slower each time, but it works in a locked-down CI.
 */
async function prepare(
  source: PackagedSource,
  root: string,
  { env, onProgress }: PackagedOptions,
  signal?: AbortSignal,
): Promise<FoundBrowser> {
  onProgress?.({
    zh: '正在解压内置浏览器（仅首次需要，约 2 秒）……',
    en: 'Inflating the packaged browser (once, about 2 seconds) …',
  });
  try {
    const fill = (folder: string) => inflate(source, folder, signal);
    return packaged(await fillCacheEntry(root, source.name, fill, signal), env);
  } catch (error) {
    signal?.throwIfAborted();
    if (!UNUSABLE.has(codeOf(error))) throw damaged(error);
    onProgress?.({
      zh: `缓存文件夹不能写入（${codeOf(error)}）：${root}。本次改用临时文件夹；可用环境变量 REPORT_CACHE_DIR 另指一个。`,
      en: `The cache folder can't be written to (${codeOf(error)}): ${root}. A temporary one is used this time; REPORT_CACHE_DIR names another.`,
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
    folder = temporaryFolder('ogi-report-browser-');
    await inflate(source, folder, signal);
    return { ...packaged(folder, env), temporary: folder };
  } catch (error) {
    if (folder !== undefined) await removeTemporary(folder);
    signal?.throwIfAborted();
    throw nowhere(error);
  }
}

/** What zlib and tar say of a file that was cut short has many codes; without any it is a mistake of ours. */
function damaged(cause: unknown): unknown {
  if ((cause as NodeJS.ErrnoException).code === undefined) return cause;
  return new UserError(
    {
      zh: `内置浏览器的文件已损坏，无法解压（${codeOf(cause)}）。`,
      en: `The packaged browser's files are damaged and can't be inflated (${codeOf(cause)}).`,
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
      zh: `内置浏览器无处解压（${codeOf(cause)}）：缓存文件夹和临时文件夹都不能写入。`,
      en: `The packaged browser can't be inflated (${codeOf(cause)}): neither the cache folder nor the temporary folder can be written to.`,
    },
    {
      zh: '请腾出至少 250 MB 磁盘空间，或用环境变量 REPORT_CACHE_DIR 指向可写的文件夹，或用 REPORT_BROWSER 指明已安装的浏览器。',
      en: 'Free 250 MB of disk space, name a folder that can be written to in REPORT_CACHE_DIR, or an installed browser in REPORT_BROWSER.',
    },
    { cause },
  );
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
