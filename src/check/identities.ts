import type { Finding, Related } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import type { Equation } from '../form/equations.ts';
import type { Cell } from '../report/cell.ts';
import type { Report } from '../report/report.ts';

/** One side of an equation: what is known of it. */
interface Side {
  readonly cells: readonly Cell[];
  readonly sum: number;
  readonly unknown: number;
}

/** Checks every identity of the form in every column and row, as far as what is known allows. */
export function checkIdentities(report: Report): Finding[] {
  const broken = new Map<Equation, Finding>();
  for (const equation of report.equations) {
    const finding = checkEquation(report, equation);
    if (finding) broken.set(equation, finding);
  }
  return [...broken].map(([equation, finding]) => {
    const cause = causeOf(equation, broken);
    return cause ? { ...finding, cause } : finding;
  });
}

function checkEquation(report: Report, equation: Equation): Finding | undefined {
  const left = side(report, equation.left);
  const right = side(report, equation.right);
  const message = judge(left, right);
  if (!message) return undefined;
  const [first, ...others] = [...left.cells, ...right.cells];
  if (!first) return undefined;
  const { rule, statement, reference } = equation.identity;
  return {
    rule,
    severity: 'error',
    path: first.path.split('.'),
    message: {
      zh: `${equation.subject}：${statement.zh}；${message.zh}`,
      en: `${equation.subject}: ${statement.en}; ${message.en}`,
    },
    reference: {
      zh: `${report.form.notice.number}，${reference.zh}`,
      en: `${report.form.notice.number}, ${reference.en}`,
    },
    related: others.map(relatedCell),
  };
}

function side(report: Report, paths: readonly string[]): Side {
  const cells = paths.map((path) => report.cells.get(path)).filter((cell) => cell !== undefined);
  const sum = cells.reduce((total, { value }) => total + (value ?? 0), 0);
  return { cells, sum, unknown: cells.filter(({ value }) => value === undefined).length };
}

/** What is wrong between the sides, if what is known already says so. Counts are never negative, so known parts are a lower bound. */
function judge(left: Side, right: Side): Text | undefined {
  const difference = Math.abs(left.sum - right.sum);
  const unknown = left.unknown + right.unknown;
  if (unknown === 0) {
    if (difference === 0) return undefined;
    return {
      zh: `左边是 ${written(left)}，右边是 ${written(right)}，相差 ${difference}`,
      en: `the left side is ${written(left)}, the right side ${written(right)}, a difference of ${difference}`,
    };
  }
  if (left.unknown > 0 && right.unknown > 0) return undefined;
  const [partial, whole] = left.unknown > 0 ? [left, right] : [right, left];
  if (partial.sum <= whole.sum) return undefined;
  return {
    zh: `还有 ${unknown} 个数不知道，已知的 ${written(partial)} 已经超过 ${written(whole)}，多出 ${difference}`,
    en: `${unknown} more unknown, and the known ${written(partial)} already exceeds ${written(whole)} by ${difference}`,
  };
}

/** `7 + 6 = 13`; zeros are not worth showing. */
function written({ cells, sum }: Side): string {
  const parts = cells.filter(({ value }) => value !== undefined && value !== 0).map(({ text }) => text);
  return parts.length > 1 ? `${parts.join(' + ')} = ${sum}` : String(sum);
}

function relatedCell(cell: Cell): Related {
  const zh = cell.state === 'unknown' ? '不知道' : cell.state === 'computed' ? `${cell.text}（算出）` : cell.text;
  const en = cell.state === 'unknown' ? 'unknown' : cell.state === 'computed' ? `${cell.text} (computed)` : cell.text;
  const minor = cell.value === 0 && { minor: true as const };
  return { path: cell.path.split('.'), ...minor, message: { zh: `${cell.name}：${zh}`, en: `${cell.name}: ${en}` } };
}

/**
 * An identity in a total column is the sum of the same identity in the other columns and of the row totals it adds:
 * where it breaks, one of those is broken too, if all of them are known.
 */
function causeOf(equation: Equation, broken: ReadonlyMap<Equation, Finding>): Finding | undefined {
  if (!equation.derived) return undefined;
  const operands = new Set([...equation.left, ...equation.right]);
  for (const [other, finding] of broken) {
    if (other.derived) continue;
    const sameIdentity = other.identity === equation.identity;
    const rowTotal = other.identity.across === 'rows' && operands.has(other.left[0] ?? '');
    if (sameIdentity || rowTotal) return finding;
  }
  return undefined;
}
