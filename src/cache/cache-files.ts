import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isPrivate } from './cache-folder.ts';

/** Is the folder there, or can it be made, and is it this user's alone? Throws where it can't be reached or written to. */
export function preparePrivate(folder: string): boolean {
  const missing = [];
  let there = folder;
  for (; !existsSync(there) && dirname(there) !== there; there = dirname(there)) missing.unshift(there);
  // `sudo` may leave HOME as it was: what root makes there, the user could not write to later.
  if (missing.length > 0 && process.getuid?.() === 0 && statSync(there).uid !== 0) return false;
  // One by one: in /proc, Node's recursive mkdir never ends.
  for (const one of missing) mkdirSync(one, { mode: 0o700 });
  accessSync(folder, constants.W_OK);
  const stats = statSync(folder);
  return stats.isDirectory() && isPrivate(stats);
}

/** Removes all but the last files that were written under names that begin so, among them what a killed process left. */
export function removeOld(folder: string, prefix: string, most: number): void {
  const files = readdirSync(folder)
    .filter((name) => new RegExp(`^\\.?${prefix}[0-9a-f]+(?:[-.]|$)`).test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, written: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.written - a.written);
  for (const { path } of files.slice(most)) rmSync(path, { force: true });
}
