import type { Severity } from './diagnostic.ts';
import { say, type Text } from './text.ts';

/**
 * What a rule demands, shown on reports that differ in one fact. Each is the part of a report file that matters, as YAML:
 * the tests lay it over a report in which nothing happened, and the rule must be silent on `good` and speak on `bad`.
 */
export interface RuleExample {
  readonly good: string;
  readonly bad: string;
  /** Last year's report, for the rules that compare two years. */
  readonly previous?: string;
}

/** What is known of a rule: `report explain`, the rules page and the reporters print it. */
export interface RuleInfo {
  /** Public and stable: words, joined by dashes. */
  readonly id: string;
  /** Where no configuration says otherwise; a finding may be graver or milder when the rule says why. */
  readonly severity: Severity;
  /** What it demands, in one line. */
  readonly title: Text;
  readonly why: Text;
  /** The law, the form or the practice it comes from. */
  readonly source: Text;
  /** The same as a formula, where it is one. */
  readonly formula?: Text;
  /** Without it a report says nothing that can be trusted: it can be neither waived nor switched off. */
  readonly fixed?: true;
  /** Speaks only where the configuration gives it a severity. */
  readonly off?: true;
  readonly example: RuleExample;
}

export const FILE_FORMAT: Text = say('报告文件的格式', 'the format of the report file');

/** A rule about the file as such: an error, and without it the report can't be read, so that it is `fixed`. */
export const fixedRule = (
  rule: Omit<RuleInfo, 'severity' | 'fixed' | 'source'> & Partial<Pick<RuleInfo, 'source'>>,
): RuleInfo => ({ severity: 'error', fixed: true, source: FILE_FORMAT, ...rule });
