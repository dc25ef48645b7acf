import { hostname } from 'node:os';

/** A tag of this process for the name of a file or folder, so that other processes can tell when it has ended. */
export function ownerTag(): string {
  return `${hostname()}@${process.pid}`;
}

/** True if the process of the tag ran on this machine and has ended; false for other machines. */
export function hasGone(tag: string): boolean {
  const [, host, pid] = /^(.*)@(\d+)$/.exec(tag) ?? [];
  if (host !== hostname() || pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
