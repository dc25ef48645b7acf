import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Rule, RuleFinding, RuleInput } from './rule.ts';
import { RULES } from './rules/index.ts';

/** Runs the rules. Each finding has the id, severity and source of its rule. A rule that is off by default runs only if the settings give it a severity. */
export function runRules(given: RuleInput): Finding[] {
  const input = withYearBefore(given);
  const asked = RULES.filter(({ id, off }) => !off || given.settings.severities[id] !== undefined);
  return asked.flatMap((rule) => asFindings(rule, rule.check(input)));
}

/** A report is compared only with that for the year before; a report for another year becomes `misplaced`. */
export function withYearBefore({ previous, ...input }: RuleInput): RuleInput {
  const { year } = input.report;
  if (!previous || (year !== undefined && previous.year === year - 1)) return { ...input, previous };
  return { ...input, previous: undefined, misplaced: previous };
}

function asFindings(rule: Rule, found: readonly RuleFinding[]): Finding[] {
  const made = new Map<RuleFinding, Finding>();
  const make = (one: RuleFinding): Finding => {
    const known = made.get(one);
    if (known) return known;
    const { cause, severity = rule.severity, ...rest } = one;
    const finding = { rule: rule.id, severity, reference: rule.source, ...rest, ...(cause && { cause: make(cause) }) };
    made.set(one, finding);
    return finding;
  };
  return found.map(make);
}
