import { type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';

const OTHERS_MAY_WRITE = 0o022;

/** This user's cache folder for the tool; `REPORT_CACHE_DIR` overrides it. It may not exist yet. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.REPORT_CACHE_DIR) return resolve(env.REPORT_CACHE_DIR);
  return join(userCache(env), 'ogi-report');
}

function userCache(env: NodeJS.ProcessEnv): string {
  const home = env.HOME || homedir();
  if (process.platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local');
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches');
  return env.XDG_CACHE_HOME || join(home, '.cache');
}

/** Refuses a folder that somebody else could have put a program into. One that can't be reached passes: nothing is run from it. */
export function assertPrivate(folder: string): void {
  const stats = statsOf(folder);
  if (stats === undefined || isPrivate(stats)) return;
  throw new UserError(
    {
      zh: `缓存文件夹不安全，其他用户可以改动其中的程序：${folder}`,
      en: `The cache folder isn't safe, others can change the programs in it: ${folder}`,
    },
    {
      zh: '请删除它，或收回他人的写权限（chmod go-w），或用环境变量 REPORT_CACHE_DIR 另指一个只属于您的文件夹。',
      en: 'Delete it, take the write permission from others (chmod go-w), or name a folder of your own in REPORT_CACHE_DIR.',
    },
  );
}

/** Is it this user's, and can nobody else write to it? Windows doesn't tell, and its cache folder is the user's own. */
export const isPrivate = ({ uid, mode }: Stats): boolean =>
  process.getuid === undefined || (uid === process.getuid() && (mode & OTHERS_MAY_WRITE) === 0);

function statsOf(folder: string): Stats | undefined {
  try {
    return statSync(folder);
  } catch {
    return undefined;
  }
}
