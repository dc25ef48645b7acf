import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reasonOf } from '../diagnostics/file-error.ts';
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

function runCleanups(): void {
  for (const cleanup of cleanups) {
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

/** The UserError for a temporary folder that cannot be written to. */
export function noTemporary(folder: string, cause: unknown): UserError {
  const reason = reasonOf(cause);
  const variable = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';
  return new UserError(
    {
      zh: `不能在临时文件夹 ${folder} 里写：${reason.zh}`,
      en: `Cannot write to the temporary folder ${folder}: ${reason.en}`,
    },
    {
      zh: `用环境变量 ${variable} 指一个存在、可写、有空间的文件夹，例如 ${variable}=/tmp`,
      en: `Set ${variable} to a folder that exists, is writable and has free space, for example ${variable}=/tmp`,
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
