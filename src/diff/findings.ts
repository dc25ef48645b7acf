import { isAboutContent } from '../check/published/about-content.ts';
import { PUBLISHED_RULES } from '../check/published/rules.ts';
import { cellUnknown } from '../check/structure/cell-unknown.ts';
import { previousUnreadable } from '../check/structure/previous-unreadable.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ComparedReport } from './read.ts';
import type { ChangedFinding, ChangedFindings } from './types.ts';

/**
 * The findings that only one of the reports has. Those of the same rule at the same place are the same, whatever their
 * numbers; the number of a part in a list does not count, because parts are moved.
 */
export function changedFindings(before: ComparedReport, after: ComparedReport): ChangedFindings {
  const isRead = before.source.published !== undefined || after.source.published !== undefined;
  const [old, now] = [before, after].map(({ diagnostics }) => diagnostics.filter((one) => counts(one, isRead)));
  return { broken: onlyIn(now, old, after), cleared: onlyIn(old, now, before) };
}

type Findings = readonly Diagnostic[] | undefined;

function onlyIn(own: Findings = [], others: Findings = [], { diagnostics }: ComparedReport): ChangedFinding[] {
  // The very same findings are paired first, so that what is left of a rule and place are the new ones.
  const [left, rest] = unpaired(own, others, ({ fingerprint }) => fingerprint);
  const [alone] = unpaired(left, rest, placeOf);
  return withoutConsequences(diagnostics, alone);
}

/** What is left of both lists when each finding is paired with one of the same key. */
function unpaired(
  own: readonly Diagnostic[],
  others: readonly Diagnostic[],
  keyOf: (finding: Diagnostic) => string,
): [own: Diagnostic[], others: Diagnostic[]] {
  const waiting = new Map<string, Diagnostic[]>();
  for (const other of others.toReversed()) {
    const same = waiting.get(keyOf(other));
    if (same) same.push(other);
    else waiting.set(keyOf(other), [other]);
  }
  const left = own.filter((finding) => waiting.get(keyOf(finding))?.pop() === undefined);
  return [left, [...waiting.values()].flat()];
}

/** Leaves out what follows from another finding of the list, and counts it there. */
function withoutConsequences(all: readonly Diagnostic[], alone: readonly Diagnostic[]): ChangedFinding[] {
  const listed = new Set(alone);
  const consequences = new Map<Diagnostic, number>();
  const first = alone.filter(({ cause }) => {
    const found = cause === undefined ? undefined : all[cause];
    if (!found || !listed.has(found)) return true;
    consequences.set(found, (consequences.get(found) ?? 0) + 1);
    return false;
  });
  return first.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    path: finding.path.join('.'),
    message: finding.message,
    consequences: consequences.get(finding) ?? 0,
  }));
}

/**
 * Findings about the reading of a file and about where last year's file is say nothing about the report. Beside a published file,
 * neither do those about how YAML is written; unknown cells are then reported in other groups, and each is compared as a cell.
 */
const counts = (finding: Diagnostic, isRead: boolean): boolean =>
  !ABOUT_FILES.has(finding.rule) && !(isRead && (finding.rule === cellUnknown.id || !isAboutContent(finding)));

const ABOUT_FILES = new Set([...PUBLISHED_RULES, previousUnreadable].map(({ id }) => id));

const placeOf = ({ rule, path }: Diagnostic): string =>
  `${rule}@${path.map((key) => (typeof key === 'number' ? '*' : key)).join('.')}`;
