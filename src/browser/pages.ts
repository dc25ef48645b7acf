import type { CDPSession, Page } from 'puppeteer-core';
import { pageCrashed } from './failures.ts';

/** A browser tab with scripts turned off. */
export interface Tab {
  readonly page: Page;
  readonly session: CDPSession;
  readonly frame: string;
  /** Rejects if the page's process ends; calls to the page would not report that. */
  readonly crashed: Promise<never>;
  /** It draws what it shows, again and again. Printing does not need that, and it takes a third of the browser's work. */
  readonly draws: boolean;
  documents: number;
}

/** A tab uses more memory with every document. Opening a new tab now and then takes no measurable time. */
const DOCUMENTS_PER_TAB = 10;

/** The tabs of a browser. Each document takes a tab and gives it back to be used again. */
export interface Tabs {
  /** Takes a tab. With `still`, it may be one that does not draw. */
  take(still: boolean): Promise<Tab>;
  giveBack(tab: Tab): void;
  /** Closes a tab that failed or was changed by a caller. If its page hangs, this may take forever. */
  discard(tab: Tab): Promise<void>;
}

export interface OpeningTabs {
  /** An open page. */
  readonly first?: Page | undefined;
  readonly newPage: () => Promise<Page>;
  /** Opens a page that never draws what it shows; rejects if the browser can't do that. */
  readonly newStillPage?: (() => Promise<Page>) | undefined;
  /** Rejects if a page's process ends while its tab is opened. */
  readonly unlessPageEnds: <T>(work: Promise<T>) => Promise<T>;
}

/** Opens the tabs. */
export async function openTabs({ first, newPage, newStillPage, unlessPageEnds }: OpeningTabs): Promise<Tabs> {
  const begun = first && (await openTab(first, true));
  const idle: Tab[] = begun ? [begun] : [];
  let openStillPage = newStillPage;
  const openStill = async () => {
    const page = await openStillPage?.().catch(() => undefined);
    if (page) return openTab(page, false);
    openStillPage = undefined;
    return openTab(await newPage(), true);
  };
  const discard = (tab: Tab) => tab.page.close().catch(() => undefined);
  return {
    take: async (still) => {
      // For one document, the tab that is there is quicker.
      const fits = (tab: Tab) => (still && openStillPage ? !tab.draws || tab === begun : tab.draws);
      const at = idle.findLastIndex(fits);
      const [tab] = at < 0 ? [] : idle.splice(at, 1);
      return tab ?? unlessPageEnds(still ? openStill() : newPage().then((page) => openTab(page, true)));
    },
    giveBack(tab) {
      if (tab.documents >= DOCUMENTS_PER_TAB || (tab === begun && openStillPage)) void discard(tab);
      else idle.push(tab);
    },
    discard,
  };
}

async function openTab(page: Page, draws: boolean): Promise<Tab> {
  const [, session] = await Promise.all([page.setJavaScriptEnabled(false), page.createCDPSession()]);
  const { frameTree } = await session.send('Page.getFrameTree');
  const crashed = new Promise<never>((_, reject) => page.once('error', () => reject(pageCrashed())));
  crashed.catch(() => undefined);
  return { page, session, frame: frameTree.frame.id, crashed, draws, documents: 0 };
}
