import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reasonOf } from '../diagnostics/file-error.ts';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { removeLeftovers, temporaryPrefix } from '../disk/leftovers.ts';

const cleanups = new Set<() => void>();

/**
 * Runs `cleanup`, which must be synchronous, when this process ends, unless it is killed. Returns a function that
 * cancels this.
 */
export function atExit(cleanup: () => void): () => void {
  if (cleanups.size === 0) process.on('exit', runCleanups);
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0) process.off('exit', runCleanups);
  };
}

/** The last first: a browser is stopped before its folder is removed, in which it would still write. */
function runCleanups(): void {
  for (const cleanup of [...cleanups].reverse()) {
    try {
      cleanup();
    } catch {
      // The process is ending: run the other cleanups, because the error cannot be reported.
    }
  }
}

/**
 * Creates a folder that only this user can read. It is removed when the process ends, if not before. The first call also
 * removes the folders of killed runs. Throws a UserError if the system's temporary folder cannot be written to.
 */
export function temporaryFolder(): string {
  const parent = tmpdir();
  if (!swept.has(parent)) removeLeftovers(parent);
  swept.add(parent);
  try {
    const folder = mkdtempSync(join(parent, temporaryPrefix()));
    removals.set(
      folder,
      atExit(() => rmSync(folder, REMOVAL)),
    );
    return folder;
  } catch (error) {
    throw noTemporary(parent, error);
  }
}

/** The folders whose leftovers this process has removed. */
const swept = new Set<string>();

/** Bytes. A browser keeps shared memory in the temporary folder; Chrome itself warns below this. */
const ENOUGH = 64 * 1024 * 1024;

/** What to do if there is too little space for a browser in the temporary folder; undefined if there is enough. */
export function temporarySpaceHint(): Text | undefined {
  const left = freeSpace(tmpdir());
  if (left >= ENOUGH) return undefined;
  const megabytes = Math.floor(left / 1024 / 1024);
  return {
    zh: `临时文件夹 ${tmpdir()} 只剩 ${megabytes} MB，浏览器需要 64 MB：腾出空间，或用环境变量 ${VARIABLE} 另指一个文件夹`,
    en: `The temporary folder ${tmpdir()} has only ${megabytes} MB left, and the browser needs 64 MB: free some space, or set ${VARIABLE} to another folder`,
  };
}

function freeSpace(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The variable that names the temporary folder. */
const VARIABLE = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';

/** The UserError for a temporary folder that cannot be written to. */
export function noTemporary(folder: string, cause: unknown): UserError {
  const reason = reasonOf(cause);
  return new UserError(
    {
      zh: `不能在临时文件夹 ${folder} 里写：${reason.zh}`,
      en: `Cannot write to the temporary folder ${folder}: ${reason.en}`,
    },
    {
      zh: `用环境变量 ${VARIABLE} 指一个存在、可写、有空间的文件夹`,
      en: `Set ${VARIABLE} to a folder that exists, is writable and has free space`,
    },
    { cause },
  );
}

const removals = new Map<string, () => void>();

/** Retries, because a process that is just ending may still add a file. */
const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 };

/** Removes a folder of `temporaryFolder`. If that fails, it is tried again when this process ends. */
export async function removeTemporary(folder: string): Promise<void> {
  try {
    await rm(folder, REMOVAL);
  } catch {
    return;
  }
  removals.get(folder)?.();
  removals.delete(folder);
}
