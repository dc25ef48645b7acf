import type { FeeField } from '../../form/fee.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { feeAmount, feeCell } from './shared/fee.ts';

const AMOUNTS: readonly FeeField[] = ['amount_notified_yuan', 'amount_collected_yuan'];
const TEN_YUAN = 1000n;

/** Checks that amounts are multiples of 10 yuan, because all steps of the official fee are. */
export const feeInTens: Rule = {
  id: 'fee-in-tens',
  severity: 'warning',
  title: {
    zh: '信息处理费的金额是 10 元的整倍数',
    en: 'Amounts of the information processing fee are multiples of 10 yuan',
  },
  why: {
    zh: '信息处理费按件计收时每档 100 元，按量计收时每页 10 元、20 元、40 元，总额必是 10 元的整倍数。',
    en: 'By application the fee goes in steps of 100 yuan; by volume it is 10, 20 or 40 yuan per page. So every total is a multiple of 10.',
  },
  source: { zh: '政府信息公开信息处理费的收费标准', en: 'the official rates of the information processing fee' },
  formula: { zh: '金额（元）÷ 10 没有余数', en: 'the amount in yuan ÷ 10 has no remainder' },
  example: {
    good: 'other_matters: { text: 发出收费通知1件。, information_processing_fee: { notices_issued: 1, amount_notified_yuan: 380 } }',
    bad: 'other_matters: { text: 发出收费通知1件。, information_processing_fee: { notices_issued: 1, amount_notified_yuan: 385 } }',
  },
  check: ({ report }) =>
    AMOUNTS.flatMap((field): RuleFinding[] => {
      const cell = feeCell(report, field);
      const fen = feeAmount(cell);
      if (!cell || fen === undefined || fen % TEN_YUAN === 0n) return [];
      return [
        {
          path: cell.path.split('.'),
          message: {
            zh: `${cell.name}是 ${cell.text}，不是 10 元的整倍数`,
            en: `${cell.name} is ${cell.text}, not a multiple of 10 yuan`,
          },
          hint: {
            zh: '按收费标准核对；单位是元，不是万元',
            en: 'Check it against the official rates; the unit is 元, not 万元',
          },
        },
      ];
    }),
};
