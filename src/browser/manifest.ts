import { readFileSync, statSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MANIFEST = 'manifest.json';

/** Notes the size of every file below `folder`. Written last, it says that the folder is whole. */
export async function writeManifest(folder: string): Promise<void> {
  const sizes: Record<string, number> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const stats = await stat(join(folder, name));
    if (stats.isFile()) sizes[name] = stats.size;
  }
  await writeFile(join(folder, MANIFEST), JSON.stringify(sizes), { mode: 0o600 });
}

/** True when every file of the manifest is there in full length. Costs a dozen stats: no file is read but the manifest. */
export function isWhole(folder: string): boolean {
  try {
    const sizes = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Record<string, number>;
    return Object.entries(sizes).every(([name, size]) => statSync(join(folder, name)).size === size);
  } catch {
    return false;
  }
}
