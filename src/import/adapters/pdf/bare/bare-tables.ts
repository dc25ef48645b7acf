import type { DrawnWord } from '../drawn-words.ts';
import { type BareGrid, bareGrid } from './bare-grid.ts';
import { partLines } from './parts.ts';
import { segmentsOf } from './segments.ts';

/** Tables without any line or ground, found only by the white space between their words. */
export const bareTables = (words: readonly DrawnWord[]): BareGrid[] => segmentsOf(partLines(words)).map(bareGrid);
