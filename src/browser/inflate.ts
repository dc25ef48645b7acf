import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { writeManifest } from './manifest.ts';
import type { PackagedSource } from './packaged-source.ts';

/** The file name of the unpacked browser. The libraries are in the folder `lib` next to it. */
export const PROGRAM = 'chrome-headless-shell';

const CHUNK = 1 << 20;

/** Unpacks the browser and its libraries into an existing empty folder. Takes about two seconds and 200 MB. */
export async function inflate(source: PackagedSource, folder: string, signal?: AbortSignal): Promise<void> {
  const { unpackTar } = await import('modern-tar/fs');
  const options = signal ? { signal } : {};
  const done = await Promise.allSettled([
    pipeline(reader(source.browser), brotli(), createWriteStream(join(folder, PROGRAM), { mode: 0o700 }), options),
    pipeline(reader(source.libraries), brotli(), unpackTar(folder, { dmode: 0o700, fmode: 0o600 }), options),
  ]);
  // Both have stopped writing, so the caller can remove the folder.
  for (const one of done) if (one.status === 'rejected') throw one.reason;
  await writeManifest(folder);
}

function reader(path: string) {
  return createReadStream(path, { highWaterMark: CHUNK });
}

function brotli() {
  return createBrotliDecompress({ chunkSize: CHUNK });
}
