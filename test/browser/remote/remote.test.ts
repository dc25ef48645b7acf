import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { startBrowser } from '../../../src/browser/start.ts';
import { steadyBrowser } from '../../../src/browser/steady.ts';
import type { Browser, ShownPage } from '../../../src/browser/types.ts';
import { fontFaces, fontStack } from '../../../src/fonts/font-face.ts';
import { subsetFonts } from '../../../src/fonts/subset.ts';
import type { InPage } from '../../../src/in-page/program.ts';
import { folderWith, inProcess } from '../../cli/run.ts';
import { nothingHappened, yamlOf } from '../../reports.ts';
import { sharedBrowser } from '../../shared-browser.ts';
import { temporary } from '../harness.ts';
import { readPdf } from '../pdf-reader.ts';
import { type ChromeElsewhere, chromeElsewhere } from './chrome-elsewhere.ts';

const TEXT = '人民政府 2024';
const ENDLESS = '() => new Promise(() => undefined)' as InPage<() => Promise<undefined>>;

let there: ChromeElsewhere;
beforeAll(async () => {
  there = await chromeElsewhere(temporary());
});
afterAll(() => there.kill());

const open: { close(): unknown }[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const one of open.splice(0)) await one.close();
});

async function connect(browserUrl: string, signal?: AbortSignal): Promise<Browser> {
  const browser = await startBrowser({ browserUrl, env: {} }, signal);
  open.push(browser);
  return browser;
}

/** The pages that the Chrome elsewhere has, by their ids. */
async function pagesThere(): Promise<string[]> {
  const response = await fetch(`http://127.0.0.1:${there.port}/json/list`);
  return ((await response.json()) as { id: string }[]).map(({ id }) => id);
}

/** A server on this machine that answers as the test says. */
async function server(
  answer: Parameters<typeof createServer>[1],
): Promise<{ readonly at: string; readonly server: Server }> {
  const one = createServer({}, answer);
  await new Promise<void>((listening) => one.listen(0, '127.0.0.1', listening));
  open.push({ close: () => one.closeAllConnections() }, one);
  return { at: `127.0.0.1:${(one.address() as AddressInfo).port}`, server: one };
}

/** A server of web sockets that says `answer` to every message, or nothing. */
async function socketServer(answer?: string): Promise<string> {
  const { at, server: http } = await server((_, response) => void response.writeHead(404).end());
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => {
    open.unshift({ close: () => socket.terminate() });
    if (answer !== undefined) socket.on('message', () => socket.send(answer));
  });
  return `ws://${at}/devtools/browser/1`;
}

const failure = (browserUrl: string) =>
  connect(browserUrl).then(
    () => undefined,
    (error) => error,
  );

describe('a Chrome that runs elsewhere', () => {
  test('prints what the browser here prints', async () => {
    const { fonts } = await subsetFonts({ song: TEXT });
    const html = `<!doctype html><html lang="zh"><title>报告</title><style>${fontFaces(fonts)}
      html { font-family: ${fontStack('song')} }</style><h1>${TEXT}</h1><table><tr><th>${TEXT}<td>${TEXT}</table>`;
    const expected = await readPdf(await (await sharedBrowser()).printPdf(html));
    expect(expected).toMatchObject({ tagged: true, outline: [TEXT] });
    for (const url of [there.url, `http://127.0.0.1:${there.port}`]) {
      const browser = await connect(url);
      expect(await readPdf(await browser.printPdf(html))).toEqual(expected);
      expect(browser.found).toMatchObject({ source: '--browser-url', path: url.replace(/\/devtools.*/, '') });
      expect(browser.sandboxed).toBeUndefined();
      expect(await browser.version()).toMatch(/Chrome\/\d+/);
    }
  });

  test('builds the same file as the browser here', async () => {
    const folder = await folderWith({ '2024.yaml': yamlOf(nothingHappened()) });
    open.push({ close: folder.remove });
    const build = (out: string, ...more: string[]) =>
      inProcess(['build', '2024.yaml', '--format', 'pdf', '-o', out, '--lang', 'en', ...more], { cwd: folder.path });
    expect(await build('here')).toMatchObject({ code: 0 });
    const { code, stdout, stderr } = await build(
      'there',
      '--browser-url',
      `http://user:s3cret@127.0.0.1:${there.port}?token=t0ken`,
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout + stderr).not.toMatch(/s3cret|t0ken/);
    const [here, elsewhere] = ['here', 'there'].map((out) => readFileSync(join(folder.path, out, '2024.pdf')));
    expect(elsewhere?.equals(here as Buffer)).toBe(true);
  });

  test('is left as it was: pages of others stay, ours are closed', async () => {
    const before = await pagesThere();
    expect(before).toHaveLength(1);
    const browser = await connect(there.url);
    let during: string[] = [];
    await browser.printPdf('<p>1', {
      look: async () => {
        during = await pagesThere();
        return undefined;
      },
    });
    expect(during).toHaveLength(2);
    await browser.close();
    expect(await pagesThere()).toEqual(before);
  });

  test('gives the page no network', async () => {
    const asked: string[] = [];
    const { at } = await server((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const browser = await connect(there.url);
    await browser.printPdf(
      `<link rel="stylesheet" href="http://${at}/css"><img src="http://${at}/image"><iframe src="http://localhost:${at.split(':')[1]}/frame"></iframe><p>1`,
    );
    expect(asked).toEqual([]);
  });

  test('that is asked by a name it does not answer to is asked as localhost', async () => {
    const hosts: (string | undefined)[] = [];
    const { at, server: http } = await server((request, response) => {
      hosts.push(request.headers.host);
      if (request.headers.host !== 'localhost') {
        response.writeHead(500).end('Host header is specified and is not an IP address or localhost.');
      } else {
        response.end(JSON.stringify({ webSocketDebuggerUrl: 'ws://localhost/devtools/browser/1' }));
      }
    });
    http.on('upgrade', (request, socket) => {
      hosts.push(request.headers.host);
      socket.end('HTTP/1.1 403 No\r\n\r\n');
    });
    expect((await failure(`http://${at}`)).message).toMatch(/HTTP 403/);
    expect(hosts).toEqual([at, 'localhost', 'localhost']);
  });

  test('ends our document when the signal is aborted', async () => {
    const before = await pagesThere();
    const controller = new AbortController();
    const reason = new Error('interrupted');
    const browser = await connect(there.url, controller.signal);
    const look = (page: ShownPage) => {
      const running = page.run(ENDLESS);
      controller.abort(reason);
      return running;
    };
    await expect(browser.printPdf('<p>1', { look })).rejects.toBe(reason);
    await browser.close();
    expect(await pagesThere()).toEqual(before);
  });
});

test('a port that ends the connection, or answers otherwise, is told in words of our own', async () => {
  for (const answer of ['', '-ERR unknown command\r\n']) {
    const other = createNetServer((socket) => void socket.once('data', () => socket.end(answer)));
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    open.push(other);
    const { port } = other.address() as AddressInfo;
    for (const protocol of ['http', 'ws']) {
      const { text } = await failure(`${protocol}://127.0.0.1:${port}`);
      expect(text.en).toBe(
        `Cannot connect to the browser at ${protocol}://127.0.0.1:${port}: what listens on that port speaks another protocol`,
      );
    }
  }
});

describe('a connection that is cut', () => {
  /** A way to the Chrome elsewhere that the test can cut. */
  async function relay(): Promise<{ readonly url: string; readonly cut: () => void }> {
    const { at, server: http } = await server((_, response) => void response.writeHead(404).end());
    const { WebSocket } = await import('ws');
    const sockets = new WebSocketServer({ server: http });
    const all: { terminate(): void }[] = [];
    sockets.on('connection', (near) => {
      const far = new WebSocket(there.url);
      all.push(near, far);
      const waiting: string[] = [];
      far.on('open', () => {
        for (const one of waiting.splice(0)) far.send(one);
      });
      near.on('message', (data) => (far.readyState === far.OPEN ? far.send(`${data}`) : waiting.push(`${data}`)));
      far.on('message', (data) => near.send(`${data}`));
      near.on('close', () => far.terminate());
    });
    const cut = () => {
      for (const one of all.splice(0)) one.terminate();
    };
    open.unshift({ close: cut });
    return { url: `ws://${at}/`, cut };
  }

  test('is an error that says so, and no page is left there', async () => {
    const before = await pagesThere();
    const { url, cut } = await relay();
    const browser = await connect(url);
    const look = (page: ShownPage) => {
      cut();
      return page.run(ENDLESS);
    };
    await expect(browser.printPdf('<p>1', { look })).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('was lost'),
    });
    await vi.waitUntil(async () => (await pagesThere()).length === before.length);
  });

  test('is made again, and the document is printed', async () => {
    const { url, cut } = await relay();
    const browser = await steadyBrowser(() => startBrowser({ browserUrl: url, env: {} }));
    open.unshift(browser);
    let looks = 0;
    const look = async () => {
      if (++looks === 1) cut();
      return undefined;
    };
    expect((await readPdf(await browser.printPdf('<p>1', { title: 'again', look }))).title).toBe('again');
    expect(looks).toBe(2);
  });
});

describe('what is no browser', () => {
  test('because nothing listens there', async () => {
    const { at, server: http } = await server(() => undefined);
    await new Promise((closed) => http.close(closed));
    for (const protocol of ['ws', 'http']) {
      const error = await failure(`${protocol}://${at}`);
      expect(error).toMatchObject({
        name: 'UserError',
        message: expect.stringContaining('nothing listens on that port'),
      });
    }
  });

  test('because it has no certificate', async () => {
    const { at } = await server((_, response) => void response.end());
    for (const protocol of ['wss', 'https']) {
      expect(await failure(`${protocol}://${at}/`)).toMatchObject({
        message: `Cannot connect to the browser at ${protocol}://${at}: its certificate or encryption (TLS) is not accepted`,
        hint: { en: expect.stringContaining('NODE_EXTRA_CA_CERTS') },
      });
    }
  });

  test('because there is no such host', async () => {
    expect(await failure('ws://no-such-host.invalid:9222/')).toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(/^Cannot connect to the browser at ws:\/\/no-such-host\.invalid:9222/),
    });
  });

  test.each([401, 403, 404])('because it answers %i, which names no password and no token', async (status) => {
    const seen: IncomingMessage['headers'][] = [];
    const { at, server: http } = await server((request, response) => {
      seen.push(request.headers);
      response.writeHead(status).end();
    });
    http.on('upgrade', (request, socket) => {
      seen.push(request.headers);
      socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    });
    for (const protocol of ['ws', 'http']) {
      const error = await failure(`${protocol}://user:s%25cret%40@${at}/path?token=t0ken`);
      expect(error).toMatchObject({
        name: 'UserError',
        message: expect.stringMatching(new RegExp(`${protocol}://${at} .*HTTP ${status}$`)),
      });
      expect(JSON.stringify([error, error.text, error.hint, error.stack, `${error.cause}`])).not.toMatch(/cret|t0ken/);
      if (status !== 404) expect(error.hint.en).toMatch(/user:password@.*--browser-url/);
    }
    const authorization = `Basic ${Buffer.from('user:s%cret@').toString('base64')}`;
    expect(seen.map((headers) => headers.authorization)).toEqual([authorization, authorization]);
  });

  test('because it speaks nonsense', async () => {
    for (const nonsense of ['nonsense', '{"id":1', '{"id":1,"error":{"code":1,"message":"no"}}']) {
      const error = await failure(await socketServer(nonsense));
      expect(error).toMatchObject({ name: 'UserError', message: expect.stringContaining('is not Chrome') });
    }
    const { at } = await server((_, response) => void response.end('{"Browser":"another"}'));
    expect(await failure(`http://${at}`)).toMatchObject({ message: expect.stringContaining('is not Chrome') });
  });

  test('because it never answers', async () => {
    const silent = await server(() => undefined);
    for (const url of [await socketServer(), `http://${silent.at}`, `ws://${silent.at}`]) {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const connecting = failure(url);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await connecting).toMatchObject({
        name: 'UserError',
        message: expect.stringContaining('did not answer within 60 seconds'),
      });
      vi.useRealTimers();
    }
  });

  test('because it is too old', async () => {
    const { at, server: http } = await server(() => undefined);
    const sockets = new WebSocketServer({ server: http });
    sockets.on('connection', (socket) => {
      open.unshift({ close: () => socket.terminate() });
      socket.on('message', (data) => {
        const { id, method } = JSON.parse(`${data}`);
        const known = method === 'Target.getBrowserContexts' ? { browserContextIds: [] } : {};
        const result = method === 'Browser.getVersion' ? { product: 'HeadlessChrome/99.0.1' } : known;
        socket.send(JSON.stringify({ id, result }));
      });
    });
    expect(await failure(`ws://${at}/`)).toMatchObject({
      message: `The browser at ws://${at} is too old: HeadlessChrome/99.0.1; Chrome 131 or later is needed`,
    });
  });
});

describe('an address', () => {
  const start = (browserUrl?: string, browser?: string, env: NodeJS.ProcessEnv = {}) =>
    startBrowser({ browserUrl, browser, env }).then(
      () => undefined,
      (error) => error,
    );

  test.each(['nonsense', 'ftp://host', 'user:secret@host:9222', 'ws://user:secret@', ''])('%j is none', async (url) => {
    const error = await start(url);
    expect(error).toMatchObject({ name: 'UserError', message: '--browser-url is not the address of a browser' });
    expect(JSON.stringify([error, error.stack])).not.toContain('secret');
  });

  test('and a path exclude each other', async () => {
    const error = await start(there.url, '/chrome');
    expect(error.message).toBe('--browser and --browser-url cannot be used together');
    const env = { REPORT_BROWSER: '/chrome', REPORT_BROWSER_URL: there.url };
    expect((await start(undefined, undefined, env)).message).toBe(
      'REPORT_BROWSER and REPORT_BROWSER_URL cannot be used together',
    );
  });

  test('in REPORT_BROWSER_URL counts if no option names a browser', async () => {
    const env = { REPORT_BROWSER_URL: there.url };
    const browser = await startBrowser({ env });
    open.push(browser);
    expect(browser.found.source).toBe('REPORT_BROWSER_URL');
    expect((await start(undefined, '/no/such/browser', env)).message).toContain('/no/such/browser');
  });
});
