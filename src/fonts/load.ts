import { readFile } from 'node:fs/promises';
import { type Coverage, readCoverage } from './coverage.ts';
import { FAMILIES, type FamilyId } from './families.ts';
import { type Face, loadFace } from './harfbuzz.ts';
import { fontPath, fontUnavailable, packageManifest } from './locate.ts';
import { isWoff, unwrapWoff } from './woff.ts';

/** A loaded family, ready for subsetting. */
export interface LoadedFont {
  readonly covers: Coverage;
  readonly face: Face;
}

/** Each family is loaded once and kept: it takes about 15 MB and saves 20 to 100 ms for every further document. */
const loaded = new Map<FamilyId, Promise<LoadedFont>>();

/** Loads a bundled family. Throws a `UserError` if its package is missing or its file is damaged. */
export function loadFont(id: FamilyId): Promise<LoadedFont> {
  let font = loaded.get(id);
  if (font === undefined) {
    font = load(id);
    loaded.set(id, font);
    font.catch(() => loaded.delete(id));
  }
  return font;
}

async function load(id: FamilyId): Promise<LoadedFont> {
  const family = FAMILIES.find((one) => one.id === id);
  if (family === undefined) throw new Error(`no font family ${id}`);
  const manifest = packageManifest(family);
  if (manifest === undefined) throw fontUnavailable(family, 'missing');
  let font: Uint8Array;
  let covers: Coverage;
  try {
    const file = await readFile(fontPath(family, manifest));
    font = isWoff(file) ? await unwrapWoff(file) : file;
    covers = readCoverage(font);
  } catch (cause) {
    throw fontUnavailable(family, 'damaged', cause);
  }
  return { covers, face: await loadFace(font) };
}

/** Starts loading every bundled family in the background. Ignores missing families. */
export function preloadFonts(): void {
  for (const { id } of FAMILIES) loadFont(id).catch(() => undefined);
}
