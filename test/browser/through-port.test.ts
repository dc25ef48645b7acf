import { once } from 'node:events';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserThroughPort, serveBrowser } from '../../src/browser/through-port.ts';
import type { Browser } from '../../src/browser/types.ts';
import { UserError } from '../../src/diagnostics/user-error.ts';
import type { InPage } from '../../src/in-page/program.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { bundle, temporary } from './harness.ts';
import { readPdf } from './pdf-reader.ts';

const folder = temporary();
let real: Browser;

beforeAll(async () => {
  real = await sharedBrowser();
});

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A browser behind a port; both ends are in this thread. */
async function behindPort(get = async () => real): Promise<Browser & { readonly port: MessagePort }> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  serveBrowser(get, port1);
  return { ...(await browserThroughPort(port2)), port: port1 };
}

const TEXT = '() => document.body.innerText' as InPage<() => string>;
const ENDLESS = '() => new Promise(() => undefined)' as InPage<() => Promise<undefined>>;

test('a browser behind a port tells the same facts', async () => {
  const { found, sandboxed, version } = await behindPort();
  expect({ found, sandboxed, version: await version() }).toEqual({
    found: real.found,
    sandboxed: real.sandboxed,
    version: await real.version(),
  });
});

test('it prints what the browser prints, after as many looks', async () => {
  const print = async (browser: Browser) => {
    const seen: string[] = [];
    const look = async (page: { run: (program: InPage<() => string>) => Promise<string> }) => {
      seen.push((await page.run(TEXT)).trim());
      return seen.length < 3 ? `<title>题${seen.length}</title><p>字${seen.length}` : undefined;
    };
    const { title } = await readPdf(await browser.printPdf('<p>字', { title: '题', look }));
    return { seen, title };
  };
  const through = await print(await behindPort());
  expect(through).toEqual(await print(real));
  expect(through).toEqual({ seen: ['字', '字1', '字2'], title: '题2' });
});

test('its pictures are the same bytes', async () => {
  const picture = (browser: Browser) =>
    browser.withPage(
      '<body style="background:#0a0">',
      async (page) => [await page.screenshot({ clip: { x: 0, y: 0, width: 30, height: 20 } }), 'also this'] as const,
      { viewport: { width: 100, height: 100, deviceScaleFactor: 2 } },
    );
  const [png, more] = await picture(await behindPort());
  expect(more).toBe('also this');
  expect(Buffer.from(png).toString('latin1', 1, 4)).toBe('PNG');
  expect(Buffer.from(png).equals((await picture(real))[0])).toBe(true);
});

describe('an error', () => {
  test('of the browser keeps its text and its hint', async () => {
    const html = '<style>@font-face{font-family:Bad;src:url(data:font/ttf;base64,AAAA)}p{font-family:Bad}</style><p>1';
    const direct = await real.printPdf(html).catch((error) => error);
    const error = await (await behindPort()).printPdf(html).catch((reason) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect([error.text, error.hint]).toEqual([direct.text, direct.hint]);
  });

  test('of the start is that of the first call', async () => {
    const failure = new UserError({ zh: '没有', en: 'none' }, { zh: '装', en: 'install' });
    await expect(behindPort(() => Promise.reject(failure))).rejects.toMatchObject({
      name: 'UserError',
      text: failure.text,
    });
  });

  test('of a look or a use is the same object', async () => {
    const browser = await behindPort();
    const own = new Error('own');
    await expect(browser.printPdf('<p>1', { look: () => Promise.reject(own) })).rejects.toBe(own);
    await expect(browser.withPage('<p>1', () => Promise.reject(own))).rejects.toBe(own);
  });

  test('of a program in the page reaches the look', async () => {
    const browser = await behindPort();
    const look = (page: { run: (program: InPage<() => string>) => Promise<string> }) =>
      page.run('() => { throw new Error("in the page") }' as InPage<() => string>);
    await expect(browser.printPdf('<p>1', { look })).rejects.toThrow('in the page');
  });
});

test('an aborted document is closed, and the next one is printed', async () => {
  const browser = await behindPort();
  const controller = new AbortController();
  const reason = new Error('interrupted');
  const look = (page: { run: (program: typeof ENDLESS) => Promise<undefined> }) => {
    const running = page.run(ENDLESS);
    controller.abort(reason);
    return running;
  };
  await expect(browser.printPdf('<p>1', { look, signal: controller.signal })).rejects.toBe(reason);
  await expect(browser.printPdf('<p>1', { signal: controller.signal })).rejects.toBe(reason);
  expect((await browser.printPdf('<p>1')).length).toBeGreaterThan(500);
});

describe('a port that closes', () => {
  const signals: AbortSignal[] = [];
  /** The browser, which notes the signal of each document. */
  const watched = async (): Promise<Browser> => ({
    ...real,
    printPdf: (html, options) => {
      if (options?.signal) signals.push(options.signal);
      return real.printPdf(html, options);
    },
  });

  test('ends the documents of its thread, on both sides', async () => {
    const browser = await behindPort(watched);
    const printing = browser.printPdf('<p>1', {
      look: async (page) => {
        void browser.close();
        return page.run(ENDLESS);
      },
    });
    await expect(printing).rejects.toMatchObject({ name: 'UserError', message: 'The browser was closed.' });
    await expect(browser.version()).rejects.toThrow('The browser was closed.');
    const [signal] = signals.splice(0);
    if (!signal?.aborted) await once(signal as AbortSignal, 'abort');
  });

  test('because its thread was killed ends them too', async () => {
    const program = await bundle('print-in-thread', folder);
    const { port1, port2 } = new MessageChannel();
    serveBrowser(watched, port1);
    const worker = new Worker(program, { workerData: port2, transferList: [port2] });
    const [printed] = await once(worker, 'message');
    expect((await readPdf(printed)).title).toBe('from a thread');
    expect(await once(worker, 'message')).toEqual(['at work']);
    const signal = signals.splice(0).at(-1);
    expect(signal?.aborted).toBe(false);
    await worker.terminate();
    if (!signal?.aborted) await once(signal as AbortSignal, 'abort');
  });
});
