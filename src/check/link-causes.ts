import type { Finding, Severity } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import { getIn } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import { type Claim, claimsOf, type Reading } from './claims.ts';
import { labelOf } from './structure/labels.ts';
import type { CommonCause } from './sums/identities.ts';
import { cellsOf, type Witness } from './sums/witness.ts';

/** Findings with the parts that change in them. */
type Changes = Map<Finding, Partial<Pick<Finding, 'cause' | 'hint'>>>;

/**
 * Puts findings under the one that they follow from: those that one wrong number explains, those about a table or row that is
 * written as 0, and sums in the prose with a number that the tables contradict.
 */
export function linkCauses(
  findings: readonly Finding[],
  { years, causes, witnesses }: { years: Reading; causes: readonly CommonCause[]; witnesses: readonly Witness[] },
): Finding[] {
  const changes: Changes = new Map();
  for (const cause of causes) linkCommonCause(findings, cause, changes);
  linkZeros(findings, { report: years.report, witnesses }, changes);
  linkSumsOfProse(findings, years, changes);
  return remade(findings, changes);
}

function linkCommonCause(findings: readonly Finding[], cause: CommonCause, changes: Changes): void {
  const own = findings.filter((one) => cause.witnesses.some(({ isAbout }) => isAbout(one)));
  const group = cause.finding ? [cause.finding, ...own] : own;
  const hint = cause.hint(cause.sums + own.length);
  if (own.length > 0) linkGroup(group, changes, (root) => (root === cause.finding ? hint : both(hint, root.hint)));
}

function both(first: Text | undefined, second: Text | undefined): Text | undefined {
  return first && second ? { zh: `${first.zh}。${second.zh}`, en: `${first.en}. ${second.en}` } : (first ?? second);
}

/** Several comparisons fail because a table, a group or a row is written as 0. */
function linkZeros(
  findings: readonly Finding[],
  { report, witnesses }: { report: Report; witnesses: readonly Witness[] },
  changes: Changes,
): void {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (changes.has(finding)) continue;
    const cells = witnesses.filter(({ isAbout }) => isAbout(finding)).flatMap(cellsOf);
    const [zero, ...others] = new Set(cells.map((path) => zeroAround(report, path)));
    if (zero !== undefined && others.length === 0) groups.set(zero, [...(groups.get(zero) ?? []), finding]);
  }
  for (const [path, group] of groups) {
    const label = labelOf(report, path.split('.'));
    linkGroup(group, changes, () => ({
      zh: `“${label}”整个写成了 0（${path}: 0），这 ${group.length} 处都由此而来：有数就逐行填写，没有就改正文`,
      en: `"${label}" is written as 0 (${path}: 0), and these ${group.length} findings follow from it: fill in its rows, or correct the prose`,
    }));
  }
}

const ZEROS: readonly unknown[] = [0, '0'];

/** The path of the outermost 0 that stands for this cell and others. */
function zeroAround({ data }: Report, cell: string): string | undefined {
  const keys = cell.split('.');
  const paths = keys.slice(0, -1).map((_, depth) => keys.slice(0, depth + 1).join('.'));
  return paths.find((path) => ZEROS.includes(getIn(data, path)));
}

/** Each is compared with each other one; nobody reads so many. */
const MOST_WRONG = 500;

/** Statements about several numbers of the prose. */
const isSum = (kind: Claim['kind']): boolean => kind === 'list' || kind === 'flow' || kind === 'outcomes';

/** 新收46件，办结47件，结转3件 does not add up, because the tables say that 2 and not 3 were carried forward. */
function linkSumsOfProse(findings: readonly Finding[], years: Reading, changes: Changes): void {
  const wrong = claimsOf(years).filter(({ verdict }) => verdict === 'contradicts');
  if (wrong.length > MOST_WRONG) return;
  const findingOf = (claim: (typeof wrong)[number]) =>
    findings.find(({ rule, path, words }) => rule.startsWith('prose-') && path === claim.path && words === claim.words);
  for (const sum of wrong.filter(({ kind }) => isSum(kind))) {
    const part = wrong.find(
      ({ path, kind, figure }) =>
        path === sum.path &&
        kind !== 'list' &&
        figure !== undefined &&
        figure.start >= sum.start &&
        figure.end <= sum.end,
    );
    const [finding, cause] = [findingOf(sum), part && findingOf(part)];
    if (finding && cause && finding !== cause && !changes.has(finding)) linkGroup([cause, finding], changes);
  }
}

/** Makes the most telling finding of a group the cause of the others. */
function linkGroup(group: readonly Finding[], changes: Changes, hint?: (root: Finding) => Text | undefined): void {
  const [root, ...others] = [...group].sort((a, b) => weight(b) - weight(a));
  if (!root || others.length === 0) return;
  for (const one of others) changes.set(one, { ...changes.get(one), cause: root });
  const said = hint?.(root);
  if (said) changes.set(root, { ...changes.get(root), hint: said });
}

const GRAVITY: Readonly<Record<Severity, number>> = { info: 0, warning: 10, error: 20 };

/** An error is never put under a warning. Last year's report and the sums tell more than the prose. */
function weight({ severity, rule, cause }: Finding): number {
  const isProse = rule.startsWith('prose-');
  const isSum = rule.endsWith('-total') || rule.endsWith('-balance');
  return GRAVITY[severity] + (cause ? 0 : 4) + (isProse ? (rule === 'prose-sums' ? -1 : 0) : isSum ? 1 : 2);
}

/** The findings with the changes, also where they are the cause of others. */
function remade(findings: readonly Finding[], changes: Changes): Finding[] {
  const made = new Map<Finding, Finding>();
  // Consequences of consequences stand under the first cause.
  const first = (cause: Finding | undefined): Finding | undefined => {
    const before = cause && (changes.get(cause)?.cause ?? cause.cause);
    return before ? first(before) : cause;
  };
  const remake = (finding: Finding): Finding => {
    const known = made.get(finding);
    if (known) return known;
    const changed = changes.get(finding);
    const cause = first(changed?.cause ?? finding.cause);
    const one = { ...finding, ...changed, ...(cause && { cause: remake(cause) }) };
    made.set(finding, one);
    return one;
  };
  return findings.map(remake);
}
