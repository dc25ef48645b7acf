import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A file of this package (`schemas/…`, `templates/…`), wherever this code was bundled to. */
export function packageFile(path: string): URL {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return pathToFileURL(join(folder, path));
}
