import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isPrivate } from '../../browser/cache-folder.ts';
import { twice } from './code-cache.ts';
import type { Program } from './load-program.ts';

/** Versions of Node and of this program that are in use side by side; each has a file of some 2 MB, and one of 6 MB for `build`. */
const MOST_FILES = 4;

/** Writes the compiled code of a program for later runs. Where that can't be done, later runs compile as this one did. */
export async function keepCode(program: Program, file: string): Promise<void> {
  try {
    const folder = dirname(file);
    if (!prepare(folder)) return;
    await writeWhole(file, program);
    removeOld(folder, /^[a-z-]+-/.exec(basename(file))?.[0] ?? '');
  } catch {
    // The report has been checked and the findings are printed: nobody needs to hear of this.
  }
}

async function writeWhole(file: string, { script, warmUp }: Program): Promise<void> {
  const temporary = `${file}.${process.pid}.${Date.now()}`;
  // Opened first: where nothing can be written, nothing need be made.
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    try {
      await warmUp();
      writeFileSync(descriptor, twice(script.createCachedData()));
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Is the folder there, or can it be made, and is it this user's alone? */
function prepare(folder: string): boolean {
  const missing = [];
  let there = folder;
  for (; !existsSync(there) && dirname(there) !== there; there = dirname(there)) missing.unshift(there);
  // `sudo` may leave HOME as it was: what root makes there, the user could not write to later.
  if (missing.length > 0 && process.getuid?.() === 0 && statSync(there).uid !== 0) return false;
  // One by one: in /proc, Node's recursive mkdir never ends.
  for (const one of missing) mkdirSync(one, { mode: 0o700 });
  const stats = statSync(folder);
  return stats.isDirectory() && isPrivate(stats);
}

/** Removes all but the files of one bundle written last, among them what a killed process left. */
function removeOld(folder: string, prefix: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && /^[0-9a-f]+-/.test(name.slice(prefix.length)))
    .map((name) => join(folder, name))
    .map((path) => ({ path, written: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.written - a.written);
  for (const { path } of files.slice(MOST_FILES)) rmSync(path, { force: true });
}
