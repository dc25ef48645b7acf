import type { Cell } from '../../report/cell.ts';
import { cellsAt, valuesOf } from '../../report/cells-at.ts';
import type { ComparedNumbers, Rule, RuleFinding, RuleInput } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { operand } from './shared/operand.ts';

/** With so few applications, a large share means nothing. */
const FEW = 10;
const MOST_PERCENT = 30;

/** Reports a large share of applications carried forward to next year. Off by default. */
export const carriedForwardShare: Rule = {
  id: 'carried-forward-share',
  severity: 'info',
  off: true,
  title: {
    zh: '结转下年度的申请不超过本年应办的三成',
    en: "At most 30 % of the year's applications are carried forward",
  },
  why: {
    zh: '答复有法定期限，年末没有办结的一般只是最后一两个月收到的。占比很大的，或者是填错了，或者值得在正文里说明。没有规定，默认不提示。',
    en: 'Answers are due within a time limit, so usually only applications received at the end of the year are carried forward. A large share is either a mistake or should be explained in the prose. No written rule requires this, so the rule is off by default.',
  },
  source: PRACTICE,
  formula: {
    zh: '四、结转下年度继续办理 ≤ 30% ×（一、本年新收 ＋ 二、上年结转），后者大于 10 时',
    en: 'row 四 ≤ 30 % × (row 一 + row 二), if that is more than 10',
  },
  example: {
    good: `
applications: { received: { natural_person: 20 }, outcomes: { disclosed: { natural_person: 14 } }, carried_forward: { natural_person: 6 } }`,
    bad: `
applications: { received: { natural_person: 20 }, outcomes: { disclosed: { natural_person: 13 } }, carried_forward: { natural_person: 7 } }`,
  },
  check: (input) => shares(input).flatMap(checkShare),
  numbers: (input) => shares(input).map(comparison),
};

type Share = Readonly<Record<'received' | 'over' | 'forward', Cell>>;

function shares({ report }: RuleInput): Share[] {
  const paths = {
    received: 'applications.received.total',
    over: 'applications.carried_over.total',
    forward: 'applications.carried_forward.total',
  };
  return [cellsAt(report, paths) ?? []].flat();
}

/** The applications to conclude this year, and whether too many are carried forward; undefined if a number is not known. */
function caseload(share: Share): { all: number; left: number; tooMany: boolean } | undefined {
  const values = valuesOf(share);
  if (!values) return undefined;
  const all = values.received + values.over;
  return { all, left: values.forward, tooMany: all > FEW && values.forward * 100 > all * MOST_PERCENT };
}

function checkShare(share: Share): RuleFinding[] {
  const load = caseload(share);
  if (!load?.tooMany) return [];
  const { received, over, forward } = share;
  const sum = `${received.text} + ${over.text} = ${load.all}`;
  const percent = ((load.left / load.all) * 100).toFixed(1);
  return [
    {
      path: forward.path.split('.'),
      message: {
        zh: `${forward.name}是 ${forward.text}，占本年应办 ${sum} 的 ${percent}%，超过 ${MOST_PERCENT}%`,
        en: `${forward.name} is ${forward.text}, which is ${percent}% of the ${sum} received and carried over, more than ${MOST_PERCENT}%`,
      },
      hint: {
        zh: '核对这个数；属实的，在正文里说明原因',
        en: 'Check the number; if it is correct, give the reason in the prose',
      },
      related: [operand(received), operand(over)],
    },
  ];
}

function comparison(share: Share): ComparedNumbers {
  const load = caseload(share);
  const { received, over, forward } = share;
  const text = `${forward.name} ${forward.text || '?'} ≤ ${MOST_PERCENT}% × (${received.text || '?'} + ${over.text || '?'})`;
  return { text: { zh: text, en: text }, holds: load && !load.tooMany };
}
