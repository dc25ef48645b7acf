import type { FamilyId } from './families.ts';

/** The text set in each family. Only the set of its characters matters. */
export type SubsetRequest = Partial<Record<FamilyId, Iterable<string>>>;

export interface SubsetResult {
  /** A TrueType font for every requested family and for each fallback that was needed. */
  readonly fonts: ReadonlyMap<FamilyId, Uint8Array>;
  /** Characters that no bundled font has, in code point order. */
  readonly missing: readonly string[];
}
