import type { Page } from 'puppeteer-core';
import { BrowserFailed } from './failures.ts';
import { findBrowser } from './find.ts';
import { launch } from './launch.ts';
import { type Limits, within } from './limits.ts';
import { repairPackaged } from './packaged.ts';
import type { Tab } from './pages.ts';
import { remoteAddress } from './remote/address.ts';
import { print, run, show } from './show.ts';
import { removeTemporary } from './temporary.ts';
import { timeoutFrom } from './timeout.ts';
import type { Browser, FoundBrowser, PageOptions, StartOptions } from './types.ts';

/** A4 in CSS pixels. */
const VIEWPORT = { width: 794, height: 1123 };

/** One browser process or connection, which gives its pages as Puppeteer has them. */
export interface RunningBrowser extends Browser {
  /** False as soon as the browser has ended: then every call fails. */
  readonly isRunning: () => boolean;
  withPage<T>(html: string, use: (page: Page) => Promise<T>, options?: PageOptions): Promise<T>;
}

/**
 * Starts a browser, or connects to one that runs elsewhere. Its process is running when this function returns, unless the
 * packaged browser must be unpacked first.
 *
 * `signal` applies as long as the browser runs: aborting it stops the browser, and every call rejects with its reason.
 * Throws a `UserError` if there is no browser or it cannot be started; then no process and no folder is left.
 */
export async function startBrowser(options: StartOptions = {}, signal?: AbortSignal): Promise<RunningBrowser> {
  signal?.throwIfAborted();
  const env = options.env ?? process.env;
  const timeout = timeoutFrom(options.timeout, env);
  const launchOptions = { env, timeout, systemFonts: options.systemFonts ?? false, sandbox: canSandbox() };
  const start = async (found: FoundBrowser) => {
    try {
      return running(found, await launch(found, launchOptions, signal), timeout, signal);
    } catch (error) {
      await discard(found);
      throw error;
    }
  };
  const address = remoteAddress(options, env);
  if (address) {
    const { connectRemote } = await import('./remote/connect.ts');
    return running(address.found, await connectRemote(address, timeout, signal), timeout, signal);
  }
  const search = findBrowser(options, signal);
  const found = search instanceof Promise ? await search : search;
  try {
    return await start(found);
  } catch (error) {
    signal?.throwIfAborted();
    const repaired = await repairPackaged(found, { env, onProgress: options.onProgress }, signal);
    if (repaired === undefined) throw error;
    return start(repaired);
  }
}

/** On Linux, Chrome does not run in a sandbox as root. */
function canSandbox(): boolean {
  return process.platform !== 'linux' || process.getuid?.() !== 0;
}

async function discard(found: FoundBrowser): Promise<void> {
  if (found.temporary !== undefined) await removeTemporary(found.temporary);
}

type LaunchedBrowser = Awaited<ReturnType<typeof launch>>;

function running(
  found: FoundBrowser,
  launched: LaunchedBrowser,
  timeout: number,
  signal?: AbortSignal,
): RunningBrowser {
  const limits = (own?: AbortSignal): Limits => ({
    timeout,
    late: launched.late,
    gone: launched.gone,
    signals: [signal, own],
  });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= launched.stop().then(() => discard(found));
    return closing;
  };
  signal?.addEventListener('abort', () => void close());
  let isRunning = true;
  launched.gone.catch(() => {
    isRunning = false;
  });
  return {
    found,
    isRunning: () => isRunning,
    sandboxed: launched.sandboxed,
    version: () => within(launched.version(), limits()),
    printPdf: (html, { title, look, still = false, signal: own } = {}) =>
      inTab(launched, limits(own), { still, reusable: true }, async (tab) => {
        let next: string | undefined = html;
        while (next !== undefined) {
          await show(tab, next, { title, media: 'print' });
          next = await look?.({ run: (program, ...args) => run(tab, program, ...args) });
        }
        return print(tab);
      }),
    withPage: <T>(
      html: string,
      use: (page: Page) => Promise<T>,
      { viewport = VIEWPORT, signal: own }: PageOptions = {},
    ) =>
      inTab(launched, limits(own), { still: false, reusable: false }, async (tab) => {
        await tab.page.setViewport(viewport);
        await show(tab, html, { media: 'screen' });
        return use(tab.page);
      }),
    close,
  };
}

/** Runs `work` in a tab. A tab is not used again if the work failed or took too long, or if it is not `reusable`. */
async function inTab<T>(
  launched: LaunchedBrowser,
  limits: Limits,
  { still, reusable }: { readonly still: boolean; readonly reusable: boolean },
  work: (tab: Tab) => Promise<T>,
): Promise<T> {
  const { tabs } = launched;
  const taking = tabs.take(still);
  let tab: Tab | undefined;
  try {
    tab = await within(taking, limits);
    tab.documents += 1;
    const result = await within(Promise.race([work(tab), tab.crashed]), limits);
    if (reusable) tabs.giveBack(tab);
    else void tabs.discard(tab);
    return result;
  } catch (error) {
    const cut = cutOff(launched, limits, taking);
    // Who tries again then finds a browser that answers, or one that has ended.
    if (error instanceof BrowserFailed) await cut;
    throw error;
  }
}

/** Milliseconds. Chrome closes a page that hangs within a second. */
const CLOSING_TAKES_AT_MOST = 5000;

/** Closes a tab, or kills the browser if it does not do that in time. */
async function cutOff({ tabs, stop }: LaunchedBrowser, limits: Limits, taking: Promise<Tab>): Promise<void> {
  const closed = taking.then(tabs.discard, () => undefined);
  const timeout = Math.min(CLOSING_TAKES_AT_MOST, limits.timeout);
  await within(closed, { ...limits, timeout, signals: [] }).catch(stop);
}
