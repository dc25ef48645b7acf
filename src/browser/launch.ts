import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { type BrowserProcess, startProcess } from './browser-process.ts';
import { minimalEnvironment } from './environment.ts';
import {
  type BrowserLate,
  diedAtWork,
  failedAtStart,
  late,
  notChrome,
  PageCrashed,
  sandboxRefused,
} from './failures.ts';
import { flags } from './flags.ts';
import { within } from './limits.ts';
import { openTabs, type Tabs } from './pages.ts';
import { pipeTransport } from './pipe-transport.ts';
import { createProfile, type Profile } from './profile.ts';
import type { Transport } from './transport.ts';
import type { FoundBrowser } from './types.ts';

export interface LaunchOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly timeout: number;
  readonly systemFonts: boolean;
  readonly sandbox: boolean;
  /** The browser, or its page, was ended by a signal at the start once. */
  readonly again?: boolean;
}

/** A browser that has started, or that runs elsewhere, and has answered. */
export interface Launched {
  readonly tabs: Tabs;
  readonly version: () => Promise<string>;
  /** Rejects if the browser ends unexpectedly. */
  readonly gone: Promise<never>;
  /** Undefined if it runs elsewhere. */
  readonly sandboxed: boolean | undefined;
  readonly late: () => BrowserLate;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a browser immediately and resolves when it answers. One that a signal ends is started once more: on a loaded machine,
 * Chrome crashes in one of some thousand starts, and the system kills processes when memory is short. On failure, leaves no
 * process and no folder, and throws a `UserError`.
 */
export async function launch(found: FoundBrowser, options: LaunchOptions, signal?: AbortSignal): Promise<Launched> {
  const profile = createProfile(options.systemFonts ? options.env : undefined);
  const env = { ...minimalEnvironment(options.env), ...found.env, ...profile.env };
  const child = startProcess(found.path, flags(profile.folder, options.sandbox), env);
  const stop = () => stopAll(child, profile);
  const transport = pipeTransport(child);
  let answers = false;
  let isEndedBySignal = false;
  const gone = Promise.race([
    child.ended.then((ending) => {
      isEndedBySignal = ending.signal !== null;
      throw (answers ? diedAtWork : failedAtStart)(found, ending, child.lastWords());
    }),
    transport.broken.catch(async (cause) => {
      // If the process ends, its pipe closes first; the reason is known a little later.
      await Promise.race([child.ended, sleep(200, undefined, { ref: false })]);
      throw notChrome(found, cause);
    }),
  ]);
  gone.catch(() => undefined);
  const limits = { gone, timeout: options.timeout, late: () => late(found, options.timeout), signals: [signal] };
  try {
    const connected = await within(
      transport.unlessPageEnds(connect(transport, found.kind === 'headless-shell')),
      limits,
    );
    answers = true;
    return { ...connected, gone, sandboxed: options.sandbox, late: limits.late, stop };
  } catch (error) {
    // Now: `stop` sends a signal too.
    const mayStart = isEndedBySignal || error instanceof PageCrashed;
    await stop();
    if (options.sandbox && sandboxRefused(child.lastWords()))
      return launch(found, { ...options, sandbox: false }, signal);
    if (!mayStart || options.again || signal?.aborted) throw error;
    return launch(found, { ...options, again: true }, signal);
  }
}

/**
 * Loads Puppeteer while the browser starts. The bundle only has the parts of Puppeteer that communicate with a browser.
 * Puppeteer's own launcher would have to be loaded before the browser starts, and does not tell how a browser ended or
 * that a program is not a browser.
 */
async function connect(transport: Transport, canKeepStill: boolean): Promise<Pick<Launched, 'tabs' | 'version'>> {
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.connect({
    transport,
    defaultViewport: null,
    // `within` enforces the timeout. Nothing listens to Puppeteer's events for requests and issues.
    protocolTimeout: 0,
    networkEnabled: false,
    issuesEnabled: false,
  });
  // The page that every browser starts with.
  const [first] = await browser.pages();
  // A page whose process has ended is not among them. By the next answer, `unlessPageEnds` knows about it.
  if (first === undefined) await browser.version();
  const { unlessPageEnds } = transport;
  const newStillPage = canKeepStill ? () => stillPage(browser) : undefined;
  const tabs = await openTabs({ first, newPage: () => browser.newPage(), newStillPage, unlessPageEnds });
  return { tabs, version: () => browser.version() };
}

/** Opens a page that draws only when it is told to, which never happens: it is only printed. Rejects on macOS. */
async function stillPage(browser: Browser): Promise<Page> {
  const session = await browser.target().createCDPSession();
  try {
    const { targetId } = await session.send('Target.createTarget', {
      url: 'about:blank',
      enableBeginFrameControl: true,
    });
    // Puppeteer has no public property for it.
    const target = await browser.waitForTarget(
      (one) => (one as unknown as { _targetId: string })._targetId === targetId,
    );
    const page = await target.page();
    if (!page) throw new Error('no page');
    return page;
  } finally {
    await session.detach();
  }
}

async function stopAll(child: BrowserProcess, profile: Profile): Promise<void> {
  await child.kill();
  await profile.remove();
}
