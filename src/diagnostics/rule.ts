import type { Severity } from './diagnostic.ts';
import { say, type Text } from './text.ts';

/**
 * Shows what a rule requires, with two reports that differ in one fact. Each is the relevant part of a report file, as YAML.
 * The tests merge it into a report in which all numbers are 0; `good` must have no finding of the rule and `bad` must have one.
 */
export interface RuleExample {
  readonly good: string;
  readonly bad: string;
  /** Last year's report, for the rules that compare two years. */
  readonly previous?: string;
}

/** Information about a rule, printed by `report explain`, on the rules page and by the reporters. */
export interface RuleInfo {
  /** Public and stable: words joined by hyphens. */
  readonly id: string;
  /** The default severity, which the settings can change. A finding can have another one if the rule says why. */
  readonly severity: Severity;
  /** What it requires, in one line. */
  readonly title: Text;
  readonly why: Text;
  /** The law, the form or the practice that it comes from. */
  readonly source: Text;
  /** The title as a formula, if it can be written as one. */
  readonly formula?: Text;
  /** Set if a report that breaks the rule cannot be trusted: the rule can neither be waived nor switched off. */
  readonly fixed?: true;
  /** Set if the rule is off unless the settings give it a severity. */
  readonly off?: true;
  readonly example: RuleExample;
}

export const FILE_FORMAT: Text = say('报告文件的格式', 'the format of the report file');

/** Makes a rule about the file itself: an error, and `fixed` because a file that breaks it can't be read as a report. */
export const fixedRule = (
  rule: Omit<RuleInfo, 'severity' | 'fixed' | 'source'> & Partial<Pick<RuleInfo, 'source'>>,
): RuleInfo => ({ severity: 'error', fixed: true, source: FILE_FORMAT, ...rule });
