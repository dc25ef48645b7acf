import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { preparePrivate, removeOld } from '../cache/cache-files.ts';
import { cacheFolder, isPrivate } from '../cache/cache-folder.ts';
import { writeWhole } from '../disk/write-whole.ts';
import type { SubsetCache } from '../fonts/subset-cache.ts';

const PREFIX = 'fonts-';
/** Enough for the reports of all bodies of a city. A file has about 160 KB. */
const MOST_FILES = 240;
/** Old files are removed after so many new ones. */
const STEP = 16;

/** Font subsets in the user's cache folder. A report that is built again usually has the same characters. */
export interface FontCache extends SubsetCache {
  /** True if there are subsets in the cache; then the fonts themselves are probably not needed. */
  readonly isUsed: boolean;
}

/**
 * Opens the cache. Files that other users can write are not read; if the folder cannot be written, nothing is cached. Never
 * throws.
 */
export function createFontCache(env: NodeJS.ProcessEnv): FontCache {
  const folder = quietly(() => cacheFolder(env));
  if (folder === undefined) return { isUsed: false, read: () => undefined, write: () => undefined };
  let written = 0;
  const isSafe = (path: string) => isPrivate(statSync(path));
  return {
    isUsed: quietly(() => readdirSync(folder).some((name) => name.startsWith(PREFIX))) ?? false,
    read: (name) =>
      quietly(() => {
        const path = join(folder, PREFIX + name);
        return isSafe(folder) && isSafe(path) ? readFileSync(path) : undefined;
      }),
    write: (name, content) =>
      quietly(() => {
        if (!preparePrivate(folder)) return;
        writeWhole(join(folder, PREFIX + name), content, { mode: 0o600 });
        if (written++ % STEP === 0) removeOld(folder, PREFIX, MOST_FILES);
      }),
  };
}

/** Returns undefined if `act` fails: without a cache the result is the same, only slower. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
