import { BrowserFailed, BrowserLate } from './failures.ts';
import { type RunningBrowser, startBrowser } from './start.ts';
import { turns } from './turns.ts';
import type { Browser, ShownPage, StartOptions } from './types.ts';

/** How often a document is tried, not counting a try that may have failed because of another document. */
const TRIES = 2;
/** How often a browser is started in place of one that has ended, until it is given up for all further documents. */
const STARTS = 3;

/** Starts a browser as `startBrowser` does, which is replaced when it ends. */
export const startSteadyBrowser = (options: StartOptions = {}, signal?: AbortSignal): Promise<Browser> =>
  steadyBrowser(() => startBrowser(options, signal), signal);

/**
 * A browser for many documents, several at once. One that has ended is replaced. A document that hung, or whose tab or browser
 * ended, is tried once more; then the `UserError` is thrown for this document only.
 *
 * A browser that ended while it had several documents does not tell which of them ended it. Each of them is tried again alone,
 * so that a document that ends every browser fails, and those that were beside it do not. At most, a document is tried three
 * times.
 *
 * Throws the error of `start` if the first browser cannot be started. A document must not wait for another one.
 */
export async function steadyBrowser(start: () => Promise<RunningBrowser>, signal?: AbortSignal): Promise<Browser> {
  let current = start();
  const { found, sandboxed } = await current;
  let closed = false;
  const documents = turns();
  /** How many documents a browser had when it ended. */
  const atTheEnd = new WeakMap<RunningBrowser, number>();

  const living = async (): Promise<RunningBrowser> => {
    const mine = current;
    const browser = await mine;
    if (browser.isRunning() || closed) return browser;
    // Another document may have replaced it meanwhile.
    if (mine === current) current = browser.close().then(() => startAgain(start, signal));
    return current;
  };

  const attempt = async <T>(work: (browser: RunningBrowser) => Promise<T>, failures = 0, alone = false): Promise<T> => {
    let ended = false;
    let shared = false;
    try {
      return await documents.take(alone, async () => {
        const browser = await living();
        try {
          return await work(browser);
        } finally {
          ended = !browser.isRunning();
          if (ended && !atTheEnd.has(browser)) atTheEnd.set(browser, documents.running());
          shared = (atTheEnd.get(browser) ?? 1) > 1;
        }
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof BrowserFailed) || closed) throw error;
      const failed = failures + (shared && !(error instanceof BrowserLate) ? 0 : 1);
      if (failed >= TRIES) throw error;
      return attempt(work, failed, alone || ended);
    }
  };

  return {
    found,
    sandboxed,
    version: () => attempt((browser) => browser.version()),
    printPdf: (html, options = {}) => {
      // A second try goes on with the page that `look` gave last.
      let page = html;
      const { look } = options;
      const noted = async (sheet: ShownPage) => {
        const next = await look?.(sheet);
        page = next ?? page;
        return next;
      };
      return attempt((browser) => browser.printPdf(page, { ...options, look: noted }));
    },
    withPage: (html, use, options) => attempt((browser) => browser.withPage(html, use, options)),
    close: async () => {
      closed = true;
      await current.then((browser) => browser.close()).catch(() => undefined);
    },
  };
}

/** Starts a browser, more than once if need be. */
async function startAgain(start: () => Promise<RunningBrowser>, signal?: AbortSignal): Promise<RunningBrowser> {
  for (let starts = 1; ; starts++) {
    try {
      return await start();
    } catch (error) {
      signal?.throwIfAborted();
      if (starts === STARTS) throw error;
    }
  }
}
