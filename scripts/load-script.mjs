// Loads a TypeScript module in a script that Node runs without a build.
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Bundles and imports a module of the project, for example `scripts/pages.ts`. */
export async function loadScript(file) {
  const outfile = join(root, 'dist', `${basename(file, '.ts')}.mjs`);
  const entryPoints = [join(root, file)];
  await build({ entryPoints, outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm' });
  const module = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  return module;
}
