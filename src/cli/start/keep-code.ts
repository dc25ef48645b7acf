import { dirname } from 'node:path';
import { preparePrivate, removeOld } from '../../cache/cache-files.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { PREFIX, twice } from './code-cache.ts';
import type { Program } from './load-program.ts';

/** Versions of Node and of this program that are in use side by side; each has a file of some 2 MB, and one of 6 MB. */
const MOST_FILES = 8;

/** Writes the compiled code of a program for later runs. Where that can't be done, later runs compile as this one did. */
export async function keepCode({ script, warmUp }: Program, file: string): Promise<void> {
  try {
    const folder = dirname(file);
    if (!preparePrivate(folder)) return;
    await warmUp();
    writeWhole(file, twice(script.createCachedData()), { mode: 0o600 });
    removeOld(folder, PREFIX, MOST_FILES);
  } catch {
    // The report has been checked and the findings are printed: nobody needs to hear of this.
  }
}
