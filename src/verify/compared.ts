import type { PageFault } from '../diagnostics/page-faults.ts';
import type { Text } from '../diagnostics/text.ts';
import type { Obstacle } from './obstacles.ts';

/** What differs between a published file and the one that was built again. */
export interface Differences {
  /** Differences in the content, each with its place in the report file. */
  readonly faults: readonly PageFault[];
  /** Other differences, or why the answer cannot be given. */
  readonly reasons: readonly Text[];
}

/** A published file beside the one that was built again. */
export interface Compared extends Differences {
  readonly isSame: boolean;
  /** Why other bytes prove nothing. */
  readonly obstacles: readonly Obstacle[];
  /** What was seen of a difference that proves nothing. */
  readonly seen?: Text;
}

export const NONE: Differences = { faults: [], reasons: [] };
export const SAME: Compared = { ...NONE, isSame: true, obstacles: [] };
export const differs = ({ faults, reasons }: Differences): boolean => faults.length + reasons.length > 0;
