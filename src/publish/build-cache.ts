import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { BUILT } from '../cache/cache-contents.ts';
import { preparePrivate } from '../cache/cache-files.ts';
import { cacheFolder, isPrivate } from '../cache/cache-folder.ts';
import { writeWhole } from '../disk/write-whole.ts';
import { trimBuilt } from './trim-built.ts';

/** A finished file, without its name. */
export interface KeptFile {
  readonly format: string;
  readonly content: Uint8Array;
}

/**
 * The finished files of earlier builds, in the folder `built` of the user's cache folder. An entry has the name that `buildName`
 * gives, and lists format, size and hash of its files; each file has its hash as its name. Nothing here throws: without a cache
 * the result is the same, only slower.
 */
export interface BuildCache {
  /** True if something may have been kept for each of these hashes of texts. */
  knows(texts: readonly string[]): boolean;
  /** True if there is an entry; its files may be gone or damaged. */
  has(name: string): boolean;
  /**
   * The files of an entry, if all of them are there and undamaged. `pathOf` says where a file will be written to: a file there
   * with the right content is read instead of the one in the cache.
   */
  find(
    name: string,
    formats: readonly string[],
    pathOf: (format: string) => string | undefined,
  ): KeptFile[] | undefined;
  keep(name: string, files: readonly KeptFile[]): void;
  /** Removes what has not been used for longest, if there is too much. */
  close(): void;
}

/** What can be changed for a test. */
export interface BuildCacheLimits {
  /** Bytes of all files. */
  readonly most?: number;
  readonly write?: typeof writeWhole;
}

/** One gigabyte: about 1,500 reports as HTML and PDF. */
const MOST = 1e9;
const KEPT_FILE = { mode: 0o600 } as const;
const SHA256 = /^[0-9a-f]{64}$/;

type Listed = readonly (readonly [format: string, size: number, hash: string])[];

/** Opens the cache. What other users can write is not read. */
export function openBuildCache(
  env: NodeJS.ProcessEnv,
  { most = MOST, write = writeWhole }: BuildCacheLimits = {},
): BuildCache | undefined {
  const root = quietly(() => cacheFolder(env));
  if (root === undefined) return undefined;
  const folder = join(root, BUILT);
  const isSafe = () => quietly(() => [root, folder].every((path) => isPrivate(statSync(path)))) === true;
  const at = (name: string) => join(folder, name);
  let added = 0;
  return {
    knows: (texts) => {
      const known = new Set(quietly(() => readdirSync(folder))?.map((name) => name.slice(0, name.indexOf('-'))));
      return known.size > 0 && texts.every((text) => known.has(text));
    },
    has: (name) => lstatSync(at(name), { throwIfNoEntry: false })?.isFile() === true,
    find: (name, formats, pathOf) => {
      if (!isSafe()) return undefined;
      const entry = readOwn(at(name));
      if (entry === undefined) return undefined;
      const listed = quietly(() => unpacked(entry));
      const files = listed?.flatMap(([format, size, hash]) => {
        const content = sameThere(pathOf(format), size, hash) ?? intact(at(hash), hash);
        return content ? [{ format, content }] : [];
      });
      if (files?.map(({ format }) => format).join() !== formats.join()) {
        remove(at(name));
        return undefined;
      }
      for (const used of [name, ...(listed ?? []).map(([, , hash]) => hash)]) markUsed(at(used));
      return files;
    },
    keep: (name, files) =>
      quietly(() => {
        if (!preparePrivate(root) || !preparePrivate(folder)) return;
        const listed = files.map(({ format, content }) => [format, content.length, hashOf(content)] as const);
        for (const [index, [, size, hash]] of listed.entries()) {
          if (lstatSync(at(hash), { throwIfNoEntry: false })?.size === size) markUsed(at(hash));
          else write(at(hash), files[index]?.content ?? '', KEPT_FILE);
          added += size;
        }
        // Written last, so that it never lists a file that is not there yet.
        write(at(name), packed(listed), KEPT_FILE);
        added++;
        if (added < most / 8) return;
        trimBuilt(folder, most);
        added = 0;
      }),
    close: () => {
      if (added > 0) quietly(() => trimBuilt(folder, most));
    },
  };
}

/** Removes what has not been used for longest, if there is too much: for threads, which end without closing. Never throws. */
export function trimBuildCache(env: NodeJS.ProcessEnv): void {
  quietly(() => trimBuilt(join(cacheFolder(env), BUILT), MOST));
}

const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** The format is a checksum and the list as JSON, each in a line. */
function packed(listed: Listed): string {
  const list = JSON.stringify(listed);
  return `${hashOf(list)}\n${list}\n`;
}

function unpacked(entry: Buffer): Listed | undefined {
  const [checksum, list = ''] = entry.toString('utf8').split('\n');
  if (checksum !== hashOf(list)) return undefined;
  const listed: Listed = JSON.parse(list);
  return listed.every(([, , hash]) => SHA256.test(hash)) ? listed : undefined;
}

/** The content of the file that was written by an earlier build, if it is still the same. */
function sameThere(path: string | undefined, size: number, hash: string): Buffer | undefined {
  if (path === undefined) return undefined;
  return quietly(() => {
    const stats = lstatSync(path);
    if (!stats.isFile() || stats.size !== size) return undefined;
    const content = readFileSync(path);
    return hashOf(content) === hash ? content : undefined;
  });
}

/** The content of a file in the cache; a damaged one is removed. */
function intact(path: string, hash: string): Buffer | undefined {
  const content = readOwn(path);
  if (content === undefined || hashOf(content) === hash) return content;
  remove(path);
  return undefined;
}

/** Reads a file that only this user can write to; not a link, a pipe or a folder. */
function readOwn(path: string): Buffer | undefined {
  return quietly(() => {
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const descriptor = openSync(path, flags);
    try {
      const stats = fstatSync(descriptor);
      return stats.isFile() && isPrivate(stats) ? readFileSync(descriptor) : undefined;
    } finally {
      closeSync(descriptor);
    }
  });
}

const remove = (path: string): void => void quietly(() => rmSync(path, { force: true }));

function markUsed(path: string): void {
  const now = new Date();
  quietly(() => utimesSync(path, now, now));
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
