import { type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';

/** Editors write a file in several steps: what comes within this many milliseconds is one change. */
const QUIET = 60;

/**
 * Calls back when something changes in these folders: editors put a new file in the place of the old one, so that watching
 * the file itself would see one change and no more. Returns what stops it.
 */
export function watchFolders(folders: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = [...new Set(folders)].flatMap((folder): FSWatcher[] => {
    try {
      const watcher = watch(folder, () => {
        clearTimeout(timer);
        timer = setTimeout(changed, QUIET);
      });
      // A folder that is taken away is watched no longer.
      watcher.on('error', () => watcher.close());
      return [watcher];
    } catch {
      return [];
    }
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** The folders of files. */
export const foldersOf = (files: readonly string[]): string[] => files.map((file) => dirname(file));
