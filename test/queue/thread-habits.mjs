// Loaded before the threads of a worker: what a report's text asks for happens while the job is read.
import { existsSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { parse } = JSON;
if (!isMainThread) {
  JSON.parse = (text, ...rest) => {
    const { END_AT, HOLD_AT, HOLD_UNTIL } = process.env;
    const has = (word) => word !== undefined && String(text).includes(word);
    if (has(END_AT)) process.exit(7);
    if (has(HOLD_AT)) {
      writeFileSync(`${HOLD_UNTIL}.held`, '');
      while (!existsSync(HOLD_UNTIL)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
    return parse(text, ...rest);
  };
}
