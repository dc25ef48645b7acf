import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A tag of this process for the name of a file or folder, so that other processes can tell when it has ended. */
export const ownerTag = (): string => `${machine()}-${process.pid}`;

/** True if the process of the tag ran on this machine and has ended; false for other machines and containers. */
export function hasGone(tag: string): boolean {
  const [, where, pid] = /^([0-9a-f]{8})-(\d+)$/.exec(tag) ?? [];
  if (pid === undefined || where !== machine()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

let known: string | undefined;

/** The machine and, on Linux, the container: process ids are only comparable within one of them. Hashed to be short. */
function machine(): string {
  // Loaded here, because most runs write no file.
  const { createHash } = process.getBuiltinModule('node:crypto');
  known ??= createHash('sha256').update(`${hostname()} ${processNamespace()}`).digest('hex').slice(0, 8);
  return known;
}

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
