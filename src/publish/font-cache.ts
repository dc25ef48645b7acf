import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { preparePrivate, removeOld } from '../cache/cache-files.ts';
import { cacheFolder, isPrivate } from '../cache/cache-folder.ts';
import { writeWhole } from '../disk/write-whole.ts';
import type { SubsetCache } from '../fonts/subset-cache.ts';

const PREFIX = 'fonts-';
/** Reports that are worked on side by side; each has a file of some 300 KB. */
const MOST_FILES = 12;

/** Subsets of fonts in the user's cache folder: a report that is built again mostly has the same characters. */
export interface FontCache extends SubsetCache {
  /** Are there any? Then the fonts themselves will hardly be needed. */
  readonly isUsed: boolean;
}

/** Files that others can write are not read; where none can be written, none are. */
export function createFontCache(env: NodeJS.ProcessEnv): FontCache {
  const folder = quietly(() => cacheFolder(env));
  if (folder === undefined) return { isUsed: false, read: () => undefined, write: () => undefined };
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
        removeOld(folder, PREFIX, MOST_FILES);
      }),
  };
}

/** A cache that fails is none. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
