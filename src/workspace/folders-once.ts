import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { FileSystemAdapter } from 'tinyglobby';

type Failure = NodeJS.ErrnoException;
type Entry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

/**
 * The folders of a search below `root`, with symbolic links as what they lead to, into each folder once: links can form
 * circles, or a number of ways that doubles with every folder. A folder that cannot be read is passed to `onError`. Answers
 * come in the order of the questions, so a search gives the same names each time; between them other events are handled,
 * such as an interrupt. The search itself must not follow links: it leaves out some that are not circles.
 */
export function foldersOnce(root: string, onError: (folder: string, error: Failure) => void): FileSystemAdapter {
  const entered = new Set<string>();
  const isNew = (folder: string): boolean => {
    const real = realpathSync.native(folder);
    const isLinked = resolve(realpathSync.native(root), relative(root, folder)) !== real;
    if (!isLinked) return true;
    const before = entered.size;
    return entered.add(real).size > before;
  };
  const list = (folder: string): Entry[] => {
    try {
      if (!isNew(folder)) return [];
      const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
      return entries.map((entry) => (entry.isSymbolicLink() ? targetOf(entry, folder) : entry));
    } catch (error) {
      if ((error as Failure).code !== 'ENOENT') onError(folder, error as Failure);
      return [];
    }
  };
  const readdir = (folder: string, _options: unknown, done: (error: null, entries: Entry[]) => void) => {
    setImmediate(() => done(null, list(folder)));
  };
  return { readdir } as unknown as FileSystemAdapter;
}

/** The file or folder that a link leads to; a link that leads nowhere stays a link. */
function targetOf(link: Entry, folder: string): Entry {
  try {
    const target = statSync(join(folder, link.name));
    const [isFile, isDirectory] = [target.isFile(), target.isDirectory()];
    return { name: link.name, isFile: () => isFile, isDirectory: () => isDirectory, isSymbolicLink: () => false };
  } catch {
    return link;
  }
}
