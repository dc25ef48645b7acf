import type { Finding } from '../../diagnostics/diagnostic.ts';
import { rangeAt, type Source } from '../../source/parse.ts';
import { yamlComment } from '../../source/remarks/rules.ts';

/** Findings for values that YAML reads, but not as they were meant. */
export const checkRemarks = ({ remarks, lines }: Source): Finding[] =>
  remarks.map(({ message: { rule, message, hint }, start, end, path }) => ({
    rule: rule.id,
    severity: rule.severity,
    message,
    hint,
    path,
    range: rangeAt(lines, start, end),
  }));

/** What is said about a text of which YAML reads only a part follows from that. */
export function linkToRemarks(findings: readonly Finding[]): Finding[] {
  const causes = findings.filter(({ rule }) => rule === yamlComment.id);
  if (causes.length === 0) return [...findings];
  return findings.map((finding) => {
    const path = finding.path.join('.');
    const cause = causes.find((one) => one !== finding && one.path.join('.') === path);
    return cause && !finding.cause ? { ...finding, cause } : finding;
  });
}
