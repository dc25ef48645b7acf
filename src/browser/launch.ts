import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserProcess, startProcess } from './browser-process.ts';
import { minimalEnvironment } from './environment.ts';
import { diedAtWork, failedAtStart, late, notChrome, sandboxRefused } from './failures.ts';
import { flags } from './flags.ts';
import { within } from './limits.ts';
import { openTabs, type Tabs } from './pages.ts';
import { type PipeTransport, pipeTransport } from './pipe-transport.ts';
import { createProfile, type Profile } from './profile.ts';
import type { FoundBrowser } from './types.ts';

export interface LaunchOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly timeout: number;
  readonly systemFonts: boolean;
  readonly sandbox: boolean;
}

/** A browser that answers. */
export interface Launched {
  readonly tabs: Tabs;
  readonly version: () => Promise<string>;
  /** Rejects when the browser ends of itself. */
  readonly gone: Promise<never>;
  readonly sandboxed: boolean;
  readonly stop: () => Promise<void>;
}

/** Starts a browser at once and resolves when it answers. If it fails, neither process nor folder is left. */
export async function launch(found: FoundBrowser, options: LaunchOptions, signal?: AbortSignal): Promise<Launched> {
  const profile = createProfile(options.systemFonts);
  const env = { ...minimalEnvironment(options.env), ...found.env, ...profile.env };
  const child = startProcess(found.path, flags(profile.folder, options.sandbox), env);
  const stop = () => stopAll(child, profile);
  const transport = pipeTransport(child);
  let answers = false;
  const gone = Promise.race([
    child.ended.then((ending) => {
      throw (answers ? diedAtWork : failedAtStart)(found, ending, child.lastWords());
    }),
    transport.broken.catch(async (cause) => {
      // The pipe of a process that ends closes first.
      await Promise.race([child.ended, sleep(200, undefined, { ref: false })]);
      throw notChrome(found, cause);
    }),
  ]);
  gone.catch(() => undefined);
  const limits = { gone, timeout: options.timeout, late: () => late(found, options.timeout), signals: [signal] };
  try {
    const connected = await within(connect(transport), limits);
    answers = true;
    return { ...connected, gone, sandboxed: options.sandbox, stop };
  } catch (error) {
    await stop();
    if (!options.sandbox || !sandboxRefused(child.lastWords())) throw error;
    return launch(found, { ...options, sandbox: false }, signal);
  }
}

/**
 * Puppeteer is loaded while the browser boots; the build takes in only what speaks to one. Its own launcher would have to
 * be loaded before the browser starts, and tells neither how a browser ended nor that a program is none.
 */
async function connect(transport: PipeTransport): Promise<Pick<Launched, 'tabs' | 'version'>> {
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.connect({
    transport,
    defaultViewport: null,
    // Ours are kept in `within`; Puppeteer's reports of requests and issues have no listener.
    protocolTimeout: 0,
    networkEnabled: false,
    issuesEnabled: false,
  });
  return { tabs: await openTabs(browser), version: () => browser.version() };
}

async function stopAll(child: BrowserProcess, profile: Profile): Promise<void> {
  await child.kill();
  await profile.remove();
}
