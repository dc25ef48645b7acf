import type { Cell } from '../../report/cell.ts';
import { cellsAt, valuesOf } from '../../report/cells-at.ts';
import type { ComparedNumbers, Rule, RuleFinding, RuleInput } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { operandBefore } from './shared/operand.ts';

const TABLE = 'reconsideration_and_litigation';
const BLOCKS = [`${TABLE}.reconsideration`, `${TABLE}.litigation.direct`, `${TABLE}.litigation.after_reconsideration`];

/** Checks that this year's total includes last year's pending cases: they either ended or are still pending, and count in both cases. */
export const pendingCasesContinue: Rule = {
  id: 'pending-cases-continue',
  severity: 'info',
  title: {
    zh: '上年尚未审结的案件不多于本年总计',
    en: "Last year's pending cases are not more than this year's total",
  },
  why: {
    zh: '上年年末尚未审结的案件，本年或者审结，或者仍未审结，按实践都再计一次，本年总计不应更少。各地计法可能不同，所以只是提示。',
    en: 'A case pending at the end of last year either ended this year or is still pending. In practice it is counted again, so the total should not be smaller. Ways of counting may differ, so the severity is only info.',
  },
  source: PRACTICE,
  formula: {
    zh: '本年总计 ≥ 上年尚未审结（行政复议、未经复议直接起诉、复议后起诉各一次）',
    en: "this year's 总计 ≥ last year's 尚未审结, in each block of table 四",
  },
  example: {
    previous: `${TABLE}: { reconsideration: { pending: 2 } }`,
    good: `${TABLE}: { reconsideration: { upheld: 2 } }`,
    bad: `${TABLE}: { reconsideration: { upheld: 1 } }`,
  },
  check: (input) => blocks(input).flatMap(checkCases),
  numbers: (input) => blocks(input).map(comparison),
};

type CaseTotals = Readonly<Record<'before' | 'now', Cell>>;

function blocks({ report, previous }: RuleInput): CaseTotals[] {
  return BLOCKS.flatMap((block) => {
    const before = previous && cellsAt(previous, { before: `${block}.pending` });
    const now = cellsAt(report, { now: `${block}.total` });
    return before && now ? [{ ...before, ...now }] : [];
  });
}

function checkCases(block: CaseTotals): RuleFinding[] {
  const values = valuesOf(block);
  if (!values || values.before <= values.now) return [];
  const { before, now } = block;
  return [
    {
      path: now.path.split('.'),
      message: {
        zh: `${now.name}是 ${now.text}，上年报告里尚未审结的有 ${before.text}，少 ${values.before - values.now}`,
        en: `${now.name} is ${now.text}; last year's report had ${before.text} pending cases, ${values.before - values.now} more`,
      },
      hint: {
        zh: '核对上年尚未审结的案件本年是否已经计入',
        en: "Check that last year's pending cases are included in this year's numbers",
      },
      related: [operandBefore(before)],
    },
  ];
}

function comparison(block: CaseTotals): ComparedNumbers {
  const values = valuesOf(block);
  const text = `${block.now.name} ${block.now.text || '?'} ≥ ${block.before.text || '?'}`;
  return { text: { zh: text, en: text }, holds: values && values.before <= values.now };
}
