import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasGone, ownerTag } from '../disk/owner.ts';

/** Milliseconds, far more than the work takes. The only sign of an abandoned lock of another machine. */
const STALE_AFTER = 60_000;
const POLL = 50;

/**
 * Takes the lock file at `path` and returns a function that releases it. Returns undefined if `settled` becomes true
 * while it waits.
 *
 * The lock only avoids doing the work twice. Two processes can hold it at once if both find it abandoned, and the
 * guarded work must allow that.
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
