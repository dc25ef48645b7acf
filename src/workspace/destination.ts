import { fstatSync, lstatSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** What a path that is to be written leads to. */
export interface Destination {
  /** The path that the last link leads to; the path itself if it is no link. It need not exist. */
  readonly path: string;
  /** The number of the open descriptor that it names: /dev/stdout, /dev/fd/63. */
  readonly descriptor?: number;
  /** undefined if there is nothing. */
  readonly stats: Stats | undefined;
  /** The same for every path, symbolic link and hard link that leads to the same file. */
  readonly identity: string;
}

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/** Follows the links of an absolute path, also one that leads nowhere. Throws the error of the file system. */
export function destinationOf(path: string): Destination {
  let end = path;
  for (let links = 0; descriptorIn(end) === undefined && isLink(end); links++) {
    if (links === MOST_LINKS) throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
    end = resolve(dirname(end), readlinkSync(end));
  }
  const descriptor = descriptorIn(end);
  const stats = descriptor === undefined ? statSync(end, { throwIfNoEntry: false }) : fstatSync(descriptor);
  const real = stats ? end : realPath(end);
  const identity = stats ? `${stats.dev}:${stats.ino}` : real;
  return {
    path: stats?.isFile() && descriptor === undefined ? realpathSync(end) : real,
    stats,
    identity,
    ...(descriptor !== undefined && { descriptor }),
  };
}

function descriptorIn(path: string): number | undefined {
  if (path === '/dev/stdout') return 1;
  if (path === '/dev/stderr') return 2;
  const number = /^\/(?:dev|proc\/self)\/fd\/([0-9]+)$/.exec(path)?.[1];
  return number === undefined ? undefined : Number(number);
}

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/** The real path of a file that may not exist: of the folders that do. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realPath(above), basename(path));
  }
}

/** See `Destination`; for a path that cannot be looked at, the path itself. */
export function identityOf(path: string): string {
  try {
    return destinationOf(path).identity;
  } catch {
    return path;
  }
}
