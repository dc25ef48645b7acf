import type { Browser, StartOptions } from '../browser/types.ts';
import type { Machine } from '../workspace/machine.ts';

/** Which browser, and who is told when the packaged one is unpacked. */
export type BrowserChoice = Pick<StartOptions, 'browser' | 'systemFonts' | 'onProgress'>;

/** A machine that can bring its own `startBrowser`. */
export interface PrintingMachine extends Machine {
  readonly startBrowser?: (options: StartOptions, signal?: AbortSignal) => Promise<Browser>;
}

type BrowserMachine = Pick<PrintingMachine, 'env' | 'signal' | 'startBrowser'>;

/** A browser that is starting; `get` waits for it, `close` stops it however far it got. */
export interface StartingBrowser {
  readonly get: () => Promise<Browser>;
  readonly close: () => Promise<void>;
}

/** A browser that starts when it is first asked for, or told to. */
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

/** Starts the browser that is named, or the one that is found. */
async function startingBrowser(
  { browser, systemFonts, onProgress }: BrowserChoice,
  { env, signal, startBrowser }: BrowserMachine,
): Promise<StartingBrowser> {
  const start = startBrowser ?? (await import('../browser/start.ts')).startBrowser;
  const started = start({ browser, systemFonts, env: env as NodeJS.ProcessEnv, onProgress }, signal);
  // A failure is told to whoever waits for the browser; until then it must not end the process.
  started.catch(() => undefined);
  return { get: () => started, close: () => started.then((running) => running.close()).catch(() => undefined) };
}
