import { carriedOver } from './carried-over.ts';
import type { Rule } from './rule.ts';

/** Every rule that stands in a file of its own, in the order of `report explain`. */
export const RULES: readonly Rule[] = [carriedOver];
