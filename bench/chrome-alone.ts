// Prints finished pages with only the browser. No program that uses the browser can be faster.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { minimalEnvironment } from '../src/browser/environment.ts';
import { findBrowser } from '../src/browser/find.ts';
import { flags } from '../src/browser/flags.ts';
import { createProfile } from '../src/browser/profile.ts';
import type { FoundBrowser } from '../src/browser/types.ts';
import { type Chrome, sandbox, startChrome } from './chrome-client.ts';

export { startChrome } from './chrome-client.ts';

/** Milliseconds after which a print is stopped: a Chrome without `--print-to-pdf` waits forever. */
const LIMIT = 20_000;
/** Pages that one tab prints; its memory grows with each. */
const PAGES_PER_TAB = 10;

/** Finds the browser that `report` uses. `ownCommand`: it has `--print-to-pdf`. */
export async function foundBrowser(): Promise<FoundBrowser & { readonly ownCommand: boolean }> {
  const found = await findBrowser();
  return { ...found, ownCommand: readFileSync(found.path).includes('print-to-pdf') };
}

/**
 * Prints the page to `pdf` with Chrome's own `--print-to-pdf`. The browser packaged for npm is built without that
 * command (its file does not contain the name): it shows the page and waits forever with any flags. For this browser,
 * the same steps are sent over the pipe, so no second program starts; this can only be faster.
 */
export async function printAlone(found: FoundBrowser & { ownCommand: boolean }, page: string, pdf: string) {
  const url = pathToFileURL(page).href;
  if (found.ownCommand) return printByCommand(found, url, pdf);
  const chrome = startChrome(found);
  const tab = await chrome.open();
  writeFileSync(pdf, await tab.print(url));
  await chrome.close();
}

async function printByCommand(found: FoundBrowser, url: string, pdf: string): Promise<void> {
  const profile = createProfile();
  const env = { ...minimalEnvironment(process.env), ...found.env, ...profile.env };
  const own = flags(profile.folder, sandbox).filter(
    (flag) => flag !== 'about:blank' && flag !== '--remote-debugging-pipe',
  );
  const args = [...own, '--no-pdf-header-footer', `--print-to-pdf=${pdf}`, url];
  const child = spawn(found.path, args, { env, stdio: 'ignore', timeout: LIMIT, killSignal: 'SIGKILL' });
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Chrome ended with ${code}`))));
    });
  } finally {
    await profile.remove();
  }
}

/** Prints many pages in a browser that is running already, with several tabs at once. */
export async function printAll(chrome: Chrome, pages: readonly string[], folder: string, tabs = 2): Promise<void> {
  const left = [...pages];
  const work = async () => {
    while (left.length > 0) {
      const tab = await chrome.open();
      for (const page of left.splice(0, PAGES_PER_TAB))
        writeFileSync(join(folder, `${basename(page, '.html')}.pdf`), await tab.print(pathToFileURL(page).href));
      await tab.close();
    }
  };
  await Promise.all(Array.from({ length: tabs }, work));
}
