import { readFileSync, statSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MANIFEST = 'manifest.json';

/**
 * Writes the size of every file in `folder` to a manifest. It is written last, so it shows that the folder is
 * complete.
 */
export async function writeManifest(folder: string): Promise<void> {
  const sizes: Record<string, number> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const stats = await stat(join(folder, name));
    if (stats.isFile()) sizes[name] = stats.size;
  }
  await writeFile(join(folder, MANIFEST), JSON.stringify(sizes), { mode: 0o600 });
}

/**
 * True if every file of the manifest exists with its full size. Reads only the manifest, and calls stat a dozen times.
 */
export function isWhole(folder: string): boolean {
  try {
    const sizes = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Record<string, number>;
    return Object.entries(sizes).every(([name, size]) => statSync(join(folder, name)).size === size);
  } catch {
    return false;
  }
}
