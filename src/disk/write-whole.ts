import { chmodSync, chownSync, closeSync, openSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeLeftovers, temporaryName } from './leftovers.ts';

export interface WriteOptions {
  /** The permissions of a new file; default 0o666, reduced by the umask. */
  readonly mode?: number;
  /** The replaced file; the new file gets its mode and, if permitted, its owner. */
  readonly like?: Stats;
}

/** The folders whose leftovers this process has removed: listing a large folder for each of its files would take long. */
const swept = new Set<string>();

/**
 * Writes a file through a hidden temporary file in the same folder, so that it is never half-written. The first time, also
 * removes the temporary files that killed processes left there. Throws the error of the file system.
 */
export function writeWhole(
  path: string,
  content: Uint8Array | string,
  { mode = 0o666, like }: WriteOptions = {},
): void {
  const folder = dirname(path);
  if (!swept.has(folder)) removeLeftovers(folder);
  swept.add(folder);
  const temporary = join(folder, `.${temporaryName()}.tmp`);
  try {
    // wx: fails if the name exists, even as a link.
    writeFileSync(temporary, content, { flag: 'wx', mode: like ? 0o600 : mode });
    if (like) keepOwner(temporary, like);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes a file that does not exist yet, completely or not at all. Throws the error of the file system, EEXIST if it exists. */
export function writeNew(path: string, content: string): void {
  // wx: fails if the name exists, even as a link.
  const descriptor = openSync(path, 'wx');
  try {
    writeFileSync(descriptor, content);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function keepOwner(path: string, { uid, gid, mode }: Stats): void {
  try {
    chownSync(path, uid, gid);
  } catch {
    // Only the superuser can change the owner.
  }
  chmodSync(path, mode & 0o7777);
}
