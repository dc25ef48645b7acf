import { textIn } from '../../report/access.ts';
import type { Cell } from '../../report/cell.ts';
import type { ComparedNumbers, Rule, RuleFinding, RuleInput } from '../rule.ts';
import { sumWitness } from '../sums/witness.ts';
import { operandBefore } from './shared/operand.ts';

const NOW = 'applications.carried_over.';
const BEFORE = 'applications.carried_forward.';

/** Compares applications carried over with last year's applications carried forward, in each of the seven columns. */
export const carriedOver: Rule = {
  id: 'carried-over',
  severity: 'error',
  title: { zh: '上年结转等于上年报告的结转下年度', en: "Carried over equals last year's carried forward" },
  why: {
    zh: '上一年没有办完的申请，就是这一年接着办的申请：同一批申请在两份报告里不能有两个数。汇总报告的编制主体可能变动，所以只是警告；机关合并、分设或者上年报告更正过的，写明理由豁免。',
    en: "The applications carried forward last year are those carried over this year, so the two numbers must be the same. For an aggregate report it is only a warning, because the agencies it covers may change; after a merger, a split or a correction of last year's report, waive the finding with the reason.",
  },
  source: {
    zh: '表三“二、上年结转政府信息公开申请数量”“四、结转下年度继续办理”两行的名称',
    en: 'the names of rows 二 and 四 of table 三',
  },
  formula: {
    zh: '本年 二、上年结转 ＝ 上年 四、结转下年度继续办理（逐列）',
    en: "this year's 二、上年结转 = last year's 四、结转下年度继续办理, in each column",
  },
  example: {
    previous: 'applications: { received: { natural_person: 2 }, carried_forward: { natural_person: 2 } }',
    good: `
applications:
  carried_over: { natural_person: 2 }
  outcomes: { disclosed: { natural_person: 2 } }`,
    bad: `
applications:
  carried_over: { natural_person: 3 }
  outcomes: { disclosed: { natural_person: 3 } }`,
  },
  check: (input) => {
    const findings = columns(input).flatMap(({ now, before }) => checkColumn(input, now, before));
    const [first] = findings.filter(({ path }) => path.at(-1) !== 'total');
    return findings.map((one) => (first && one.path.at(-1) === 'total' ? { ...one, cause: first } : one));
  },
  numbers: (input) => columns(input).map(({ now, before }) => comparison(now, before)),
  witnesses: (input) =>
    columns(input).flatMap(({ now: { path }, before }) =>
      sumWitness('carried-over', path, [{ path, minus: false }], before.value),
    ),
};

function columns({ report, previous }: RuleInput): { now: Cell; before: Cell }[] {
  if (!previous) return [];
  const cells = [...report.cells.values()].filter(({ path }) => path.startsWith(NOW));
  return cells.flatMap((now) => {
    const before = previous.cells.get(BEFORE + now.path.slice(NOW.length));
    return before ? [{ now, before }] : [];
  });
}

function checkColumn({ report }: RuleInput, now: Cell, before: Cell): RuleFinding[] {
  if (now.value === undefined || before.value === undefined || now.value === before.value) return [];
  const aggregate = textIn(report.data, 'agency.scope') === 'aggregate';
  return [
    {
      path: now.path.split('.'),
      ...(aggregate && { severity: 'warning' as const }),
      message: {
        zh: `${now.name}是 ${now.text}，上年报告结转下来的是 ${before.text}`,
        en: `${now.name} is ${now.text}, but last year's report carried forward ${before.text}`,
      },
      hint: {
        zh: '核对上年报告；上年报告有错的，先更正上年报告',
        en: "Check last year's report; if it is wrong, correct it first",
      },
      related: [operandBefore(before)],
    },
  ];
}

function comparison(now: Cell, before: Cell): ComparedNumbers {
  const known = now.value !== undefined && before.value !== undefined;
  const text = `${now.name} ${now.text || '?'} = ${before.text || '?'}`;
  return { text: { zh: text, en: text }, holds: known ? now.value === before.value : undefined };
}
