import type { Text } from '../../diagnostics/text.ts';
import type { Context } from './context.ts';
import { openProgress } from './progress.ts';

/** Fewer files are read before anybody wonders. */
const FEWEST = 20;

/** Returns a function that tells how many files were read; `bar` is what is done with them. */
export function countFiles(bar: Text, context: Context): (done: number, all: number) => void {
  const log = (done: number, all: number) => ({ zh: `读了 ${done}/${all} 份`, en: `${done} of ${all} files read` });
  const progress = openProgress({ bar, log, fewest: FEWEST }, context);
  return (done, all) => progress({ done, all });
}
