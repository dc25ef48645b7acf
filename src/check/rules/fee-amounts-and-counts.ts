import type { FeeField } from '../../form/fee.ts';
import type { Cell } from '../../report/cell.ts';
import type { Report } from '../../report/report.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { feeAmount, feeCell } from './shared/fee.ts';
import { operand } from './shared/operand.ts';

const PAIRS: readonly { count: FeeField; amount: FeeField }[] = [
  { count: 'notices_issued', amount: 'amount_notified_yuan' },
  { count: 'cases_collected', amount: 'amount_collected_yuan' },
];

/** Checks that number and amount of fee notices are both zero or both not, and the same for collected fees. */
export const feeAmountsAndCounts: Rule = {
  id: 'fee-amounts-and-counts',
  severity: 'warning',
  title: {
    zh: '信息处理费有件数就有金额，有金额就有件数',
    en: 'The number of cases and the amount of the information processing fee are both zero or both not zero',
  },
  why: {
    zh: '发出通知总要写明收多少，收到的钱总是对某些申请收的：一边是零、一边不是零，其中必有一个写错了。',
    en: 'A notice states an amount, and money is collected for some application: if one number is zero and the other is not, one of them is wrong.',
  },
  source: { zh: '各项名称的含义', en: 'the meaning of the numbers' },
  example: {
    good: 'other_matters: { text: 发出收费通知1件。, information_processing_fee: { notices_issued: 1, amount_notified_yuan: 380 } }',
    bad: 'other_matters: { text: 发出收费通知1件。, information_processing_fee: { notices_issued: 1, amount_notified_yuan: 0 } }',
  },
  check: ({ report }) => PAIRS.flatMap(({ count, amount }) => checkPair(report, count, amount)),
};

function checkPair(report: Report, countField: FeeField, amountField: FeeField): RuleFinding[] {
  const [count, amount] = [feeCell(report, countField), feeCell(report, amountField)];
  if (!count || !amount) return [];
  const [cases, fen] = [feeAmount(count), feeAmount(amount)];
  if (cases === undefined || fen === undefined || (cases === 0n) === (fen === 0n)) return [];
  const [zero, other]: [Cell, Cell] = cases === 0n ? [count, amount] : [amount, count];
  return [
    {
      path: zero.path.split('.'),
      message: {
        zh: `${zero.name}是 ${zero.text}，${other.name}却是 ${other.text}`,
        en: `${zero.name} is ${zero.text}, but ${other.name} is ${other.text}`,
      },
      hint: { zh: '核对这两个数', en: 'Check the two numbers' },
      related: [operand(other)],
    },
  ];
}
