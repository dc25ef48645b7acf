import type { Text } from '../../diagnostics/text.ts';
import type { Cell } from '../../report/cell.ts';
import { fenOf, moneyText } from '../../report/money.ts';
import { claimsOf } from '../claims.ts';
import type { Rule, RuleFinding, RuleInput } from '../rule.ts';
import { textsOf } from '../texts/report-texts.ts';
import { figuresIn } from '../texts/tokens.ts';
import { operand, operandBefore } from './shared/operand.ts';
import { isUnitSlip, tellUnitSlip } from './shared/unit-slip.ts';

const YUAN_IN_WAN_YUAN = 10_000;
/** An amount in the wrong unit is 10,000 times as large, and may also have grown or shrunk to a fifth. */
const GROWTH = 5;
const FEN = 100;
/** Characters before an amount that can name it. */
const LONGEST = 48;
/** Nobody reads more findings. */
const MOST_PER_TEXT = 20;

/** Reports amounts that are about 10,000 times last year's or exactly 10,000 times that of the prose, and the other way round. */
export const unitOfAmount: Rule = {
  id: 'unit-of-amount',
  severity: 'warning',
  title: { zh: '金额的单位没有用错', en: 'Amounts are in the right unit' },
  why: {
    zh: '表二的收费金额以万元为单位。把元填进去，就是上年的一万倍上下：上年 11.2，今年 123500。反过来，只有上年万分之一的，多半是今年或者上年用错了单位。相差 2000 倍到 50000 倍才提示。正文写的行政事业性收费同表里正好相差一万倍的，也提示。',
    en: 'The amount of fees in table 二 is in 万元. If it is given in 元, it is about 10,000 times that of last year: 11.2 last year, 123500 this year. If it is about a ten-thousandth, one of the two years probably has the wrong unit. There is a finding if the factor is between 2,000 and 50,000, or if the administrative fees in the prose and in the table differ by exactly 10,000 times.',
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
  check: (input) => {
    const { report, previous } = input;
    const beside = [...report.cells.values()].flatMap((cell) => {
      const before = previous?.cells.get(cell.path);
      return before ? compare(cell, before) : [];
    });
    return [...beside, ...inProse(input)];
  },
};

const FEES = 'active_disclosure.administrative_fees.amount_wan_yuan';
/** The name of the fees, and the words up to their amount. */
const BEFORE_AMOUNT = /行政事业性收费[^。;!?\n0-9]{0,16}(?:[0-9]{1,4}[项笔个件],[^。;!?\n0-9]{0,8})?$/u;

/** Amounts of the fees in the prose that were not read as statements, but are 10,000 times that of table 二. */
function inProse(input: RuleInput): RuleFinding[] {
  const cell = input.report.cells.get(FEES);
  const fen = cell && fenOf(cell);
  if (!cell || !fen) return [];
  return textsOf(input.report).flatMap((text) => {
    const slips = figuresIn(text).filter((figure) => isUnitSlip(figure, Number(fen) / FEN));
    const named = slips.filter(({ start }) => BEFORE_AMOUNT.test(text.text.slice(Math.max(0, start - LONGEST), start)));
    if (named.length === 0) return [];
    const read = new Set(
      claimsOf(input).flatMap(({ path, verdict, figure }) =>
        path === text.path && verdict === 'contradicts' && figure ? figure.start : [],
      ),
    );
    return named
      .filter(({ start }) => !read.has(start))
      .map(({ start, end }) => {
        const words = text.written(start, end);
        return { path: text.path, words, ...tellUnitSlip(words, cell), related: [operand(cell)] };
      })
      .slice(0, MOST_PER_TEXT);
  });
}

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
