import type { CDPSession, Page } from 'puppeteer-core';
import { pageCrashed } from './failures.ts';

/** A browser tab with scripts turned off. */
export interface Tab {
  readonly page: Page;
  readonly session: CDPSession;
  readonly frame: string;
  /** Rejects if the page's process ends; calls to the page would not report that. */
  readonly crashed: Promise<never>;
  documents: number;
}

/** A tab uses more memory with every document. Opening a new tab now and then takes no measurable time. */
const DOCUMENTS_PER_TAB = 10;

/** The tabs of a browser. Each document takes a tab and gives it back to be used again. */
export interface Tabs {
  take(): Promise<Tab>;
  giveBack(tab: Tab): void;
  /** Closes a tab that failed or was changed by a caller. If its page hangs, this may take forever. */
  discard(tab: Tab): Promise<void>;
}

/** Opens the tabs. `first` is an open page. `unlessPageEnds` rejects if a page's process ends while its tab is opened. */
export async function openTabs(
  first: Page | undefined,
  newPage: () => Promise<Page>,
  unlessPageEnds: <T>(work: Promise<T>) => Promise<T>,
): Promise<Tabs> {
  const idle: Tab[] = first === undefined ? [] : [await openTab(first)];
  const discard = (tab: Tab) => tab.page.close().catch(() => undefined);
  return {
    take: async () => idle.pop() ?? unlessPageEnds(newPage().then(openTab)),
    giveBack(tab) {
      if (tab.documents >= DOCUMENTS_PER_TAB) void discard(tab);
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
