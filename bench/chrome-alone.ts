// Prints a finished page with only the browser. No program that uses the browser can be faster.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserProcess, startProcess } from '../src/browser/browser-process.ts';
import { minimalEnvironment } from '../src/browser/environment.ts';
import { findBrowser } from '../src/browser/find.ts';
import { flags } from '../src/browser/flags.ts';
import { pipeTransport } from '../src/browser/pipe-transport.ts';
import { createProfile } from '../src/browser/profile.ts';
import type { FoundBrowser } from '../src/browser/types.ts';

/** Milliseconds after which a print is stopped: a Chrome without `--print-to-pdf` waits forever. */
const LIMIT = 20_000;
const sandbox = process.getuid?.() !== 0;

/** Finds the browser that `report` uses. `ownCommand`: it has `--print-to-pdf`. */
export async function foundBrowser(): Promise<FoundBrowser & { readonly ownCommand: boolean }> {
  const found = await findBrowser();
  return { ...found, ownCommand: readFileSync(found.path).includes('print-to-pdf') };
}

/**
 * Prints the page at `url` to `pdf` with Chrome's own `--print-to-pdf`. The browser packaged for npm is built without
 * that command (its file does not contain the name): it shows the page and waits forever with any flags. For this
 * browser, the same steps are sent over the pipe, so no second program starts; this can only be faster.
 */
export async function printAlone(found: FoundBrowser & { ownCommand: boolean }, url: string, pdf: string) {
  const profile = createProfile(false);
  const env = { ...minimalEnvironment(process.env), ...found.env, ...profile.env };
  const own = flags(profile.folder, sandbox).filter((flag) => flag !== 'about:blank');
  try {
    if (found.ownCommand) {
      const args = own.filter((flag) => flag !== '--remote-debugging-pipe');
      await command(found.path, [...args, '--no-pdf-header-footer', `--print-to-pdf=${pdf}`, url], env);
    } else {
      const browser = startProcess(found.path, [...own, 'about:blank'], env);
      await Promise.race([sameSteps(browser, url, pdf), sleep(LIMIT).then(() => late(browser))]);
    }
  } finally {
    await profile.remove();
  }
}

async function late(browser: BrowserProcess): Promise<never> {
  await browser.kill();
  throw new Error('Chrome did not print in time');
}

function command(path: string, args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(path, args, { env, stdio: 'ignore', timeout: LIMIT, killSignal: 'SIGKILL' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Chrome ended with ${code}`))));
  });
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly name?: string };
  readonly result: Record<string, string>;
}

/** The steps of the command in Chrome: open a page, wait until it is loaded, print it with tags, write the PDF, close. */
async function sameSteps(browser: BrowserProcess, url: string, pdf: string): Promise<void> {
  const pipe = pipeTransport(browser);
  const waiting = new Map<number, (result: Message['result']) => void>();
  let loaded: () => void = () => undefined;
  const load = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  pipe.onmessage = (text) => {
    const { id, method, params, result } = JSON.parse(text) as Message;
    if (id !== undefined) waiting.get(id)?.(result);
    // Events are enabled only after about:blank is loaded, so this is the load of the page.
    else if (method === 'Page.loadEventFired' || params?.name === 'load') loaded();
  };
  let last = 0;
  const send = (method: string, params: object = {}, sessionId?: string): Promise<Message['result']> => {
    pipe.send(JSON.stringify({ id: ++last, method, params, sessionId }));
    return new Promise((resolve) => waiting.set(last, resolve));
  };
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  await send('Page.enable', {}, sessionId);
  await send('Page.navigate', { url }, sessionId);
  await load;
  const options = { generateTaggedPDF: true, printBackground: true, preferCSSPageSize: true };
  const { data = '' } = await send('Page.printToPDF', options, sessionId);
  writeFileSync(pdf, Buffer.from(data, 'base64'));
  await send('Browser.close');
  await browser.ended;
}
