import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { preparePrivate, removeOld } from '../../cache/cache-files.ts';
import { PREFIX, twice } from './code-cache.ts';
import type { Program } from './load-program.ts';

/** Versions of Node and of this program that are in use side by side; each has a file of some 2 MB, and one of 6 MB. */
const MOST_FILES = 8;

/** Writes the compiled code of a program for later runs. Where that can't be done, later runs compile as this one did. */
export async function keepCode(program: Program, file: string): Promise<void> {
  try {
    const folder = dirname(file);
    if (!preparePrivate(folder)) return;
    await writeWhole(file, program);
    removeOld(folder, PREFIX, MOST_FILES);
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
