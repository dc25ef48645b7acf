import type { Finding, Severity } from '../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../diagnostics/rule.ts';
import type { Text } from '../diagnostics/text.ts';
import type { Report } from '../report/report.ts';
import type { Settings } from './settings.ts';
import type { Witness } from './sums/witness.ts';

/** The data that a rule checks. */
export interface RuleInput {
  readonly report: Report;
  /** The report for the year before, if it was given and can be read. */
  readonly previous: Report | undefined;
  /** A report that was given as last year's but is for another year: nothing is compared with it. */
  readonly misplaced?: Report;
  readonly settings: Settings;
  /** The name of the file, as given. */
  readonly file?: string | undefined;
  /** `YYYY-MM-DD`; without it, nothing is compared with today. */
  readonly today?: string | undefined;
}

/** A finding as a rule returns it; id, severity and source are filled in from the rule. */
export interface RuleFinding extends Omit<Finding, 'rule' | 'severity' | 'reference' | 'cause' | 'range'> {
  /** Set only if it differs from the rule's severity. */
  readonly severity?: Severity;
  /** The finding of the same rule that causes this one. */
  readonly cause?: RuleFinding;
}

/** A comparison that a rule makes, with the numbers of the report, for `report explain`. */
export interface ComparedNumbers {
  /** The comparison with its numbers: `自然人：12 + 3 = 15`. */
  readonly text: Text;
  /** undefined if a number is not known. */
  readonly holds: boolean | undefined;
}

/** A rule with its check, one file per rule. */
export interface Rule extends RuleInfo {
  /** Returns no findings if a number that it needs is not known: other checks report what is missing. Never throws. */
  readonly check: (input: RuleInput) => readonly RuleFinding[];
  readonly numbers?: (input: RuleInput) => readonly ComparedNumbers[];
  /** Its comparisons with last year's report, to find one wrong number behind several findings. */
  readonly witnesses?: (input: RuleInput) => readonly Witness[];
}
