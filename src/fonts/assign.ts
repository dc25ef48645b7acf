import type { Coverage } from './coverage.ts';
import { FAMILIES, type FamilyId } from './families.ts';

/** The code points for the subset of each family, and those that no bundled font has. */
export interface Assignment {
  readonly codePoints: ReadonlyMap<FamilyId, ReadonlySet<number>>;
  readonly missing: readonly number[];
}

/**
 * The families that draw text set in `id`: itself, then its fallbacks. CSS must list them in the same order. The title's is no
 * fallback: it has the same characters as 宋体.
 */
export function fallbackOrder(id: FamilyId): FamilyId[] {
  return [id, ...FAMILIES.map((family) => family.id).filter((other) => other !== id && other !== 'title')];
}

/** Assigns every code point to the first family in its fallback order that has it. */
export async function assign(
  request: ReadonlyMap<FamilyId, ReadonlySet<number>>,
  coverage: (id: FamilyId) => Promise<Coverage | undefined>,
): Promise<Assignment> {
  const codePoints = new Map<FamilyId, Set<number>>([...request.keys()].map((id) => [id, new Set()]));
  const missing = new Set<number>();
  for (const [id, wanted] of request) {
    let rest = [...wanted];
    for (const candidate of fallbackOrder(id)) {
      if (rest.length === 0) break;
      const covers = await coverage(candidate);
      if (covers === undefined) continue;
      const held = rest.filter(covers);
      rest = rest.filter((codePoint) => !covers(codePoint));
      const set = codePoints.get(candidate) ?? new Set();
      for (const codePoint of held) set.add(codePoint);
      if (set.size > 0) codePoints.set(candidate, set);
    }
    for (const codePoint of rest) missing.add(codePoint);
  }
  return { codePoints, missing: [...missing].sort((a, b) => a - b) };
}
