import type { Browser, StartOptions } from '../browser/types.ts';
import type { Text } from '../diagnostics/text.ts';
import { timed } from '../diagnostics/timings.ts';
import type { TemplateFiles } from '../render/template-sources.ts';
import type { Machine } from '../workspace/machine.ts';

/** Which browser to use; `onProgress` gets a message when the packaged browser is unpacked. */
export interface BrowserChoice extends Pick<StartOptions, 'browser' | 'browserUrl' | 'systemFonts' | 'onProgress'> {
  /** It prints one document and draws nothing else. So it closes when that is printed, while the document is completed. */
  readonly printsOnce?: boolean | undefined;
}

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
  { browser, browserUrl, systemFonts, onProgress, printsOnce }: BrowserChoice,
  { env, signal, startBrowser }: BrowserMachine,
): Promise<StartingBrowser> {
  const options = { browser, browserUrl, systemFonts, env: env as NodeJS.ProcessEnv, onProgress };
  const start = startBrowser ?? (await import('../browser/steady.ts')).startSteadyBrowser;
  const started = timed('browser', () => start(options, signal));
  // `get` reports a failure; until then the rejection must not end the process.
  started.catch(() => undefined);
  const told = systemFonts && onProgress && started.then((running) => tellFonts(running, onProgress));
  if (told) told.catch(() => undefined);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= timed('close', () => started.then((running) => running.close()).catch(() => undefined));
    return closing;
  };
  const get = async () => {
    // `started` reports the failure of a browser.
    if (told) await told.catch(() => undefined);
    return printsOnce ? closingAfterPrint(await started, close) : started;
  };
  return { get, close };
}

/** Says which fonts of the machine are used. */
async function tellFonts(browser: Browser, tell: (text: Text) => void): Promise<void> {
  const [{ installedFonts }, { systemFontsText }] = await Promise.all([
    import('../render/installed-fonts.ts'),
    import('./system-fonts.ts'),
  ]);
  tell(systemFontsText(await installedFonts(browser)));
}

const closingAfterPrint = (browser: Browser, close: () => Promise<void>): Browser => ({
  ...browser,
  printPdf: async (html, options) => {
    const printed = await browser.printPdf(html, options);
    void close();
    return printed;
  },
});
