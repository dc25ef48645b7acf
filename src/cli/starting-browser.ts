import type { Browser, StartOptions } from '../browser/types.ts';
import type { Context } from './context.ts';

/** A browser that is starting; `get` waits for it, `close` stops it however far it got. */
export interface StartingBrowser {
  readonly get: () => Promise<Browser>;
  readonly close: () => Promise<void>;
}

/** A browser that starts when it is first asked for, or told to. */
export function browserOnDemand(
  options: Pick<StartOptions, 'browser' | 'systemFonts'>,
  context: Context,
): StartingBrowser & { readonly start: () => Promise<unknown> } {
  let starting: Promise<StartingBrowser> | undefined;
  const start = () => {
    starting ??= startingBrowser(options, context);
    return starting;
  };
  return { start, get: async () => (await start()).get(), close: async () => (await starting)?.close() };
}

/** Starts the browser that the command line names, or the one that is found. */
async function startingBrowser(
  { browser, systemFonts }: Pick<StartOptions, 'browser' | 'systemFonts'>,
  { io, progress }: Context,
): Promise<StartingBrowser> {
  const { startBrowser } = await import('../browser/start.ts');
  const started = startBrowser(
    { browser, systemFonts, env: io.env as NodeJS.ProcessEnv, onProgress: progress },
    io.signal,
  );
  // A failure is told to whoever waits for the browser; until then it must not end the process.
  started.catch(() => undefined);
  return { get: () => started, close: () => started.then((running) => running.close()).catch(() => undefined) };
}
