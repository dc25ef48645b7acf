import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FAMILIES } from './families.ts';
import { wasmPath } from './harfbuzz.ts';
import { fontPath, packageManifest } from './locate.ts';

/**
 * What the fonts of a page are made from: each font and HarfBuzz, with the version of the package and the size of the file. Throws
 * if one is missing.
 */
export function fontVersions(): readonly unknown[] {
  const wasm = wasmPath();
  const fonts = FAMILIES.map((family) => {
    const manifest = packageManifest(family);
    if (manifest === undefined) throw new Error(`${family.package} is missing`);
    return [family.package, ...versionAndSize(manifest, fontPath(family, manifest))];
  });
  return [...fonts, ['harfbuzzjs', ...versionAndSize(join(dirname(wasm), '../package.json'), wasm)]];
}

function versionAndSize(manifest: string, file: string): readonly unknown[] {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return [version, file.slice(dirname(manifest).length), statSync(file).size];
}
