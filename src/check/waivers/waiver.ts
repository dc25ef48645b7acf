import type { Finding, Path } from '../../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';

/** How a waiver stands: in force, or why it is not. */
export type WaiverState = 'in-force' | 'void' | 'expired' | 'unused' | 'invalid';

/** A waiver of a report file, with what became of it. */
export interface WaiverStatus {
  readonly path: Path;
  readonly rule: string;
  readonly at: string;
  readonly reason: string;
  readonly approvedBy?: string;
  readonly expires?: string;
  readonly state: WaiverState;
  /** The findings it lets stand. */
  readonly waives: readonly Finding[];
}

/** One waiver as the file has it. */
export type Waiver = Omit<WaiverStatus, 'state' | 'waives'> & { readonly words?: string; readonly values: unknown };

/** May findings of this rule stand? A finding about a waiver can't itself be waived. */
export const canBeWaived = ({ id, fixed }: RuleInfo): boolean => !fixed && !id.startsWith('waiver-');
