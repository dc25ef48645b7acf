import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of finished files in the cache folder. */
export const BUILT = 'built';

/** What is in the cache folder. */
export type CacheKind = 'built' | 'fonts' | 'code' | 'browser';

/** Names in the cache folder by kind. Somebody may have chosen a folder that has other things too. */
const NAMES: Readonly<Record<CacheKind, RegExp>> = {
  built: new RegExp(`^${BUILT}$`),
  fonts: /^\.?fonts-[0-9a-f]+$/,
  code: /^(?:build-)?code-[0-9a-f]+-v[\w.-]+$/,
  browser: /^chromium-[\w.-]+$/,
};

/** The names of files in `built`: see `publish/build-cache.ts`. */
const KEPT = /^[0-9a-f]{64}$/;
const ENTRY = /^[0-9a-f]{16}-[0-9a-f]{64}$/;
/** The note that a report has no findings: see `publish/check-once.ts`. */
const NOTE = /^[0-9a-f]{16}-[0-9a-f]{40}$/;

/** Files of one kind. */
export interface CacheUse {
  readonly kind: CacheKind;
  /** Reports for `built`, else files. */
  readonly count: number;
  readonly bytes: number;
}

/** What a cache folder has, by kind; all are 0 if it does not exist. Never throws. */
export function cacheContents(folder: string): CacheUse[] {
  const top = namesIn(folder);
  return (Object.keys(NAMES) as CacheKind[]).map((kind) => {
    const sizes = top.filter((name) => NAMES[kind].test(name)).flatMap((name) => sizesOf(join(folder, name)));
    const entries =
      kind === 'built' ? namesIn(join(folder, BUILT)).filter((name) => ENTRY.test(name)).length : undefined;
    return { kind, count: entries ?? sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  });
}

/**
 * Removes finished files, font subsets and compiled code. The browser stays: a build may be using it. Only what the tool has made is
 * removed. Throws the error of the file system.
 */
export function clearCache(folder: string): void {
  const built = join(folder, BUILT);
  const paths = [
    ...(isFolder(built)
      ? namesIn(built).filter((name) => [KEPT, ENTRY, NOTE].some((kind) => kind.test(name)))
      : []
    ).map((name) => join(built, name)),
    ...namesIn(folder)
      .filter((name) => NAMES.fonts.test(name) || NAMES.code.test(name))
      .map((name) => join(folder, name)),
  ];
  for (const path of paths) rmSync(path, { force: true });
}

function sizesOf(path: string): number[] {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return namesIn(path).flatMap((name) => sizesOf(join(path, name)));
  return stats?.isFile() ? [stats.size] : [];
}

/** False for a link to a folder. */
const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
