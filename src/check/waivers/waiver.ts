import type { Finding, Path } from '../../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';

/** The state of a waiver: in force, or the reason why it is not. */
export type WaiverState = 'in-force' | 'void' | 'expired' | 'unused' | 'invalid';

/** A waiver of a report file, with its state. */
export interface WaiverStatus {
  readonly path: Path;
  readonly rule: string;
  readonly at: string;
  readonly reason: string;
  readonly approvedBy?: string;
  readonly expires?: string;
  readonly state: WaiverState;
  /** The findings that it waives. */
  readonly waives: readonly Finding[];
}

/** A waiver as written in the file. */
export type Waiver = Omit<WaiverStatus, 'state' | 'waives'> & { readonly words?: string; readonly values: unknown };

/** Whether findings of this rule can be waived. A finding about a waiver can't be. */
export const canBeWaived = ({ id, fixed }: RuleInfo): boolean => !fixed && !id.startsWith('waiver-');
