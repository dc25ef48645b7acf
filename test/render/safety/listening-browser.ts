import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Page } from 'puppeteer-core';
import { minimalEnvironment } from '../../../src/browser/environment.ts';
import { findBrowser } from '../../../src/browser/find.ts';
import { createProfile } from '../../../src/browser/profile.ts';
import { LISTENER } from './attacks.ts';

/** What a page did: the scripts of its own that ran, and every address it asked for. */
export interface Heard {
  readonly ran: number;
  readonly requests: readonly string[];
}

export interface ListeningBrowser {
  /** Shows a page as a reader's browser does, its scripts on, clicks on all that can be clicked if asked to, and listens. */
  readonly listen: (html: string, click: boolean) => Promise<Heard>;
  /** Paths that reached the server beside those of the pages themselves. */
  readonly served: readonly string[];
  readonly close: () => Promise<void>;
}

/** A browser that may reach the network, and a server at which every address of the attacks leads. */
export async function listeningBrowser(): Promise<ListeningBrowser> {
  const pages: string[] = [];
  const served: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    const page = pages[Number(/^\/page\/(\d+)$/.exec(url)?.[1] ?? -1)];
    if (page === undefined) served.push(url);
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const profile = createProfile();
  const found = await findBrowser();
  const browser = await puppeteer.launch({
    executablePath: found.path,
    env: { ...minimalEnvironment(process.env), ...found.env, ...profile.env },
    userDataDir: profile.folder,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  const tab = await browser.newPage();
  const listen = await listener(tab);
  return {
    served,
    listen: (html, click) => {
      const page = html.replaceAll(LISTENER, origin).replaceAll('//listener.invalid', `//${new URL(origin).host}`);
      return listen(`${origin}/page/${pages.push(page) - 1}`, click);
    },
    close: async () => {
      await browser.close();
      server.close();
      await profile.remove();
    },
  };
}

/** Two frames: by then whatever is drawn has been asked for. */
const DRAWN = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
const CLICK = `for (const one of document.querySelectorAll('a, area, button, input, summary, text, math, p, html'))
  one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`;

/** Shows pages by their addresses in one tab. */
async function listener(tab: Page): Promise<(address: string, click: boolean) => Promise<Heard>> {
  const session = await tab.createCDPSession();
  const requests = new Map<string, string>();
  let ran = 0;
  session.on('Network.requestWillBeSent', ({ requestId, request }) => void requests.set(requestId, request.url));
  // The browser tells of a request before the policy is asked.
  session.on('Network.loadingFailed', ({ requestId, blockedReason }) => {
    if (blockedReason === 'csp') requests.delete(requestId);
  });
  session.on('Runtime.bindingCalled', () => void ran++);
  await Promise.all([session.send('Network.enable'), session.send('Runtime.enable'), session.send('Page.enable')]);
  await session.send('Runtime.addBinding', { name: 'ranInPage' });
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: "window.ran = () => ranInPage('')" });
  return async (address, click) => {
    ran = 0;
    requests.clear();
    await tab.goto(address);
    for (const expression of click ? [DRAWN, CLICK, DRAWN] : [DRAWN]) {
      const run = session.send('Runtime.evaluate', { expression, awaitPromise: true, userGesture: true });
      // A click can lead to another page, whose request has been heard by then.
      await run.catch((error: Error) => {
        if (!/navigated|context was destroyed/i.test(error.message)) throw error;
      });
    }
    const asked = [...requests.values()].filter((url) => url.startsWith('http') && url !== address);
    return { ran, requests: [...new Set(asked)].map((url) => new URL(url).pathname).sort() };
  };
}
