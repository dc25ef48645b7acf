import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';

/** How browsers name the folder of a saved page, after the name of the page. */
const FOLDERS = ['_files', '.files', '_file', '-files'];
const LARGEST = 64_000_000;

/**
 * Gives the files that a browser saved with a page, by their path from the folder of the page: `page_files/frame.html`. Only
 * plain files in the folder of that name are read; no symbolic link, and nothing above. Undefined for all others; never throws.
 */
export function savedBeside(page: string): (name: string) => Uint8Array | undefined {
  const stem = basename(page, extname(page));
  return (name) => {
    const [folder = '', ...path] = name.split('/');
    const isOurs = FOLDERS.some((ending) => folder === stem + ending);
    if (!isOurs || path.length === 0 || path.some((part) => part === '' || part === '.' || part === '..'))
      return undefined;
    try {
      const file = join(dirname(page), name);
      const root = realpathSync(dirname(page));
      const stats = lstatSync(file);
      // A link anywhere on the way leads to another real path.
      if (
        !stats.isFile() ||
        stats.size > LARGEST ||
        realpathSync(file) !== root + (root.endsWith(sep) ? '' : sep) + join(name)
      )
        return undefined;
      return readFileSync(file);
    } catch {
      return undefined;
    }
  };
}
