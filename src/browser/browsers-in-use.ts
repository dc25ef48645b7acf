import { setMaxListeners } from 'node:events';
import { BrowserFailed } from './failures.ts';
import type { RunningBrowser } from './start.ts';

/** A browser and its documents. */
export interface Used {
  readonly browser: RunningBrowser;
  /** The number of its documents. */
  open: number;
  /** The number of its documents when it ended; undefined while it runs. */
  openAtEnd?: number;
  /** It gets no more documents. */
  isRetired: boolean;
}

/** The browser that prints next, and earlier ones that still have documents. */
export interface BrowsersInUse {
  /** The browser for the next document. Throws if it cannot be started. */
  current(): Promise<Used>;
  /** Does work with a browser. If the browser fails, it is retired, even if it still runs: it may be unable to open tabs. */
  use<T>(used: Used, work: (browser: RunningBrowser) => Promise<T>): Promise<T>;
  areClosed(): boolean;
  close(): Promise<void>;
}

/** How often a browser is started in place of another, until it is given up for all further documents. */
const STARTS = 5;
/** Milliseconds before the second start, doubled before each further one: a browser elsewhere may itself be restarting. */
const PAUSE = 1000;

/** Starts the first browser at once. A browser that has ended or was retired is replaced for the documents that follow. */
export function browsersInUse(start: () => Promise<RunningBrowser>, signal?: AbortSignal): BrowsersInUse {
  const all = new Set<Used>();
  const closing = new AbortController();
  const ending = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
  // Each document listens to it.
  setMaxListeners(0, ending);
  let latest = start().then(entered);

  function entered(browser: RunningBrowser): Used {
    const used = { browser, open: 0, isRetired: false };
    all.add(used);
    return used;
  }
  const closeOne = async (used: Used) => {
    await used.browser.close();
    all.delete(used);
  };
  const retire = async (used: Used) => {
    used.isRetired = true;
    if (used.open === 0) await closeOne(used);
  };
  const startAgain = async (): Promise<Used> => {
    for (let starts = 1; ; starts++) {
      try {
        return entered(await start());
      } catch (error) {
        signal?.throwIfAborted();
        if (ending.aborted || starts === STARTS) throw error;
        await pause(PAUSE * 2 ** (starts - 1), ending);
        signal?.throwIfAborted();
        if (ending.aborted) throw error;
      }
    }
  };

  return {
    async current() {
      const mine = latest;
      const used = await mine;
      if (closing.signal.aborted || (used.browser.isRunning() && !used.isRetired)) return used;
      // Another document may have replaced it meanwhile.
      if (mine === latest) latest = retire(used).then(startAgain);
      return latest;
    },
    async use(used, work) {
      used.open++;
      let failed = false;
      try {
        return await work(used.browser);
      } catch (error) {
        failed = error instanceof BrowserFailed;
        throw error;
      } finally {
        if (!used.browser.isRunning()) used.openAtEnd ??= used.open;
        used.open--;
        if (failed || used.isRetired) await retire(used);
      }
    },
    areClosed: () => closing.signal.aborted,
    async close() {
      closing.abort();
      await latest.catch(() => undefined);
      await Promise.all([...all].map(closeOne));
    },
  };
}

/** Waits, at most until the signal is aborted. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
