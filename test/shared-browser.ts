import { startBrowser } from '../src/browser/start.ts';
import type { Browser } from '../src/browser/types.ts';

let starting: Promise<Browser> | undefined;

/** One browser for all tests of a worker: it starts when it is first asked for, and ends with the worker. */
export function sharedBrowser(): Promise<Browser> {
  starting ??= startEndingWithWorker();
  return starting;
}

/** Vitest ends a worker by SIGTERM, which by itself would skip what is done when a process exits. */
function startEndingWithWorker(): Promise<Browser> {
  process.once('SIGTERM', () => process.exit());
  return startBrowser();
}
