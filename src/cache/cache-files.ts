import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isPrivate } from './cache-folder.ts';

/**
 * Creates the folder if it is missing, and returns whether only this user can write to it. Throws if it cannot be reached or
 * written to.
 */
export function preparePrivate(folder: string): boolean {
  const missing = [];
  let there = folder;
  for (; !existsSync(there) && dirname(there) !== there; there = dirname(there)) missing.unshift(there);
  // `sudo` may keep HOME: a folder that root creates there would not be writable for the user later.
  if (missing.length > 0 && process.getuid?.() === 0 && statSync(there).uid !== 0) return false;
  // One by one, because Node's recursive mkdir never returns in /proc.
  for (const one of missing) mkdirSync(one, { mode: 0o700 });
  accessSync(folder, constants.W_OK);
  const stats = statSync(folder);
  return stats.isDirectory() && isPrivate(stats);
}

/** Deletes all but the `most` newest files with this prefix, including files that a killed process left behind. */
export function removeOld(folder: string, prefix: string, most: number): void {
  const files = readdirSync(folder)
    .filter((name) => new RegExp(`^\\.?${prefix}[0-9a-f]+(?:[-.]|$)`).test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, written: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.written - a.written);
  for (const { path } of files.slice(most)) rmSync(path, { force: true });
}
