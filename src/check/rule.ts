import type { Finding, Severity } from '../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../diagnostics/rule.ts';
import type { Text } from '../diagnostics/text.ts';
import type { Report } from '../report/report.ts';
import type { Settings } from './settings.ts';

/** What a rule looks at. */
export interface RuleInput {
  readonly report: Report;
  /** The report for the year before, where one was given and can be read. */
  readonly previous: Report | undefined;
  /** What was given as last year's report and is for another year: nothing is compared with it. */
  readonly misplaced?: Report;
  readonly settings: Settings;
}

/** A finding of a rule: its id, its severity and its source are filled in from the rule. */
export interface RuleFinding extends Omit<Finding, 'rule' | 'severity' | 'reference' | 'cause' | 'range'> {
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  /** The finding of the same rule that this one follows from. */
  readonly cause?: RuleFinding;
}

/** One comparison that a rule makes, with the numbers of the report, for `report explain`. */
export interface ComparedNumbers {
  /** What is compared, with its numbers: `自然人：12 + 3 = 15`. */
  readonly text: Text;
  /** undefined where a number is not known. */
  readonly holds: boolean | undefined;
}

/** A check that stands alone in its file, with what is known of it. */
export interface Rule extends RuleInfo {
  /** Returns nothing where a number it needs is not known: other checks name what is missing. Never throws. */
  readonly check: (input: RuleInput) => readonly RuleFinding[];
  readonly numbers?: (input: RuleInput) => readonly ComparedNumbers[];
}
