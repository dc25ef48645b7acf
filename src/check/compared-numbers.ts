import type { Equation } from '../form/equations.ts';
import type { Report } from '../report/report.ts';
import type { ComparedNumbers, RuleInput } from './rule.ts';
import { RULES } from './rules/index.ts';
import { withYearBefore } from './run-rules.ts';
import { canNotHold, type Side, sidesOf } from './sums/sides.ts';

/** A rule's formula with the numbers of a report, one item per comparison; undefined if the rule does not compare numbers. */
export function numbersOf(id: string, input: RuleInput): readonly ComparedNumbers[] | undefined {
  const equations = input.report.equations.filter(({ identity }) => identity.rule === id);
  if (equations.length > 0) return equations.map((equation) => comparison(input.report, equation));
  return RULES.find((rule) => rule.id === id)?.numbers?.(withYearBefore(input));
}

function comparison({ cells }: Report, equation: Equation): ComparedNumbers {
  const sides = sidesOf(cells, equation);
  const { left, right } = sides;
  const known = left.unknown.length + right.unknown.length === 0;
  const broken = canNotHold(sides);
  const sign = broken ? '≠' : '=';
  const text = `${equation.subject}：${sum(left)} ${sign} ${sum(right)}`;
  return { text: { zh: text, en: text.replace('：', ': ') }, holds: known || broken ? !broken : undefined };
}

/** Writes a sum such as `14 + 2`; zeros are left out, and an unknown number is a question mark. */
function sum({ cells }: Side): string {
  const parts = cells.filter(({ value }) => value !== 0).map(({ text, value }) => (value === undefined ? '?' : text));
  return parts.length > 0 ? parts.join(' + ') : '0';
}
