import type { CDPSession, Page, Browser as PuppeteerBrowser } from 'puppeteer-core';
import { pageCrashed } from './failures.ts';

/** A tab that runs no script. */
export interface Tab {
  readonly page: Page;
  readonly session: CDPSession;
  readonly frame: string;
  /** Rejects when the page's own process dies, which no call to the page would tell. */
  readonly crashed: Promise<never>;
  documents: number;
}

/** A page keeps memory of every document it has shown; a new one every so often costs nothing that can be measured. */
const DOCUMENTS_PER_TAB = 10;

/** The tabs of a browser: one is taken for each document, and used again when it comes back. */
export interface Tabs {
  take(): Promise<Tab>;
  giveBack(tab: Tab): void;
  /** For a tab that failed or that somebody else has changed. */
  discard(tab: Tab): void;
}

/** The browser's first page, ready before it is asked for, is the first tab. */
export async function openTabs(browser: PuppeteerBrowser): Promise<Tabs> {
  const [first] = await browser.pages();
  const idle: Tab[] = first === undefined ? [] : [await openTab(first)];
  // It answers late or not at all when its page hangs, and nobody needs the answer.
  const discard = (tab: Tab) => void tab.page.close().catch(() => undefined);
  return {
    take: async () => idle.pop() ?? openTab(await browser.newPage()),
    giveBack(tab) {
      if (tab.documents >= DOCUMENTS_PER_TAB) discard(tab);
      else idle.push(tab);
    },
    discard,
  };
}

async function openTab(page: Page): Promise<Tab> {
  const [, session] = await Promise.all([page.setJavaScriptEnabled(false), page.createCDPSession()]);
  const { frameTree } = await session.send('Page.getFrameTree');
  const crashed = new Promise<never>((_, reject) => page.once('error', () => reject(pageCrashed())));
  crashed.catch(() => undefined);
  return { page, session, frame: frameTree.frame.id, crashed, documents: 0 };
}
