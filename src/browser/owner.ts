import { hostname } from 'node:os';

/** Names this process in a file or folder name, so that others can tell when it has gone. */
export function ownerTag(): string {
  return `${hostname()}@${process.pid}`;
}

/** True when the tag's process ran on this machine and has ended. Nothing is known of other machines. */
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
