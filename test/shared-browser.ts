import './ends-by-exit.ts';
import { startBrowser } from '../src/browser/start.ts';
import type { Browser } from '../src/browser/types.ts';

let starting: Promise<Browser> | undefined;

/** One browser for all tests of a worker. It starts on the first call and ends with the worker. */
export function sharedBrowser(): Promise<Browser> {
  starting ??= startBrowser();
  return starting;
}

/** The same browser for a command, which would close it when it is done. */
export const sharedBrowserLeftOpen = async (): Promise<Browser> => ({
  ...(await sharedBrowser()),
  close: async () => undefined,
});
