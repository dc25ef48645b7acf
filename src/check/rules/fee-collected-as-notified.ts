import type { FeeField } from '../../form/fee.ts';
import { proseText } from '../../prose/section-text.ts';
import type { Cell } from '../../report/cell.ts';
import { fenOf, moneyText } from '../../report/money.ts';
import type { ComparedNumbers, Rule, RuleFinding, RuleInput } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { feeAmount, feeCell } from './shared/fee.ts';
import { operand, operandBefore } from './shared/operand.ts';

const PAIRS: readonly { notified: FeeField; collected: FeeField }[] = [
  { notified: 'notices_issued', collected: 'cases_collected' },
  { notified: 'amount_notified_yuan', collected: 'amount_collected_yuan' },
];

/** Checks that no more fees were collected than were notified this year or last year. */
export const feeCollectedAsNotified: Rule = {
  id: 'fee-collected-as-notified',
  severity: 'warning',
  title: {
    zh: '实际收取的信息处理费不多于通知收取的',
    en: 'The information processing fee collected is not more than the fee notified',
  },
  why: {
    zh: '先通知、后收费。上年末发出的通知可以在本年缴费，一份通知也可以涉及几件申请，所以只是警告：有上年报告的，把上年通知的数加上再比；第六部分提到上年的，不再提示。',
    en: "A fee is notified before it is collected. Notices from the end of last year may be paid this year, and one notice may be for several applications, so this is only a warning. If last year's report is given, its notices are added; if section six mentions last year, there is no finding.",
  },
  source: PRACTICE,
  formula: {
    zh: '实际收取 ≤ 本年通知收取（有上年报告的，＋ 上年通知收取），件数和金额各一次',
    en: "collected ≤ notified this year (+ notified last year, with last year's report), for cases and for amounts",
  },
  example: {
    good: `
other_matters:
  text: 发出收费通知2件。
  information_processing_fee: { notices_issued: 2, cases_collected: 2 }`,
    bad: `
other_matters:
  text: 发出收费通知2件。
  information_processing_fee: { notices_issued: 2, cases_collected: 3 }`,
  },
  check: (input) => (speaksOfLastYear(input) ? [] : pairs(input).flatMap(checkPair)),
  numbers: (input) => pairs(input).map(comparison),
};

interface Pair {
  readonly collected: Cell;
  readonly notified: Cell;
  /** Last year's number of `notified`, if last year's report gives it. */
  readonly before: Cell | undefined;
}

function pairs({ report, previous }: RuleInput): Pair[] {
  return PAIRS.flatMap((fields) => {
    const [collected, notified] = [feeCell(report, fields.collected), feeCell(report, fields.notified)];
    return collected && notified
      ? [{ collected, notified, before: previous && feeCell(previous, fields.notified) }]
      : [];
  });
}

/** Collected minus notified, in cases or in 分; positive only if there is a fault. */
function excess({ collected, notified, before }: Pair): bigint | undefined {
  const [paid, asked, askedBefore] = [feeAmount(collected), feeAmount(notified), before ? feeAmount(before) : 0n];
  return paid === undefined || asked === undefined || askedBefore === undefined
    ? undefined
    : paid - asked - askedBefore;
}

function speaksOfLastYear({ report }: RuleInput): boolean {
  const years = report.year === undefined ? [] : [`${report.year - 1}年`];
  const text = proseText(report, 'other_matters');
  return ['上年', '上一年', '去年', ...years].some((words) => text.includes(words));
}

function checkPair(pair: Pair): RuleFinding[] {
  const more = excess(pair);
  if (more === undefined || more <= 0n) return [];
  const { collected, notified, before } = pair;
  const asked = before ? `${notified.text} + ${before.text}` : notified.text;
  const difference = fenOf(collected) === undefined ? more : moneyText(more, 'yuan');
  return [
    {
      path: collected.path.split('.'),
      message: {
        zh: `${collected.name}是 ${collected.text}，${notified.name}${before ? '连同上年' : ''}是 ${asked}，多 ${difference}`,
        en: `${collected.name} is ${collected.text}, ${difference} more than ${notified.name}${before ? ' including last year' : ''}, ${asked}`,
      },
      hint: {
        zh: '核对这两个数；含上年发出的通知的，在第六部分说明',
        en: 'Check the two numbers; if notices from last year were paid this year, say so in section six',
      },
      related: [operand(notified), ...(before ? [operandBefore(before)] : [])],
    },
  ];
}

function comparison(pair: Pair): ComparedNumbers {
  const more = excess(pair);
  const { collected, notified, before } = pair;
  const asked = [notified, ...(before ? [before] : [])].map(({ text }) => text || '?').join(' + ');
  const text = `${collected.name} ${collected.text || '?'} ≤ ${asked}`;
  return { text: { zh: text, en: text }, holds: more === undefined ? undefined : more <= 0n };
}
