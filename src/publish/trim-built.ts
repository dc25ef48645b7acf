import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeLeftovers } from '../disk/leftovers.ts';

/** An entry is a few hundred bytes, but a file system takes 4 KB for it. */
const MOST_ENTRIES = 20_000;
/** The part that is left, so that not every build has to look for what is old. */
const KEPT = 7 / 8;

/**
 * Removes what killed processes left, and the files that have not been used for longest if there are more than `most` bytes, and the oldest entries if there
 * are too many. An entry whose files are gone is still of use where they are in the output folder.
 */
export function trimBuilt(folder: string, most: number, mostEntries = MOST_ENTRIES): void {
  removeLeftovers(folder);
  const kept = readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stats = /^[0-9a-f-]+$/.test(name) ? lstatSync(path, { throwIfNoEntry: false }) : undefined;
    return stats?.isFile() ? [{ path, isEntry: name.includes('-'), size: stats.size, used: stats.mtimeMs }] : [];
  });
  const newestFirst = kept.sort((a, b) => b.used - a.used);
  const files = newestFirst.filter(({ isEntry }) => !isEntry);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const entries = newestFirst.filter(({ isEntry }) => isEntry);
  let bytes = 0;
  const isOver = ({ size }: { size: number }) => {
    bytes += size;
    return bytes > most * KEPT;
  };
  const old = [
    ...(total > most ? files.filter(isOver) : []),
    ...(entries.length > mostEntries ? entries.slice(mostEntries * KEPT) : []),
  ];
  for (const { path } of old) rmSync(path, { force: true });
}
