import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { hasGone, ownerTag } from '../disk/owner.ts';
import { takeLock } from './lock.ts';
import { isIntact, isWhole } from './manifest.ts';

/** Milliseconds. A temporary folder of another machine counts as abandoned after an hour. */
const ABANDONED_AFTER = 3_600_000;

export interface FillOptions {
  /** Also replaces a folder that is complete but has damaged files. */
  readonly repair?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fills the folder `name` in `root` and returns its path. `fill` writes to a temporary folder next to it, which is then
 * renamed, so the folder is complete or missing even if a process is killed. Only one process at a time does this work;
 * the others wait.
 */
export async function fillCacheEntry(
  root: string,
  name: string,
  fill: (folder: string) => Promise<void>,
  { repair = false, signal }: FillOptions = {},
): Promise<string> {
  const folder = join(root, name);
  makeFolder(root, 0o700);
  const release = await takeLock(`${folder}.lock`, () => !repair && isWhole(folder), signal);
  if (release === undefined) return folder;
  try {
    // Another process may have repaired it while this one waited.
    if (!(repair ? await isIntact(folder) : isWhole(folder))) await replace(root, name, fill);
    return folder;
  } finally {
    await release();
  }
}

async function replace(root: string, name: string, fill: (folder: string) => Promise<void>): Promise<void> {
  await removeLeftovers(root, name);
  const fresh = join(root, temporaryName(name, 'new'));
  const old = join(root, temporaryName(name, 'old'));
  try {
    await mkdir(fresh, { mode: 0o700 });
    await fill(fresh);
    // An existing folder is broken: a file is truncated or missing.
    await rename(join(root, name), old).catch(unlessAbsent);
    await rename(fresh, join(root, name));
  } finally {
    await Promise.all([fresh, old].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

function temporaryName(name: string, purpose: 'new' | 'old'): string {
  return `${name}.${purpose}.${ownerTag()}.${randomBytes(6).toString('hex')}`;
}

/** Removes the temporary folders of processes that were killed. */
async function removeLeftovers(root: string, name: string): Promise<void> {
  for (const entry of await readdir(root)) {
    const [, owner] = entry.startsWith(`${name}.`) ? (/\.(?:new|old)\.([^.]+)\./.exec(entry) ?? []) : [];
    if (owner === undefined) continue;
    const path = join(root, entry);
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > ABANDONED_AFTER || hasGone(owner)) await rm(path, { recursive: true, force: true });
  }
}

function unlessAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
