import type { Browser, StartOptions } from '../browser/types.ts';
import { timed } from '../diagnostics/timings.ts';
import type { TemplateFiles } from '../render/template-sources.ts';
import type { Machine } from '../workspace/machine.ts';

/** Which browser to use; `onProgress` gets a message when the packaged browser is unpacked. */
export type BrowserChoice = Pick<StartOptions, 'browser' | 'browserUrl' | 'systemFonts' | 'onProgress'>;

/** A machine that can bring its own `startBrowser`, whose browser is used as it is. */
export interface PrintingMachine extends Machine {
  readonly startBrowser?: (options: StartOptions, signal?: AbortSignal) => Promise<Browser>;
  /** With `startBrowser`: the `browserIdentity` of the browser that it starts. Without it, nothing that is printed is cached. */
  readonly browserIdentity?: string | undefined;
  /** The user's template where its folder is not on this machine. */
  readonly ownTemplate?: TemplateFiles | undefined;
}

type BrowserMachine = Pick<PrintingMachine, 'env' | 'signal' | 'startBrowser'>;

/** A browser that is starting. `get` waits until it has started; `close` stops it at any time. */
export interface StartingBrowser {
  readonly get: () => Promise<Browser>;
  readonly close: () => Promise<void>;
}

/** A browser that starts with `start` or the first `get`. */
export function browserOnDemand(
  options: BrowserChoice,
  machine: BrowserMachine,
): StartingBrowser & { readonly start: () => Promise<unknown> } {
  let starting: Promise<StartingBrowser> | undefined;
  const start = () => {
    starting ??= startingBrowser(options, machine);
    return starting;
  };
  return { start, get: async () => (await start()).get(), close: async () => (await starting)?.close() };
}

/** Starts the given browser, or the first one found. It is replaced when it ends. */
async function startingBrowser(
  { browser, browserUrl, systemFonts, onProgress }: BrowserChoice,
  { env, signal, startBrowser }: BrowserMachine,
): Promise<StartingBrowser> {
  const options = { browser, browserUrl, systemFonts, env: env as NodeJS.ProcessEnv, onProgress };
  const start = startBrowser ?? (await import('../browser/steady.ts')).startSteadyBrowser;
  const started = timed('browser', () => start(options, signal));
  // `get` reports a failure; until then the rejection must not end the process.
  started.catch(() => undefined);
  return {
    get: () => started,
    close: () => timed('close', () => started.then((running) => running.close()).catch(() => undefined)),
  };
}
