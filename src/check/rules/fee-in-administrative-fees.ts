import type { Cell } from '../../report/cell.ts';
import { cellsAt } from '../../report/cells-at.ts';
import { fenOf, moneyText } from '../../report/money.ts';
import type { ComparedNumbers, Rule, RuleFinding, RuleInput } from '../rule.ts';
import { feeCell } from './shared/fee.ts';
import { operand } from './shared/operand.ts';

const YUAN_IN_WAN_YUAN = 10_000n;

/** Checks that the administrative fees in table 二, item （八）, are at least the information processing fee. Only for the 2021 form. */
export const feeInAdministrativeFees: Rule = {
  id: 'fee-in-administrative-fees',
  severity: 'warning',
  title: {
    zh: '行政事业性收费不少于收取的信息处理费',
    en: 'The administrative fees are not less than the information processing fee collected',
  },
  why: {
    zh: '信息处理费属于行政事业性收费，收了就在表二第二十条第（八）项的金额里。元换算成万元，除以一万；表中金额四舍五入的，按所写的位数比较。由别的机关入账的，写明理由豁免。',
    en: 'The information processing fee is one of the administrative fees, so the amount collected is part of the amount in table 二. Divide 元 by 10,000 to get 万元; a rounded amount is compared with the precision in which it is written. If another agency accounts for the fee, waive the finding with the reason.',
  },
  source: {
    zh: '表二第二十条第（八）项“行政事业性收费”；信息处理费是其中一项',
    en: 'table 二, item （八） of article 20: the information processing fee is one of its fees',
  },
  formula: {
    zh: '本年收费金额（万元）≥ 实际收取的信息处理费（元）÷ 10000',
    en: '本年收费金额 in 万元 ≥ the information processing fee collected in 元 ÷ 10000',
  },
  example: {
    good: `
active_disclosure: { administrative_fees: { amount_wan_yuan: 0.03 } }
other_matters: { text: 对1件申请收取信息处理费300元。, information_processing_fee: { amount_collected_yuan: 300 } }`,
    bad: `
active_disclosure: { administrative_fees: { amount_wan_yuan: 0 } }
other_matters: { text: 对1件申请收取信息处理费300元。, information_processing_fee: { amount_collected_yuan: 300 } }`,
  },
  check: (input) => amounts(input).flatMap(checkAmounts),
  numbers: (input) => amounts(input).map(comparison),
};

type Amounts = Readonly<Record<'all' | 'collected', Cell>>;

function amounts({ report }: RuleInput): Amounts[] {
  const table = cellsAt(report, { all: 'active_disclosure.administrative_fees.amount_wan_yuan' });
  const collected = feeCell(report, 'amount_collected_yuan');
  return table && collected ? [{ ...table, collected }] : [];
}

/** The amount missing in the table, in 分; 0 if the amount in the table is large enough, undefined if a number is not known. */
function missing({ all, collected }: Amounts): bigint | undefined {
  const [inTable, fee] = [fenOf(all), fenOf(collected)];
  if (inTable === undefined || fee === undefined) return undefined;
  if (inTable >= fee) return 0n;
  // 0.295 万元 may be rounded to 0.3, but no fee may be rounded down to 0.
  const rounded = inTable > 0n && 2n * (fee - inTable) < lastDigit(all);
  return rounded ? 0n : fee - inTable;
}

/** The value of the last digit written, in 分. */
function lastDigit({ text }: Cell): bigint {
  const [, decimals = ''] = text.split('.');
  return 10n ** BigInt(6 - decimals.length);
}

function checkAmounts(found: Amounts): RuleFinding[] {
  const lacking = missing(found);
  const { all, collected } = found;
  const fee = fenOf(collected);
  if (!lacking || fee === undefined) return [];
  const inWanYuan = `${collected.text} ÷ ${YUAN_IN_WAN_YUAN} = ${moneyText(fee, 'wan_yuan')}`;
  return [
    {
      path: all.path.split('.'),
      message: {
        zh: `${all.name}是 ${all.text}，少于收取的信息处理费 ${inWanYuan}（万元），至少少 ${moneyText(lacking, 'wan_yuan')}`,
        en: `${all.name} is ${all.text}, less than the information processing fee collected, ${inWanYuan} (万元); at least ${moneyText(lacking, 'wan_yuan')} is missing`,
      },
      hint: {
        zh: '把信息处理费计入行政事业性收费，单位万元；由别的机关入账的，写明理由豁免',
        en: 'Add the fee to the administrative fees, in 万元; if another agency accounts for it, waive the finding with the reason',
      },
      related: [operand(collected)],
    },
  ];
}

function comparison(found: Amounts): ComparedNumbers {
  const { all, collected } = found;
  const lacking = missing(found);
  const text = `${all.name} ${all.text || '?'} ≥ ${collected.text || '?'} ÷ ${YUAN_IN_WAN_YUAN}`;
  return { text: { zh: text, en: text }, holds: lacking === undefined ? undefined : lacking === 0n };
}
