import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** Creates a folder that only this user can read. It is removed when the process ends, if not before. */
export function temporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  removals.set(
    folder,
    atExit(() => rmSync(folder, REMOVAL)),
  );
  return folder;
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
