import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { openBrowser } from './pictures.ts';

/**
 * Looks at the built documentation site in the browser: axe on every page, light and dark, and nothing wider than the
 * window.
 */

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 375, height: 800 };
/** Tabs at work at the same time. */
const TABS = 2;
/** Elements and characters shown of each rule on a page. */
const ELEMENTS = 3;
const SHOWN = 160;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.webp': 'image/webp',
  '.json': 'application/json',
};

/** Returns a line for each problem: page, light or dark, rule or width, element. */
export async function accessibilityProblems(site: string): Promise<string[]> {
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html')).sort();
  const server = await serve(site);
  const browser = await openBrowser();
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const found = await Promise.all(Array.from({ length: TABS }, () => inTab(browser, origin, pages)));
    return found.flat().sort();
  } finally {
    await browser.close();
    server.close();
  }
}

/** Takes pages from the list until there are none. */
async function inTab(browser: Browser, origin: string, pages: string[]): Promise<string[]> {
  const tab = await browser.newPage();
  // Otherwise colours are read while they change from light to dark.
  await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  const problems: string[] = [];
  for (let file = pages.shift(); file !== undefined; file = pages.shift()) {
    const name = file;
    await tab.setViewport(DESKTOP);
    await tab.goto(`${origin}/${file}`);
    await tab.waitForNetworkIdle({ idleTime: 100 });
    await tab.evaluate(`document.documentElement.classList.remove('dark')`);
    await tab.evaluate(axe.source);
    const note = (where: string, found: readonly string[]) =>
      problems.push(...found.map((problem) => `${name} (${where}): ${problem}`));
    note('light', await violations(tab, {}));
    note('1280 px', await tooWide(tab));
    await tab.evaluate(`document.documentElement.classList.add('dark')`);
    note('dark', await violations(tab, { runOnly: ['color-contrast', 'link-in-text-block'] }));
    await tab.setViewport(PHONE);
    note('375 px', await tooWide(tab));
  }
  return problems;
}

const violations = (tab: Page, options: object): Promise<string[]> =>
  tab.evaluate(`axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })})
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }, index) =>
      index < ${ELEMENTS} ? id + ' ' + html.slice(0, ${SHOWN}) : index === ${ELEMENTS} ? id + ' and ' + (nodes.length - index) + ' more' : [])
      .flat()))`) as Promise<string[]>;

/** Whether the page scrolls sideways, and the tables that stand out of their column. */
const tooWide = (tab: Page): Promise<string[]> =>
  tab.evaluate(`[
    ...(document.documentElement.scrollWidth > innerWidth ? ['the page is ' + document.documentElement.scrollWidth + ' px wide'] : []),
    ...[...document.querySelectorAll('.vp-doc .table')].filter((one) =>
      one.getBoundingClientRect().right > one.closest('.vp-doc').getBoundingClientRect().right + 1)
      .map((one) => 'wider than its column: ' + one.textContent.trim().slice(0, 40)),
  ]`) as Promise<string[]>;

async function serve(site: string): Promise<Server> {
  const missing = readFileSync(join(site, '404.html'));
  const server = createServer(async ({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    const names = [path, `${path}.html`, join(path, 'index.html')].filter((name) => extname(name) !== '');
    for (const name of names) {
      const content = await readFile(join(site, name)).catch(() => undefined);
      if (content)
        return response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'text/plain' }).end(content);
    }
    return response.writeHead(404, { 'content-type': TYPES['.html'] }).end(missing);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}
