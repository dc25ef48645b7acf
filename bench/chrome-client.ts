// A browser that is driven over its pipe by this program alone: no library is between.
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserProcess, startProcess } from '../src/browser/browser-process.ts';
import { minimalEnvironment } from '../src/browser/environment.ts';
import { flags } from '../src/browser/flags.ts';
import { pipeTransport } from '../src/browser/pipe-transport.ts';
import { createProfile } from '../src/browser/profile.ts';
import type { FoundBrowser } from '../src/browser/types.ts';

/** Milliseconds after which a browser is ended that does not answer. */
const LIMIT = 20_000;

export const sandbox = process.getuid?.() !== 0;

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: { readonly name?: string };
  readonly result: Record<string, string>;
}

export type Chrome = ReturnType<typeof chromeClient> & { readonly close: () => Promise<void> };

/** Starts the browser with the flags that `report` uses. */
export function startChrome(found: FoundBrowser): Chrome {
  const profile = createProfile();
  const env = { ...minimalEnvironment(process.env), ...found.env, ...profile.env };
  const own = flags(profile.folder, sandbox).filter((flag) => flag !== 'about:blank');
  const browser = startProcess(found.path, [...own, 'about:blank'], env);
  const client = chromeClient(browser);
  const close = async () => {
    // It may end before it answers.
    await client.send('Browser.close').catch(() => undefined);
    await browser.ended;
    await profile.remove();
  };
  return { ...client, close };
}

function chromeClient(browser: BrowserProcess) {
  const pipe = pipeTransport(browser);
  const waiting = new Map<number, (result: Message['result']) => void>();
  const loading = new Map<string, () => void>();
  pipe.onmessage = (text) => {
    const { id, sessionId = '', method, params, result } = JSON.parse(text) as Message;
    if (id !== undefined) waiting.get(id)?.(result);
    // Events are enabled only after about:blank is loaded, so this is the load of the page.
    else if (method === 'Page.loadEventFired' || params?.name === 'load') loading.get(sessionId)?.();
  };
  let last = 0;
  const send = (method: string, params: object = {}, sessionId?: string): Promise<Message['result']> => {
    const id = ++last;
    pipe.send(JSON.stringify({ id, method, params, sessionId }));
    const answer = new Promise<Message['result']>((resolve) => waiting.set(id, resolve));
    return inTime(answer.finally(() => waiting.delete(id)));
  };
  const ended = browser.ended.then(() => {
    throw new Error(`Chrome ended: ${browser.lastWords()}`);
  });
  ended.catch(() => undefined);
  /** Gives the promise its time; a browser that does not answer is killed, so that nothing waits forever. */
  async function inTime<T>(promise: Promise<T>): Promise<T> {
    const end = new AbortController();
    const late = sleep(LIMIT, undefined, { signal: end.signal }).then(async () => {
      await browser.kill();
      throw new Error('Chrome did not answer in time');
    });
    try {
      return await Promise.race([promise, late, ended]);
    } finally {
      end.abort();
      late.catch(() => undefined);
    }
  }
  /** Opens a tab. */
  const open = async () => {
    const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
    const { sessionId = '' } = await send('Target.attachToTarget', { targetId, flatten: true });
    await send('Page.enable', {}, sessionId);
    /** Shows a page, waits until it is loaded, and prints it with tags. */
    const print = async (url: string): Promise<Buffer> => {
      const loaded = new Promise<void>((resolve) => loading.set(sessionId, resolve));
      await send('Page.navigate', { url }, sessionId);
      await inTime(loaded);
      const options = { generateTaggedPDF: true, printBackground: true, preferCSSPageSize: true };
      const { data = '' } = await send('Page.printToPDF', options, sessionId);
      return Buffer.from(data, 'base64');
    };
    return { print, close: () => send('Target.closeTarget', { targetId }) };
  };
  return { send, open };
}
