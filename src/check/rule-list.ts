import type { RuleInfo } from '../diagnostics/rule.ts';
import { RULES } from './rules/index.ts';

/** Every rule id that a finding may have, with what is known of it. */
export const ALL_RULES: readonly RuleInfo[] = [...RULES];
