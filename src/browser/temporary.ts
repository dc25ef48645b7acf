import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cleanups = new Set<() => void>();

/** Runs `cleanup`, which must not wait for anything, when this process ends for whatever reason but a kill. */
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
      // The process is ending: the others get their turn, and there is nobody left to tell.
    }
  }
}

/** A new folder that only this user can read, gone at the latest when the process ends. */
export function temporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  removals.set(
    folder,
    atExit(() => rmSync(folder, REMOVAL)),
  );
  return folder;
}

const removals = new Map<string, () => void>();

/** A process that is just ending may still add a file. */
const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 };

/** Removes a folder made by `temporaryFolder`. One that can't be removed yet is tried again when the process ends. */
export async function removeTemporary(folder: string): Promise<void> {
  try {
    await rm(folder, REMOVAL);
  } catch {
    return;
  }
  removals.get(folder)?.();
  removals.delete(folder);
}
