import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasGone, ownerTag } from './owner.ts';

/** Far longer than the work takes; a holder on another machine can't be asked whether it lives. */
const STALE_AFTER = 60_000;
const POLL = 50;

/**
 * Takes the lock file at `path` and returns what releases it; undefined when `settled` becomes true while waiting.
 *
 * The lock only saves doing the work twice. What it guards must stay right when two processes hold it at once,
 * which happens when both find it abandoned.
 */
export async function takeLock(
  path: string,
  settled: () => boolean,
  signal?: AbortSignal,
): Promise<(() => Promise<void>) | undefined> {
  while (!(await create(path))) {
    if (settled()) return undefined;
    if (await isAbandoned(path)) await rm(path, { force: true });
    else await sleep(POLL);
    signal?.throwIfAborted();
  }
  return () => rm(path, { force: true });
}

async function create(path: string): Promise<boolean> {
  try {
    await writeFile(path, ownerTag(), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(path);
    return Date.now() - mtimeMs > STALE_AFTER || hasGone(await readFile(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
