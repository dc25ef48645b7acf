import type { Context } from './context.ts';
import { writeData } from './io.ts';

/** Fewer files are read before anybody wonders. */
const FEWEST = 20;
/** Files between two lines where a line cannot be changed: in a log, in a pipe. */
const STEP = 100;

/**
 * Returns a function that tells how many files were read: on a terminal in one line that changes and goes away at the end,
 * elsewhere in a line every hundred files.
 */
export function countFiles({ io: { env, stderr }, quiet, progress, t }: Context): (done: number, all: number) => void {
  const changes = stderr.isTTY && env.TERM !== 'dumb';
  return (done, all) => {
    if (quiet || all < FEWEST) return;
    const text = { zh: `读了 ${done}/${all} 份`, en: `${done} of ${all} files read` };
    if (changes) writeData(stderr, `\r\u001b[2K${done < all ? t(text) : ''}`);
    else if (done % STEP === 0 || done === all) progress(text);
  };
}
