import type { Text } from '../../diagnostics/text.ts';
import type { Cell } from '../../report/cell.ts';
import { fenOf, moneyText } from '../../report/money.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { operandBefore } from './shared/operand.ts';

const YUAN_IN_WAN_YUAN = 10_000;
/** An amount in the wrong unit is 10,000 times as large, and may also have grown or shrunk to a fifth. */
const GROWTH = 5;

/** Reports amounts that are about 10,000 times last year's, or a ten-thousandth of it. */
export const unitOfAmount: Rule = {
  id: 'unit-of-amount',
  severity: 'warning',
  title: { zh: '金额的单位和上年一样', en: "Amounts are in the same unit as last year's" },
  why: {
    zh: '表二的收费金额以万元为单位。把元填进去，就是上年的一万倍上下：上年 11.2，今年 123500。反过来，只有上年万分之一的，多半是今年或者上年用错了单位。相差 2000 倍到 50000 倍才提示。',
    en: 'The amount of fees in table 二 is in 万元. If it is given in 元, it is about 10,000 times that of last year: 11.2 last year, 123500 this year. If it is about a ten-thousandth, one of the two years probably has the wrong unit. There is a finding if the factor is between 2,000 and 50,000.',
  },
  source: {
    zh: '表二第二十条第（八）项：本年收费金额（单位：万元）',
    en: 'table 二, item （八） of article 20: the amount is in 万元',
  },
  example: {
    previous: 'active_disclosure: { administrative_fees: { amount_wan_yuan: 11.2 } }',
    good: 'active_disclosure: { administrative_fees: { amount_wan_yuan: 12.35 } }',
    bad: 'active_disclosure: { administrative_fees: { amount_wan_yuan: 123500 } }',
  },
  check: ({ report, previous }) =>
    [...report.cells.values()].flatMap((cell) => {
      const before = previous?.cells.get(cell.path);
      return before ? compare(cell, before) : [];
    }),
};

function compare(cell: Cell, before: Cell): RuleFinding[] {
  const [now, then] = [fenOf(cell), fenOf(before)];
  if (!now || !then || (cell.kind !== 'yuan' && cell.kind !== 'wan_yuan')) return [];
  const more = now > then;
  const factor = Number(more ? now : then) / Number(more ? then : now);
  if (factor < YUAN_IN_WAN_YUAN / GROWTH || factor > YUAN_IN_WAN_YUAN * GROWTH) return [];
  const times = Math.round(factor);
  return [
    {
      path: cell.path.split('.'),
      message: more
        ? {
            zh: `${cell.name}是 ${cell.text}，是上年 ${before.text} 的 ${times} 倍`,
            en: `${cell.name} is ${cell.text}, ${times} times last year's ${before.text}`,
          }
        : {
            zh: `${cell.name}是 ${cell.text}，上年的 ${before.text} 是它的 ${times} 倍`,
            en: `${cell.name} is ${cell.text}; last year's ${before.text} is ${times} times as much`,
          },
      // An amount in 元 that is too large does not come from 万元.
      hint: more && cell.kind === 'wan_yuan' ? writeAs(cell, now) : checkBoth(cell),
      related: [operandBefore(before)],
    },
  ];
}

function writeAs({ text }: Cell, fen: bigint): Text {
  const right = moneyText(fen / BigInt(YUAN_IN_WAN_YUAN), 'wan_yuan');
  return {
    zh: `单位是万元：${text} 元写成 ${right}；确实有这么多的，不必改`,
    en: `The unit is 万元: write ${text} 元 as ${right}; if the amount is right, leave it`,
  };
}

const checkBoth = ({ kind }: Cell): Text =>
  kind === 'wan_yuan'
    ? { zh: '单位是万元，核对两年的数', en: 'The unit is 万元; check the amounts of both years' }
    : { zh: '单位是元，核对两年的数', en: 'The unit is 元; check the amounts of both years' };
