import { existsSync, type FSWatcher, statSync, watch } from 'node:fs';
import { dirname } from 'node:path';

/** Milliseconds. Editors write a file in several steps; events this close together count as one change. */
const QUIET = 60;

/** Watches folders, because editors replace the file, and a watcher on the file itself would see only the first change. */
export interface FolderWatcher {
  /** Watches these folders and no others. For a folder that does not exist, the nearest one above it is watched. */
  readonly watch: (folders: readonly string[]) => void;
  readonly stop: () => void;
}

/** Calls `changed` when something has changed in the folders and nothing more happens for `quiet` milliseconds. */
export function watchFolders(changed: () => void, quiet = QUIET): FolderWatcher {
  let timer: NodeJS.Timeout | undefined;
  const watchers = new Map<string, FSWatcher>();
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quiet);
  };
  const forget = (key: string) => {
    watchers.get(key)?.close();
    watchers.delete(key);
  };
  const open = (key: string, folder: string) => {
    if (watchers.has(key)) return;
    try {
      const watcher = watch(folder, soon);
      watcher.on('error', () => forget(key));
      watchers.set(key, watcher);
    } catch {
      // The system allows no more watchers, or the folder has just been removed.
    }
  };
  return {
    watch(folders) {
      const wanted = new Map(folders.map(existing).map((folder) => [keyOf(folder), folder]));
      for (const key of watchers.keys()) if (!wanted.has(key)) forget(key);
      for (const [key, folder] of wanted) open(key, folder);
    },
    stop() {
      clearTimeout(timer);
      for (const key of watchers.keys()) forget(key);
    },
  };
}

function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}

/** A folder that was removed and created again is another folder with the same path. */
const keyOf = (folder: string): string => `${statSync(folder, { throwIfNoEntry: false })?.ino} ${folder}`;

/** The folder of each file. */
export const foldersOf = (files: readonly string[]): string[] => files.map((file) => dirname(file));
