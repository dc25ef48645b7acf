import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findInstalled } from './installed.ts';
import { findNamed } from './named.ts';
import { packagedSource } from './packaged-source.ts';
import { findInPuppeteerCache } from './puppeteer-cache.ts';
import type { FindOptions, StartOptions } from './types.ts';

/**
 * Says which browser `findBrowser` would use, without starting or unpacking it: another version has another identity. Undefined
 * if there is none, if it runs elsewhere, or if the file only starts a program elsewhere, whose version it does not tell.
 */
export function browserIdentity({
  browser,
  browserUrl,
  env = process.env,
}: FindOptions & Pick<StartOptions, 'browserUrl'>): string | undefined {
  if (browserUrl !== undefined || env.REPORT_BROWSER_URL) return undefined;
  try {
    const named = findNamed(browser, env);
    const packaged = named ? undefined : packagedSource();
    if (packaged) return packaged.name;
    const found = named ?? findInstalled(env) ?? findInPuppeteerCache(env);
    return found && identityOf(found.path);
  } catch {
    // Starting the browser tells the user why.
    return undefined;
  }
}

function identityOf(path: string): string | undefined {
  const program = realpathSync(path);
  if (!isProgram(program) || basename(program) === 'snap') return undefined;
  const folder = dirname(program);
  // On macOS and Windows the program loads the browser from a folder that is named by the version, or described in Info.plist.
  const around = process.platform === 'win32' ? readdirSync(folder).sort() : [];
  const files = [program, join(folder, '../Info.plist')].map((file) => {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats && [file, stats.size, stats.mtimeMs];
  });
  return JSON.stringify([files, around]);
}

/** False for a script. Linux distributions install one that starts the browser. */
function isProgram(path: string): boolean {
  const descriptor = openSync(path, 'r');
  try {
    const start = Buffer.alloc(2);
    return readSync(descriptor, start) === 2 && start.toString('latin1') !== '#!';
  } finally {
    closeSync(descriptor);
  }
}
