import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';
import type { Years } from '../../report/report.ts';
import type { Settings } from '../settings.ts';
import type { Waiver } from './waiver.ts';

/** What a waiver is checked against. */
export interface WaiverContext {
  readonly findings: readonly Finding[];
  /** Those that a waiver further up lets stand. */
  readonly waived: ReadonlySet<Finding>;
  readonly years: Years;
  readonly today: string | undefined;
  readonly settings: Settings;
  /** All there are. */
  readonly rules: readonly RuleInfo[];
}

/** What is wrong with a waiver. */
export type WaiverFault = Pick<Finding, 'path' | 'message' | 'hint'>;

/** A rule that waivers must keep; `met` are the findings that the waiver speaks of. */
export interface WaiverRule extends RuleInfo {
  readonly check: (waiver: Waiver, input: WaiverContext, met: readonly Finding[]) => WaiverFault | undefined;
}

export const WAIVER_FORMAT = { zh: '豁免的写法', en: 'how waivers are written' };

const LATE = 'active_disclosure: { normative_documents: { issued: 2, in_force: 0 } }';

/** A report with a waiver, for the examples of the rules. */
export const exampleWaiver = (more: string): string => `${LATE}
waivers:
  - rule: in-force-below-issued
    at: active_disclosure.normative_documents.in_force
    reason: 本年制发的两件都在年内到期失效
${more}`;
