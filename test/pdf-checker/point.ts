import type { Text } from '../../src/diagnostics/text.ts';
import type { PdfFile } from './pdf-file.ts';

/** A point of a standard that a program can decide. */
export interface Point {
  /** The number of the failure condition in the Matterhorn Protocol 1.1, or of the clause in ISO 19005-3. */
  readonly id: string;
  /** What is demanded, in our words. */
  readonly demands: Text;
  /** Returns where the file breaks it. Nothing is returned if it is kept. */
  readonly breaches: (file: PdfFile) => Iterable<string>;
}

/** Points of a standard that belong together. */
export interface PointGroup {
  readonly title: Text;
  readonly points: readonly Point[];
}

/** Where a point is broken, unless it is kept. */
export const unless = (kept: boolean, where: string): string[] => (kept ? [] : [where]);

export const point = (id: string, zh: string, en: string, breaches: Point['breaches']): Point => ({
  id,
  demands: { zh, en },
  breaches,
});
