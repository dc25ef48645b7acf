import { type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { homeFolder } from './home-folder.ts';

const OTHERS_MAY_WRITE = 0o022;

/** The absolute path of this user's cache folder for the tool; `REPORT_CACHE_DIR` overrides it. It may not exist yet. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.REPORT_CACHE_DIR) return resolve(env.REPORT_CACHE_DIR);
  return join(userCache(env), 'ogi-report');
}

function userCache(env: NodeJS.ProcessEnv): string {
  const home = homeFolder(env);
  if (process.platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local');
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches');
  return env.XDG_CACHE_HOME || join(home, '.cache');
}

/**
 * Throws a UserError if other users can write to the folder. A folder that cannot be reached passes: nothing can be run
 * from it.
 */
export function assertPrivate(folder: string): void {
  const stats = statsOf(folder);
  if (stats === undefined || isPrivate(stats)) return;
  throw new UserError(
    {
      zh: `缓存文件夹不安全，其他用户可以改动其中的程序：${folder}`,
      en: `The cache folder is not safe, because other users can change the programs in it: ${folder}`,
    },
    {
      zh: '请删除它，或收回他人的写权限（chmod go-w），或用环境变量 REPORT_CACHE_DIR 另指一个只属于您的文件夹。',
      en: 'Delete it, remove the write permission of others (chmod go-w), or set REPORT_CACHE_DIR to a folder that only you can write to.',
    },
  );
}

/**
 * True if the file belongs to this user and nobody else can write to it. Always true on Windows, where the cache folder is
 * private.
 */
export const isPrivate = ({ uid, mode }: Stats): boolean =>
  process.getuid === undefined || (uid === process.getuid() && (mode & OTHERS_MAY_WRITE) === 0);

function statsOf(folder: string): Stats | undefined {
  try {
    return statSync(folder);
  } catch {
    return undefined;
  }
}
