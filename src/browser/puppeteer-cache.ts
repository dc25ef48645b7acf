import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { homeFolder } from '../cache/home-folder.ts';
import { isExecutable } from './executable.ts';
import { found } from './found.ts';
import type { FoundBrowser } from './types.ts';

/** The path of the program in the folder of one download, for each platform. */
const PROGRAMS = {
  'chrome-headless-shell': ['chrome-headless-shell', 'chrome-headless-shell.exe'],
  chrome: ['chrome', 'chrome.exe', 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'],
};

/** Finds the newest browser that Puppeteer downloaded. The headless shell comes before Chrome. */
export function findInPuppeteerCache(env: NodeJS.ProcessEnv): FoundBrowser | undefined {
  const cache = env.PUPPETEER_CACHE_DIR || join(homeFolder(env), '.cache', 'puppeteer');
  for (const [product, programs] of Object.entries(PROGRAMS)) {
    // <cache>/<product>/<platform>-<version>/<product>-<platform>/<program>
    for (const download of newestFirst(foldersIn(join(cache, product)))) {
      const inside = foldersIn(join(cache, product, download));
      const paths = inside.flatMap((folder) =>
        programs.map((program) => join(cache, product, download, folder, program)),
      );
      const path = paths.find(isExecutable);
      if (path !== undefined) return found(path, 'puppeteer-cache');
    }
  }
  return undefined;
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function newestFirst(downloads: string[]): string[] {
  const byNumber = new Intl.Collator('en', { numeric: true });
  const version = (name: string) => name.slice(name.lastIndexOf('-') + 1);
  return downloads.sort((a, b) => byNumber.compare(version(b), version(a)));
}
