import { isBeingSaved } from './snapshot.ts';
import { foldersOf, watchFolders } from './watch-folders.ts';
import type { Watched } from './watched.ts';

/** Milliseconds between two looks: no system reports the changes on every network disk. */
const BETWEEN = 2000;
/** Milliseconds. Less than usual, because a file that is being saved is noticed. */
const QUIET = 30;
/** Milliseconds. An editor that deletes a file and writes it anew, or empties it first, has done so by then. */
const SAVED = 300;

/** Waits until something has changed, and returns its paths; undefined if `signal` is aborted. */
export function nextChange(watched: Watched, signal: AbortSignal): Promise<string[] | undefined> {
  return new Promise((resolve) => {
    const ending = new AbortController();
    let saving: NodeJS.Timeout | undefined;
    let isPatient = true;
    const end = (changed: string[] | undefined) => {
      ending.abort();
      watcher.stop();
      clearInterval(looking);
      clearTimeout(saving);
      resolve(changed);
    };
    const look = () => {
      const changed = watched.changed();
      if (changed.length === 0 || ending.signal.aborted) return;
      if (isPatient && changed.some(isBeingSaved)) {
        saving ??= setTimeout(() => {
          isPatient = false;
          look();
        }, SAVED);
        return;
      }
      watched.accept(changed);
      end(changed);
    };
    const watcher = watchFolders(look, QUIET);
    watcher.watch([...new Set(foldersOf(watched.paths()))]);
    const looking = setInterval(look, BETWEEN);
    signal.addEventListener('abort', () => end(undefined), { signal: ending.signal });
    if (signal.aborted) end(undefined);
    // Something may have been saved during the build.
    else look();
  });
}
