import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { FileSystemAdapter } from 'tinyglobby';

type Failure = NodeJS.ErrnoException;
type Done<Result> = (error: Failure | null, result?: Result) => void;

/**
 * The file system for a search below `root`. Symbolic links lead into each folder once: links can form circles, or a number
 * of ways that doubles with every folder. A folder that cannot be read is passed to `onError`. Answers come in the order of
 * the questions, so a search gives the same names each time; between them other events are handled, such as an interrupt.
 */
export function foldersOnce(root: string, onError: (folder: string, error: Failure) => void): FileSystemAdapter {
  const entered = new Set<string>();
  // The search asks for the kind of a link's target, and when it gets a folder, at once for its content.
  let followsLink = false;
  const isNew = (folder: string, linked: boolean): boolean => {
    const real = realpathSync.native(folder);
    if (!linked && resolve(realpathSync.native(root), relative(root, folder)) === real) return true;
    const before = entered.size;
    return entered.add(real).size > before;
  };
  const list = (folder: string, linked: boolean): Dirent[] => {
    try {
      return isNew(folder, linked) ? readdirSync(folder, { withFileTypes: true }) : [];
    } catch (error) {
      if ((error as Failure).code !== 'ENOENT') onError(folder, error as Failure);
      return [];
    }
  };
  const adapter = {
    readdir: (folder: string, _options: unknown, done: Done<Dirent[]>) => {
      const linked = followsLink;
      later(() => list(folder, linked), done);
    },
    realpath: (path: string, done: Done<string>) => later(() => realpathSync.native(path), done),
    stat: (path: string, done: Done<Stats>) =>
      later<Stats>(
        () => statSync(path),
        (...answer) => {
          followsLink = true;
          done(...answer);
          followsLink = false;
        },
      ),
  };
  return adapter as unknown as FileSystemAdapter;
}

function later<Result>(work: () => Result, done: Done<Result>): void {
  setImmediate(() => {
    let result: Result;
    try {
      result = work();
    } catch (error) {
      return done(error as Failure);
    }
    done(null, result);
  });
}
