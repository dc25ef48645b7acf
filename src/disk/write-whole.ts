import { chmodSync, chownSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface WriteOptions {
  /** Default 0o666, less what the umask takes away. */
  readonly mode?: number;
  /** The file that is replaced: the new one gets its mode and, where that is allowed, its owner. */
  readonly like?: Stats;
}

/**
 * Writes a file whole or not at all: under a hidden temporary name beside its place, then renamed. Throws what the
 * disk says.
 */
export function writeWhole(
  path: string,
  content: Uint8Array | string,
  { mode = 0o666, like }: WriteOptions = {},
): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  // What a process of this number left behind when it was killed. Nobody else's file or link is written to.
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
    // Only the superuser gives files away.
  }
  chmodSync(path, mode & 0o7777);
}
