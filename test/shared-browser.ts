import './ends-by-exit.ts';
import { type RunningBrowser, startBrowser } from '../src/browser/start.ts';

let starting: Promise<RunningBrowser> | undefined;

/** One browser for all tests of a worker. It starts on the first call and ends with the worker. */
export function sharedBrowser(): Promise<RunningBrowser> {
  starting ??= startBrowser();
  return starting;
}

/** The same browser for a command, which would close it when it is done. */
export const sharedBrowserLeftOpen = async (): Promise<RunningBrowser> => ({
  ...(await sharedBrowser()),
  close: async () => undefined,
});
