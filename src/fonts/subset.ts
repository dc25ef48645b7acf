import { UserError } from '../diagnostics/user-error.ts';
import { assign } from './assign.ts';
import type { Coverage } from './coverage.ts';
import type { FamilyId } from './families.ts';
import { loadFont } from './load.ts';
import { packed, type SubsetCache, subsetName, unpacked } from './subset-cache.ts';
import type { SubsetRequest, SubsetResult } from './subset-request.ts';

/** Line ends, variation selectors, zero-width spaces: they are not drawn, so they can't be missing. */
const UNDRAWN = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** Whether a character is visible on paper. */
export const isDrawn = (character: string): boolean => !UNDRAWN.test(character);

/**
 * Subsets of the bundled fonts with only the requested characters. A character that its family does not have is taken from
 * another family. If the subsets are in the cache, the fonts are not loaded. Throws a `UserError` if the package of a
 * requested family is missing or damaged.
 */
export async function subsetFonts(request: SubsetRequest, cache?: SubsetCache): Promise<SubsetResult> {
  const name = cache && subsetName(request);
  if (name === undefined) return subset(request);
  const kept = cache?.read(name);
  const known = kept && unpacked(kept);
  if (known) return known;
  const made = await subset(request);
  cache?.write(name, packed(made));
  return made;
}

async function subset(request: SubsetRequest): Promise<SubsetResult> {
  const wanted = new Map<FamilyId, Set<number>>();
  for (const [id, text] of Object.entries(request) as [FamilyId, Iterable<string>][])
    wanted.set(id, codePointsOf(text));
  await Promise.all([...wanted.keys()].map(loadFont));

  const coverage = (id: FamilyId) => (wanted.has(id) ? coverageOf(id) : coverageOf(id).catch(whereInstalled));
  const { codePoints, missing } = await assign(wanted, coverage);
  const fonts = new Map<FamilyId, Uint8Array>();
  for (const [id, held] of codePoints) fonts.set(id, (await loadFont(id)).face.subset(held));
  return { fonts, missing: missing.map((codePoint) => String.fromCodePoint(codePoint)) };
}

function codePointsOf(text: Iterable<string>): Set<number> {
  const codePoints = new Set<number>();
  for (const piece of text) {
    for (const character of piece) {
      if (isDrawn(character)) codePoints.add(character.codePointAt(0) ?? 0);
    }
  }
  return codePoints;
}

async function coverageOf(id: FamilyId): Promise<Coverage> {
  return (await loadFont(id)).covers;
}

/** A family that is needed only as a fallback may be absent. */
function whereInstalled(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error;
}
