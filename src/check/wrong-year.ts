import type { Finding } from '../diagnostics/diagnostic.ts';
import { isData } from '../report/access.ts';
import { readReport } from '../report/report.ts';
import type { RuleInput } from './rule.ts';
import { probableYear, reportYear } from './rules/report-year.ts';
import { withYearBefore } from './run-rules.ts';

/**
 * Makes findings consequences of a wrong year: those that disappear if the report is read with its probable year.
 * `check` returns all findings of a report.
 */
export function linkToYear(
  input: RuleInput,
  findings: readonly Finding[],
  check: (input: RuleInput) => readonly Finding[],
): readonly Finding[] {
  const { data } = input.report;
  const cause = findings.find(({ rule }) => rule === reportYear.id);
  const year = cause && probableYear(withYearBefore(input));
  if (!cause || year === undefined || !isData(data)) return findings;
  const report = readReport({ ...data, year }, input.previous);
  const left = new Set(check({ ...input, report }).map(nameOf));
  const linked = new Map<Finding, Finding>();
  for (const one of findings)
    if (one !== cause && !one.cause && !left.has(nameOf(one))) linked.set(one, { ...one, cause });
  return findings.map((one) => linked.get(one) ?? followed(one, linked));
}

/** A finding whose own cause has become a consequence. */
function followed(one: Finding, linked: ReadonlyMap<Finding, Finding>): Finding {
  const cause = one.cause && linked.get(one.cause);
  return cause ? { ...one, cause } : one;
}

const nameOf = ({ rule, path, words = '' }: Finding): string => `${rule} ${path.join('.')} ${words}`;
