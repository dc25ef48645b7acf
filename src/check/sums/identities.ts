import type { Finding, Related } from '../../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';
import type { Text } from '../../diagnostics/text.ts';
import { identities } from '../../form/2021/identities.ts';
import type { Equation } from '../../form/equations.ts';
import { type Cell, shortName } from '../../report/cell.ts';
import type { Report } from '../../report/report.ts';
import { describeSides, nameOfSide } from './describe-sides.ts';
import { type CellChange, findFaults, type SumFault } from './faults.ts';
import { type Gaps, onlyValue } from './gaps.ts';
import { type Side, sidesOf } from './sides.ts';
import { type SlippedNumber, slippedNumber } from './slipped.ts';
import type { Witness } from './witness.ts';

/** The identities as rules, made from the definitions in `src/form`; they cannot be switched off. */
export const IDENTITY_RULES: readonly RuleInfo[] = identities.map(
  ({ rule, reference, title, why, formula, example }) => ({
    id: rule,
    severity: 'error',
    title,
    why,
    formula,
    source: reference,
    fixed: true,
    example,
  }),
);

/** One wrong number behind findings about sums and findings of rules. */
export interface CommonCause {
  /** The finding about the first of the sums; undefined if no sum is broken. */
  readonly finding: Finding | undefined;
  /** The findings of rules that it also explains. */
  readonly witnesses: readonly Witness[];
  /** The change that would correct all of them, given their number. */
  readonly hint: (findings: number) => Text | undefined;
  /** How many broken sums it explains. */
  readonly sums: number;
}

/**
 * Checks every identity of the form in every column and row, as far as the known numbers allow, and finds the wrong numbers
 * that also explain failed comparisons with other numbers.
 */
export function checkSums(
  report: Report,
  gaps: Gaps,
  witnesses: readonly Witness[],
): { findings: Finding[]; causes: CommonCause[] } {
  const { cells, equations } = report;
  const broken = equations.filter((equation) => gaps.broken.has(equation));
  const found = findFaults({ cells, equations, witnesses }, gaps.broken);
  const faults = new Map(found.flatMap((fault) => fault.settles.map((equation) => [equation, fault])));
  const slipped = found.length === 0 ? slippedNumber(report, broken) : undefined;
  if (slipped) return { findings: slippedFindings(report, slipped, { broken, gaps }), causes: [] };
  // Findings that are causes are made first, so that their consequences can refer to them.
  const first = new Map(
    broken.flatMap((equation) => {
      const fault = faults.get(equation);
      if (fault && fault.settles[0] !== equation) return [];
      return [[equation, fault ? faultFinding(report, fault, gaps) : brokenEquation(report, equation, gaps)]];
    }),
  );
  const findings = broken.map((equation) => {
    const origin = originOf(equation, broken, faults);
    const own = first.get(equation) ?? brokenEquation(report, equation, gaps);
    const cause = origin && origin !== equation ? first.get(origin) : undefined;
    return cause ? { ...own, cause } : own;
  });
  return { findings, causes: found.flatMap((fault) => causeOf(fault, first)) };
}

/** One finding at the number that is in the wrong column; the other column follows from it. */
function slippedFindings(
  report: Report,
  { equations, cell, hint }: SlippedNumber,
  { broken, gaps }: { broken: readonly Equation[]; gaps: Gaps },
): Finding[] {
  const cause = { ...brokenEquation(report, equations[0], gaps), path: cell.path.split('.'), hint };
  return broken.map((one) => (one === equations[0] ? cause : { ...brokenEquation(report, one, gaps), cause }));
}

function causeOf({ changes, settles, witnesses }: SumFault, findings: ReadonlyMap<Equation, Finding>): CommonCause[] {
  const [first] = settles;
  if (witnesses.length === 0) return [];
  const hint = (count: number) => hintFor(changes, settled(count, true));
  return [{ finding: first && findings.get(first), witnesses, hint, sums: settles.length }];
}

/** The equation that causes a broken one: the first that the same wrong cell explains, or a broken part of its sum. */
function originOf(
  equation: Equation,
  broken: readonly Equation[],
  faults: ReadonlyMap<Equation, SumFault>,
): Equation | undefined {
  const fault = faults.get(equation);
  if (fault) return fault.settles[0];
  const part = brokenPart(equation, broken);
  return part && (faults.get(part)?.settles[0] ?? part);
}

/**
 * An identity in a total column is the sum of the same identity in the other columns and of the row totals.
 * If it is broken and all numbers are known, one of those is broken too.
 */
function brokenPart(equation: Equation, broken: readonly Equation[]): Equation | undefined {
  if (!equation.derived) return undefined;
  const operands = new Set([...equation.left, ...equation.right]);
  return broken.find((other) => {
    if (other.derived) return false;
    const rowTotal = other.identity.across === 'rows' && operands.has(other.left[0] ?? '');
    return other.identity === equation.identity || rowTotal;
  });
}

function brokenEquation(report: Report, equation: Equation, gaps: Gaps): Finding {
  const { left, right } = sidesOf(report.cells, equation, gaps.known);
  const message = describeDifference(equation, left, right);
  const [first, ...others] = [...left.cells, ...right.cells];
  const { rule, reference } = equation.identity;
  const { number } = report.form.notice;
  return {
    rule,
    severity: 'error',
    path: (first?.path ?? '').split('.'),
    message: {
      zh: `${equation.subject}：${message.zh}`,
      en: `${equation.subject}: ${message.en}`,
    },
    reference: { zh: `${number}，${reference.zh}`, en: `${number}, ${reference.en}` },
    related: others.map((cell) => relatedCell(cell, gaps)),
  };
}

/** A choice between more cells than this does not help the reader. */
const MOST_CHANGES = 3;

/** The finding for the first equation of a fault. If only one cell explains it, its place is that cell, and the hint gives the number. */
function faultFinding(report: Report, { changes, settles }: SumFault, gaps: Gaps): Finding {
  const equation = settles[0] as Equation;
  const finding = brokenEquation(report, equation, gaps);
  const [first] = changes;
  const hint = hintFor(changes, settled(settles.length, false));
  if (!first || !hint) return finding;
  if (changes.length > 1) return { ...finding, hint };
  const operands = [...equation.left, ...equation.right].filter((path) => path !== first.cell.path);
  return {
    ...finding,
    path: first.cell.path.split('.'),
    hint,
    related: operands.flatMap((path) => {
      const other = report.cells.get(path);
      return other ? [relatedCell(other, gaps)] : [];
    }),
  };
}

/** `done`: what the change does. */
function hintFor(changes: readonly CellChange[], done: Text): Text | undefined {
  const [first] = changes;
  if (!first || changes.length > MOST_CHANGES) return undefined;
  return changes.length === 1 ? hintOf(first, done) : choiceOf(changes, done);
}

const settled = (count: number, isMore: boolean): Text => {
  const done = isMore ? '对上了' : '平了';
  return {
    zh: count === 1 ? `这一处就${done}` : `这 ${count} 处就都${done}`,
    en: `would fix ${count === 1 ? 'this finding' : `these ${count} findings`}`,
  };
};

function hintOf(change: CellChange, done: Text): Text {
  const { zh, en } = told(change);
  return { zh: `${zh}，${done.zh}`, en: `${en} ${done.en}` };
}

function choiceOf(changes: readonly CellChange[], done: Text): Text {
  const zh = changes.map((change) => told(change).zh).join('；或者');
  const en = changes.map((change) => told(change).en).join(', or ');
  return { zh: `改一处，${done.zh}：${zh}`, en: `One change ${done.en}: ${en}` };
}

/** “…”由 4 改成 3（总计由 4 改成 3） */
function told({ cell, instead, total }: CellChange): Text {
  const [zh, en] = total
    ? [`（总计由 ${total.cell.text} 改成 ${total.instead}）`, ` (总计: ${total.cell.text} -> ${total.instead})`]
    : ['', ''];
  return {
    zh: `“${cell.name}”由 ${cell.text} 改成 ${instead}${zh}`,
    en: `${cell.name}: ${cell.text} -> ${instead}${en}`,
  };
}

/** Describes the difference between the sides. Counts are never negative, so the known cells are a lower bound. */
function describeDifference(equation: Equation, left: Side, right: Side): Text {
  const difference = Math.abs(left.sum - right.sum);
  const unknown = left.unknown.length + right.unknown.length;
  if (unknown === 0) {
    const { zh, en } = describeSides(equation, left, right);
    return { zh: `${zh}，相差 ${difference}`, en: `${en}; a difference of ${difference}` };
  }
  const [partial, whole] = left.sum > right.sum ? [left, right] : [right, left];
  if (whole.unknown.length === 0 && partial.sum > whole.sum) {
    const { zh, en } = describeSides(equation, partial, whole);
    return {
      zh: `还有 ${unknown} 个数不知道，可是${zh}，已经多出 ${difference}`,
      en: `numbers still unknown: ${unknown}; but ${en}, which is already ${difference} too many`,
    };
  }
  const [l, r] = [span(left), span(right)];
  const [one, other] = [nameOfSide(equation, left), nameOfSide(equation, right)];
  return {
    zh: `还有 ${unknown} 个数不知道，可是按其他行列推算，${one.zh}${l.zh}，${other.zh}${r.zh}，怎么填都不平`,
    en: `numbers still unknown: ${unknown}; according to the other rows and columns ${one.en} is ${l.en} and ${other.en} is ${r.en}, so they cannot be equal`,
  };
}

function span({ least, most }: Side): Text {
  if (least === most) return { zh: `只能是 ${least}`, en: `${least}` };
  if (most === Number.POSITIVE_INFINITY) return { zh: `至少是 ${least}`, en: `${least} or more` };
  return { zh: `在 ${least} 到 ${most} 之间`, en: `between ${least} and ${most}` };
}

function relatedCell(cell: Cell, gaps: Gaps): Related {
  const only = onlyValue(gaps, cell.path);
  const { zh, en } = relatedText(cell, only);
  const name = shortName(cell);
  const minor = (cell.value ?? only) === 0 && { minor: true as const };
  return { path: cell.path.split('.'), ...minor, message: { zh: `${name}：${zh}`, en: `${name}: ${en}` } };
}

function relatedText({ state, text }: Cell, only: number | undefined): Text {
  if (state === 'computed') return { zh: `${text}（算出）`, en: `${text} (computed)` };
  if (state !== 'unknown') return { zh: text, en: text };
  if (only === undefined) return { zh: '不知道', en: 'unknown' };
  return { zh: `不知道，推算只能是 ${only}`, en: `unknown; it can only be ${only}` };
}
