import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';
import type { Years } from '../../report/report.ts';
import type { Settings } from '../settings.ts';
import type { Waiver } from './waiver.ts';

/** The data that a waiver is checked against. */
export interface WaiverContext {
  readonly findings: readonly Finding[];
  /** The findings that an earlier waiver in the list waives. */
  readonly waived: ReadonlySet<Finding>;
  readonly years: Years;
  readonly today: string | undefined;
  readonly settings: Settings;
  /** All rules of the tool. */
  readonly rules: readonly RuleInfo[];
}

/** A fault of a waiver, without the rule and the severity. */
export type WaiverFault = Pick<Finding, 'path' | 'message' | 'hint'>;

/** A rule about waivers; `met` are the findings that the waiver matches. */
export interface WaiverRule extends RuleInfo {
  readonly check: (waiver: Waiver, input: WaiverContext, met: readonly Finding[]) => WaiverFault | undefined;
}

export const WAIVER_FORMAT = { zh: '豁免的写法', en: 'the format of waivers' };

const LATE = 'active_disclosure: { normative_documents: { issued: 2, in_force: 0 } }';

/** Makes a report with a waiver, for the examples of the rules. */
export const exampleWaiver = (more: string): string => `${LATE}
waivers:
  - rule: in-force-below-issued
    at: active_disclosure.normative_documents.in_force
    reason: 本年制发的两件都在年内到期失效
${more}`;
