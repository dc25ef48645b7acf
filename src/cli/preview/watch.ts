import { type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';

/** Milliseconds. Editors write a file in several steps; events this close together count as one change. */
const QUIET = 60;

/**
 * Calls `changed` when something changes in these folders. It watches folders, because editors replace the file, and a
 * watcher on the file itself would see only the first change. Returns a function that stops watching.
 */
export function watchFolders(folders: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = [...new Set(folders)].flatMap((folder): FSWatcher[] => {
    try {
      const watcher = watch(folder, () => {
        clearTimeout(timer);
        timer = setTimeout(changed, QUIET);
      });
      // The folder was removed.
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

/** The folder of each file. */
export const foldersOf = (files: readonly string[]): string[] => files.map((file) => dirname(file));
