// Loads a TypeScript module of scripts/ into a script that Node runs as it is.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The module scripts/NAME.ts, with what it imports of ours. */
export async function loadScript(name) {
  const outfile = join(root, 'dist', `${name}.mjs`);
  const entryPoints = [join(root, `scripts/${name}.ts`)];
  await build({ entryPoints, outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm' });
  const module = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  return module;
}
