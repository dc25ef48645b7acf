import type { MessagePort } from 'node:worker_threads';
import type { InPage } from '../in-page/program.ts';
import { callsThrough, type PortCalls } from './port-calls.ts';
import type { Browser, FoundBrowser, OpenPage, PageOptions, PdfOptions, ShownPage, ViewSize } from './types.ts';

/** What the thread with the browser does for another thread. `key` names an open document. */
type OwnerFunctions = {
  start(): Promise<{ readonly found: FoundBrowser; readonly sandboxed: boolean | undefined }>;
  version(): Promise<string>;
  /** Undefined if `look` threw: its error stays in the thread that threw it. */
  print(key: number, html: string, options: PrintOptions): Promise<Uint8Array | undefined>;
  /** False if `use` threw. */
  show(key: number, html: string, viewport: ViewSize | undefined): Promise<boolean>;
  run(key: number, program: string, args: readonly unknown[]): Promise<unknown>;
  screenshot(key: number, options: Parameters<OpenPage['screenshot']>[0]): Promise<Uint8Array>;
};

/** `looks`: the other thread looks at the page. */
interface PrintOptions extends Pick<PdfOptions, 'title' | 'still'> {
  readonly looks: boolean;
}

/** What the other thread does while its document is open. */
type UserFunctions = {
  look(key: number): Promise<string | undefined>;
  use(key: number): Promise<void>;
};

/**
 * The browser of another thread, which calls `serveBrowser` with the other end of `port`. It works like the browser itself,
 * but `close` and the end of this thread only close the port and with it the documents of this thread.
 * Throws a `UserError` if the browser cannot be started.
 */
export async function browserThroughPort(port: MessagePort, signal?: AbortSignal): Promise<Browser> {
  const looks = new Map<number, (page: ShownPage) => Promise<string | undefined>>();
  const uses = new Map<number, (page: OpenPage) => Promise<void>>();
  const owner: PortCalls<OwnerFunctions> = callsThrough<OwnerFunctions, UserFunctions>(port, {
    look: async (_, key) =>
      looks.get(key)?.({
        run: <In extends unknown[], Out>(program: InPage<(...args: In) => Out>, ...args: In) =>
          owner.call('run', [key, program, args]) as Promise<Awaited<Out>>,
      }),
    use: async (_, key) => uses.get(key)?.({ screenshot: (options) => owner.call('screenshot', [key, options]) }),
  });
  const either = (own?: AbortSignal) => (signal && own ? AbortSignal.any([signal, own]) : (signal ?? own));
  let last = 0;
  return {
    ...(await owner.call('start', [], signal)),
    version: () => owner.call('version', [], signal),
    async printPdf(html, { title, look, still, signal: own } = {}) {
      const key = ++last;
      const thrown: unknown[] = [];
      if (look) looks.set(key, (page) => look(page).catch(noted(thrown)));
      const printing = owner.call('print', [key, html, { title, still, looks: look !== undefined }], either(own));
      const pdf = await printing.finally(() => looks.delete(key));
      if (pdf === undefined) throw thrown.at(-1);
      return pdf;
    },
    async withPage<T>(
      html: string,
      use: (page: OpenPage) => Promise<T>,
      { viewport, signal: own }: PageOptions = {},
    ): Promise<T> {
      const key = ++last;
      const thrown: unknown[] = [];
      let result: T | undefined;
      uses.set(key, async (page) => {
        result = await use(page).catch(noted(thrown));
      });
      const showing = owner.call('show', [key, html, viewport], either(own));
      if (!(await showing.finally(() => uses.delete(key)))) throw thrown.at(-1);
      return result as T;
    },
    close: async () => port.close(),
  };
}

/** Lets another thread use a browser through `port`. `browser` is called when that thread first asks. */
export function serveBrowser(browser: () => Promise<Browser>, port: MessagePort): void {
  const shown = new Map<number, ShownPage>();
  const open = new Map<number, OpenPage>();
  const user: PortCalls<UserFunctions> = callsThrough<UserFunctions, OwnerFunctions>(port, {
    async start() {
      const { found, sandboxed } = await browser();
      return { found, sandboxed };
    },
    version: async () => (await browser()).version(),
    async print(signal, key, html, { looks, ...options }) {
      const thrown: unknown[] = [];
      const look = (page: ShownPage) => {
        shown.set(key, page);
        return user.call('look', [key], signal).catch(noted(thrown));
      };
      try {
        return await (await browser()).printPdf(html, { ...options, signal, ...(looks && { look }) });
      } catch (error) {
        if (thrown.includes(error)) return undefined;
        throw error;
      } finally {
        shown.delete(key);
      }
    },
    async show(signal, key, html, viewport) {
      const thrown: unknown[] = [];
      const use = (page: OpenPage) => {
        open.set(key, page);
        return user.call('use', [key], signal).catch(noted(thrown));
      };
      try {
        await (await browser()).withPage(html, use, { signal, ...(viewport && { viewport }) });
        return true;
      } catch (error) {
        if (thrown.includes(error)) return false;
        throw error;
      } finally {
        open.delete(key);
      }
    },
    run: async (_, key, program, args) => openOne(shown, key).run(program, ...args),
    screenshot: async (_, key, options) => openOne(open, key).screenshot(options),
  });
}

/** Keeps an error before it is thrown on: another thread gets only its copy. */
const noted =
  (thrown: unknown[]) =>
  (error: unknown): never => {
    thrown.push(error);
    throw error;
  };

function openOne<T>(all: ReadonlyMap<number, T>, key: number): T {
  const one = all.get(key);
  if (one === undefined) throw new Error('the document is not open any more');
  return one;
}
