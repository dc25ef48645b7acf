import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A TypeScript module of this folder as a running one. Packages are not bundled. */
export async function load(name) {
  const folder = new URL('../../node_modules/.cache/bench/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const outfile = new URL(name.replace(/\.ts$/, '.mjs'), folder);
  await build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    outfile: fileURLToPath(outfile),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(outfile.href);
}
