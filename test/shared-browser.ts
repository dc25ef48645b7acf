import './ends-by-exit.ts';
import { startBrowser } from '../src/browser/start.ts';
import type { Browser } from '../src/browser/types.ts';

let starting: Promise<Browser> | undefined;

/** One browser for all tests of a worker: it starts when it is first asked for, and ends with the worker. */
export function sharedBrowser(): Promise<Browser> {
  starting ??= startBrowser();
  return starting;
}

/** The same, for a command, which closes the browser that it was given. */
export const sharedBrowserLeftOpen = async (): Promise<Browser> => ({
  ...(await sharedBrowser()),
  close: async () => undefined,
});
