import { browsersInUse, type Used } from './browsers-in-use.ts';
import { BrowserFailed, BrowserLate } from './failures.ts';
import { type RunningBrowser, startBrowser } from './start.ts';
import { turns } from './turns.ts';
import type { Browser, ShownPage, StartOptions } from './types.ts';

/** How often a document is tried, not counting a try that may have failed because of another document. */
const TRIES = 2;

/** Starts a browser as `startBrowser` does, which is replaced when it ends. */
export const startSteadyBrowser = (options: StartOptions = {}, signal?: AbortSignal): Promise<Browser> =>
  steadyBrowser(() => startBrowser(options, signal), signal);

/**
 * A browser for many documents, several at once. A document that hung, or whose tab or browser ended, is tried once more in a
 * fresh browser; then the `UserError` is thrown for this document only.
 *
 * A browser that ended while it had several documents does not tell which of them ended it. Each of them is tried again alone,
 * so that a document that ends every browser fails, and those that were beside it do not. At most, a document is tried three
 * times.
 *
 * Throws the error of `start` if the first browser cannot be started. A document must not wait for another one.
 */
export async function steadyBrowser(start: () => Promise<RunningBrowser>, signal?: AbortSignal): Promise<Browser> {
  const browsers = browsersInUse(start, signal);
  const { found, sandboxed } = (await browsers.current()).browser;
  const documents = turns();

  const attempt = async <T>(work: (browser: RunningBrowser) => Promise<T>, failures = 0, alone = false): Promise<T> => {
    let used: Used | undefined;
    try {
      return await documents.take(alone, async () => {
        used = await browsers.current();
        return browsers.use(used, work);
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof BrowserFailed) || !used || browsers.areClosed()) throw error;
      const isShared = (used.openAtEnd ?? 1) > 1 && !(error instanceof BrowserLate);
      const failed = failures + (isShared ? 0 : 1);
      if (failed >= TRIES) throw error;
      return attempt(work, failed, alone || used.openAtEnd !== undefined);
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
    close: browsers.close,
  };
}
