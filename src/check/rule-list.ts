import type { RuleInfo } from '../diagnostics/rule.ts';
import { IDENTITY_RULES } from './identity-rules.ts';
import { RULES } from './rules/index.ts';
import { STRUCTURE_RULES } from './structure-rules.ts';
import { WAIVER_RULES } from './waiver-rules.ts';

/** Every rule id that a finding may have, with what is known of it. */
export const ALL_RULES: readonly RuleInfo[] = [...IDENTITY_RULES, ...RULES, ...WAIVER_RULES, ...STRUCTURE_RULES];
