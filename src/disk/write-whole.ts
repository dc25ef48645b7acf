import { chmodSync, chownSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface WriteOptions {
  /** The permissions of a new file; default 0o666, reduced by the umask. */
  readonly mode?: number;
  /** The replaced file; the new file gets its mode and, if permitted, its owner. */
  readonly like?: Stats;
}

/**
 * Writes a file through a hidden temporary file in the same folder, so that it is never half-written. Throws the error of
 * the file system.
 */
export function writeWhole(
  path: string,
  content: Uint8Array | string,
  { mode = 0o666, like }: WriteOptions = {},
): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  // Removes what a killed process with the same id left behind. A file or link of anybody else is never written to.
  rmSync(temporary, { force: true });
  try {
    writeFileSync(temporary, content, { flag: 'wx', mode: like ? 0o600 : mode });
    if (like) keepOwner(temporary, like);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
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
