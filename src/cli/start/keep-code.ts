import { dirname } from 'node:path';
import { preparePrivate, removeOld } from '../../cache/cache-files.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { PREFIX, twice } from './code-cache.ts';
import type { Program } from './load-program.ts';

/** Each version of Node and of this program has its own files, of about 2 MB (light) and 6 MB (whole). */
const MOST_FILES = 8;

/** Writes the compiled code of a program for later runs. If that fails, later runs compile it again. */
export async function keepCode({ script, warmUp }: Program, file: string): Promise<void> {
  try {
    const folder = dirname(file);
    if (!preparePrivate(folder)) return;
    await warmUp();
    writeWhole(file, twice(script.createCachedData()), { mode: 0o600 });
    removeOld(folder, PREFIX, MOST_FILES);
  } catch {
    // The work is done and the findings are printed; the user does not need to know.
  }
}
