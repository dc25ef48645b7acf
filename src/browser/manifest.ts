import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const MANIFEST = 'manifest.json';
/** Apart from the sizes, because it is only read when a browser does not start. */
const HASHES = 'hashes.json';

/**
 * Writes the hash of every file in `folder`, then the size of every file to a manifest. It is written last, so it shows
 * that the folder is complete.
 */
export async function writeManifest(folder: string): Promise<void> {
  const sizes: Record<string, number> = {};
  const hashes: Record<string, string> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const path = join(folder, name);
    const stats = await stat(path);
    if (!stats.isFile()) continue;
    sizes[name] = stats.size;
    hashes[name] = await hashOf(path);
  }
  await writeFile(join(folder, HASHES), JSON.stringify(hashes), { mode: 0o600 });
  await writeFile(join(folder, MANIFEST), JSON.stringify(sizes), { mode: 0o600 });
}

/**
 * True if every file of the manifest exists with its full size. Reads only the manifest, and calls stat a dozen times.
 */
export function isWhole(folder: string): boolean {
  try {
    const sizes: Record<string, number> = read(folder, MANIFEST);
    return Object.entries(sizes).every(([name, size]) => statSync(join(folder, name)).size === size);
  } catch {
    return false;
  }
}

/** True if every file still has its hash. Reads all files, which takes about half a second. */
export async function isIntact(folder: string): Promise<boolean> {
  try {
    const hashes: Record<string, string> = read(folder, HASHES);
    for (const [name, hash] of Object.entries(hashes)) if ((await hashOf(join(folder, name))) !== hash) return false;
    return isWhole(folder);
  } catch {
    return false;
  }
}

const read = (folder: string, file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
