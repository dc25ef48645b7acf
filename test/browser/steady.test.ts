import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';
import { type RunningBrowser, startBrowser } from '../../src/browser/start.ts';
import { steadyBrowser } from '../../src/browser/steady.ts';
import type { Browser, ShownPage } from '../../src/browser/types.ts';
import { UserError } from '../../src/diagnostics/user-error.ts';
import type { InPage } from '../../src/in-page/program.ts';
import { BROWSER_PROCESS, ownProfiles, PAGE_PROCESS, temporary } from './harness.ts';
import { readPdf } from './pdf-reader.ts';

const { expectNothingLeft, kill } = ownProfiles(temporary());
const ENDLESS = '() => new Promise(() => undefined)' as InPage<() => Promise<undefined>>;
/** Keeps the page's process busy, so that it cannot even be closed. */
const BUSY = '() => { for (;;); }' as InPage<() => undefined>;

beforeAll(async () => void (await findBrowser()));

let browsers: Browser[] = [];
let starts = 0;

async function steady(start: () => Promise<RunningBrowser> = startBrowser, signal?: AbortSignal): Promise<Browser> {
  starts = 0;
  const browser = await steadyBrowser(() => {
    starts++;
    return start();
  }, signal);
  browsers.push(browser);
  return browser;
}

/** From here on, time only passes when the test says so. */
const stopTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
/** The time in which a page must answer. */
const pageLimit = () => vi.advanceTimersByTimeAsync(60_000);
/** The time in which its tab must then close. */
const closingLimit = () => vi.advanceTimersByTimeAsync(5_000);

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(browsers.map((browser) => browser.close()));
  browsers = [];
  await expectNothingLeft();
});

const CORNER = { clip: { x: 0, y: 0, width: 10, height: 10 } };
const titleOf = async (pdf: Uint8Array) => (await readPdf(pdf)).title;

/** Does `once` when the page is looked at for the first time, and counts the looks. */
function atFirstLook(once: (page: ShownPage) => unknown) {
  let looks = 0;
  return {
    looks: () => looks,
    look: async (page: ShownPage): Promise<undefined> => {
      looks++;
      if (looks === 1) {
        await once(page);
        await page.run(ENDLESS);
      }
    },
  };
}

describe('a document', () => {
  test.each([
    ['the browser', BROWSER_PROCESS],
    ['its page', PAGE_PROCESS],
  ])('is printed although the process of %s is killed', async (_, pattern) => {
    const browser = await steady();
    const { look, looks } = atFirstLook(() => kill(pattern));
    expect(await titleOf(await browser.printPdf('<p>1', { title: 'a', look }))).toBe('a');
    expect([looks(), starts]).toEqual([2, 2]);
  });

  test.each<[string, (page: ShownPage) => void]>([
    ['is busy', (page) => void page.run(BUSY).catch(() => undefined)],
    ['has stopped', () => kill(PAGE_PROCESS, 'SIGSTOP')],
  ])('whose page %s is printed', async (_, hang) => {
    const browser = await steady();
    const { look, looks } = atFirstLook(async (page) => {
      hang(page);
      await pageLimit();
    });
    stopTime();
    expect(await titleOf(await browser.printPdf('<p>1', { title: 'a', look }))).toBe('a');
    expect([looks(), starts]).toEqual([2, 2]);
  });

  test('whose browser has stopped is printed', async () => {
    const browser = await steady();
    const { look } = atFirstLook(async () => {
      kill(/./, 'SIGSTOP');
      await pageLimit();
      await closingLimit();
    });
    stopTime();
    expect(await titleOf(await browser.printPdf('<p>1', { title: 'a', look }))).toBe('a');
    expect(starts).toBe(2);
  });

  test('is printed although the browser can open no more pages', async () => {
    const browser = await steady();
    const picture = () => browser.withPage('<p>1', (page) => page.screenshot(CORNER));
    // A picture takes the first tab, and the next one needs another.
    const first = await picture();
    kill(/--type=zygote/);
    expect(Buffer.from(await picture()).equals(first)).toBe(true);
    expect(starts).toBe(2);
  });

  test('goes on with the page that was looked at last', async () => {
    const browser = await steady();
    const seen: string[] = [];
    const look = async (page: ShownPage) => {
      seen.push(await page.run('() => document.title' as InPage<() => string>));
      if (seen.length === 1) return '<title>2</title>';
      if (seen.length === 2) kill(BROWSER_PROCESS);
      return undefined;
    };
    expect(await titleOf(await browser.printPdf('<title>1</title>', { look }))).toBe('2');
    expect(seen).toEqual(['1', '2', '2']);
  });

  test('that hangs each time fails alone, after two tries', async () => {
    const browser = await steady();
    let looks = 0;
    stopTime();
    const hanging = browser.printPdf('<p>1', {
      look: async (page) => {
        looks++;
        page.run(BUSY).catch(() => undefined);
        await pageLimit();
        return page.run(ENDLESS);
      },
    });
    await expect(hanging).rejects.toThrow('did not answer within 60 seconds');
    expect(looks).toBe(2);
    vi.useRealTimers();
    expect(await titleOf(await browser.printPdf('<p>1', { title: 'next' }))).toBe('next');
  });

  test('that ends every browser fails alone; those beside it are printed', async () => {
    const browser = await steady();
    let looks = 0;
    let arrived: () => void = () => undefined;
    const allArrived = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let begun = 0;
    const begin = () => {
      if (++begun === 3) arrived();
      return allArrived;
    };
    const good = (title: string) =>
      browser.printPdf('<p>1', {
        title,
        look: async () => {
          await begin();
          return undefined;
        },
      });
    const bad = browser.printPdf('<p>1', {
      look: async (page) => {
        looks++;
        await begin();
        kill(BROWSER_PROCESS);
        return page.run(ENDLESS);
      },
    });
    const all = await Promise.allSettled([bad, good('a').then(titleOf), good('b').then(titleOf)]);
    expect(all).toMatchObject([
      { status: 'rejected', reason: { name: 'UserError', message: expect.stringContaining('SIGKILL') } },
      { status: 'fulfilled', value: 'a' },
      { status: 'fulfilled', value: 'b' },
    ]);
    expect(looks).toBe(3);
  });

  test('whose own error is thrown is not tried again', async () => {
    const browser = await steady();
    const own = new Error('own');
    let looks = 0;
    const failing = browser.printPdf('<p>1', {
      look: () => {
        looks++;
        throw own;
      },
    });
    await expect(failing).rejects.toBe(own);
    expect([looks, starts]).toEqual([1, 1]);
  });
});

test('pictures are tried again too', async () => {
  const browser = await steady();
  let uses = 0;
  const picture = await browser.withPage('<p>1', async (page) => {
    if (++uses === 1) kill(BROWSER_PROCESS);
    return page.screenshot(CORNER);
  });
  expect(Buffer.from(picture).toString('latin1', 1, 4)).toBe('PNG');
  expect(uses).toBe(2);
});

describe('a browser that cannot be started', () => {
  const broken = new UserError({ zh: '坏', en: 'broken' }, { zh: '修', en: 'repair' });
  const startsOnly = (times: number) => async (): Promise<RunningBrowser> => {
    if (starts > times) throw broken;
    return startBrowser();
  };

  test('at first is told at once', async () => {
    await expect(steady(startsOnly(0))).rejects.toBe(broken);
    expect(starts).toBe(1);
  });

  test('again is told for all further documents, after five starts in all', async () => {
    const browser = await steady(startsOnly(1));
    kill(BROWSER_PROCESS);
    stopTime();
    const printing = Promise.allSettled([1, 2, 3].map(() => browser.printPdf('<p>1')));
    let done = false;
    printing.then(() => {
      done = true;
    });
    while (!done) await vi.advanceTimersByTimeAsync(1000);
    const prints = await printing;
    const further = browser.printPdf('<p>1');
    await expect(further).rejects.toBe(broken);
    expect(prints.map((print) => print.status === 'rejected' && print.reason)).toEqual([broken, broken, broken]);
    expect(starts).toBe(1 + 5);
  });
});

test('after close and after an abort, nothing is tried again', async () => {
  const browser = await steady();
  const { look, looks } = atFirstLook(() => void browser.close());
  await expect(browser.printPdf('<p>1', { look })).rejects.toThrow();
  const controller = new AbortController();
  const other = await steady(() => startBrowser({}, controller.signal), controller.signal);
  const reason = new Error('interrupted');
  const aborted = atFirstLook(() => controller.abort(reason));
  await expect(other.printPdf('<p>1', { look: aborted.look })).rejects.toBe(reason);
  await expect(other.printPdf('<p>1')).rejects.toBe(reason);
  expect([looks(), aborted.looks(), starts]).toEqual([1, 1, 1]);
});
