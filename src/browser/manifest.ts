import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const MANIFEST = 'manifest.json';

/** Every file by its path: its size in bytes and its SHA-256. */
type Manifest = Readonly<Record<string, readonly [size: number, hash: string]>>;

/**
 * Writes the size and hash of every file in `folder` to a manifest. It is written last, so it shows that the folder is
 * complete.
 */
export async function writeManifest(folder: string): Promise<void> {
  const manifest: Record<string, [number, string]> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const path = join(folder, name);
    const stats = await stat(path);
    if (stats.isFile()) manifest[name] = [stats.size, await hashOf(path)];
  }
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest), { mode: 0o600 });
}

/**
 * True if every file of the manifest exists with its full size. Reads only the manifest, and calls stat a dozen times.
 */
export function isWhole(folder: string): boolean {
  try {
    return Object.entries(readManifest(folder)).every(([name, [size]]) => statSync(join(folder, name)).size === size);
  } catch {
    return false;
  }
}

/** True if every file of the manifest has its hash too. Reads all files, which takes about half a second. */
export async function isIntact(folder: string): Promise<boolean> {
  try {
    const files = Object.entries(readManifest(folder));
    const hashes = await Promise.all(files.map(([name]) => hashOf(join(folder, name))));
    return files.every(([, [, hash]], index) => hash === hashes[index]);
  } catch {
    return false;
  }
}

const readManifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
