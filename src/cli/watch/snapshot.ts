import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What was at each path: another file or content has another stamp; undefined if nothing was there. */
export type Snapshot = ReadonlyMap<string, string | undefined>;

/** Looks at paths, without reading files: this works on every disk, also on those whose changes the system does not report. */
export const snapshotOf = (paths: Iterable<string>): Snapshot =>
  new Map([...paths].map((path) => [path, stampOf(path)]));

/** The paths that are not as they were. */
export const changedSince = (before: Snapshot): string[] =>
  [...before].filter(([path, stamp]) => stampOf(path) !== stamp).map(([path]) => path);

/** A path that cannot be looked at counts as missing. Of a folder, only its names matter. */
function stampOf(path: string): string | undefined {
  try {
    const stats = statSync(path, { bigint: true });
    return stats.isDirectory() ? namesIn(path).join('/') : [stats.mtimeNs, stats.size, stats.ino].join(' ');
  } catch {
    return undefined;
  }
}

/** True if a file has vanished or is empty: editors leave it so for a moment while they save. */
export function isBeingSaved(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined || (stats.isFile() && stats.size === 0);
}

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A folder and all folders and files in it. Hidden ones, copies of editors and installed packages are left out. */
export function allIn(folder: string): string[] {
  try {
    const below = namesIn(folder).map((name) => join(folder, name));
    return [folder, ...below.flatMap((path) => (isFolder(path) ? allIn(path) : [path]))];
  } catch {
    return [folder];
  }
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => !/^\.|~$|^node_modules$/u.test(name));
