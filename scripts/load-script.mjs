// Loads a TypeScript module into a script that Node runs as it is.
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The module in this file, `scripts/pages.ts`, with what it imports of ours. */
export async function loadScript(file) {
  const outfile = join(root, 'dist', `${basename(file, '.ts')}.mjs`);
  const entryPoints = [join(root, file)];
  await build({ entryPoints, outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm' });
  const module = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  return module;
}
