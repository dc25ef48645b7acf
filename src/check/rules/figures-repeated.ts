import type { Cell } from '../../report/cell.ts';
import { fenOf } from '../../report/money.ts';
import type { Rule, RuleInput } from '../rule.ts';
import { operand } from './shared/operand.ts';

/** Fewer equal numbers are chance. */
const FEWEST = 8;
/** Enough of them to see where the figures repeat. */
const SHOWN = 8;
/** The form of 2019 asks for last year's number there: where nothing was added, it stays. */
const REPEATS_BY_NATURE = /\.items_last_year$/;

/** A report that repeats last year's figures was probably copied and not filled in. */
export const figuresRepeated: Rule = {
  id: 'figures-repeated',
  severity: 'info',
  title: { zh: '各项数不照抄上年', en: "The figures do not repeat last year's" },
  why: {
    zh: '两年的报告在同样的位置上有八个以上的非零数相同，多半是沿用了上年的表格。零不算；合计不算，因为它重复各项；没有变动的年份也会这样，所以只是提示。',
    en: "Eight or more equal numbers in the same places mostly mean that last year's tables were kept. Zeros do not count, and totals do not, as they repeat their parts. It can be true all the same, so it is only a note.",
  },
  source: {
    zh: '国办公开办函〔2021〕30号：内容雷同、敷衍塞责、不准确不全面的，追究责任',
    en: '国办公开办函〔2021〕30号: who copies, or reports carelessly or inaccurately, answers for it',
  },
  formula: {
    zh: '与上年报告同一位置相同的非零数（合计除外）＜ 8',
    en: "non-zero numbers equal to last year's in the same place, totals left out: fewer than 8",
  },
  example: {
    previous: `
active_disclosure:
  normative_documents: { issued: 2, repealed: 2, in_force: 12 }
  administrative_licensing: { decisions: 95 }
  administrative_penalties: { decisions: 3 }
  administrative_compulsion: { decisions: 28 }
applications: { received: { natural_person: 6 }, outcomes: { disclosed: { natural_person: 6 } } }`,
    good: `
active_disclosure:
  normative_documents: { issued: 2, repealed: 2, in_force: 12 }
  administrative_licensing: { decisions: 95 }
  administrative_penalties: { decisions: 3 }
  administrative_compulsion: { decisions: 31 }
applications: { received: { natural_person: 6 }, outcomes: { disclosed: { natural_person: 6 } } }`,
    bad: `
active_disclosure:
  normative_documents: { issued: 2, repealed: 2, in_force: 12 }
  administrative_licensing: { decisions: 95 }
  administrative_penalties: { decisions: 3 }
  administrative_compulsion: { decisions: 28 }
applications: { received: { natural_person: 6 }, outcomes: { disclosed: { natural_person: 6 } } }`,
  },
  check: (input) => {
    const repeated = repeatedIn(input);
    const [first] = repeated;
    if (!first || repeated.length < FEWEST) return [];
    return [
      {
        path: first.path.split('.'),
        message: {
          zh: `有 ${repeated.length} 个非零的数与上年报告同一位置的数相同`,
          en: `${repeated.length} numbers other than zero equal those in the same places of last year's report`,
        },
        hint: {
          zh: '核对是否沿用了上年的数；确实相同的不必改',
          en: "Check that last year's numbers were not kept; leave them if they are right",
        },
        related: repeated.slice(1, SHOWN).map(operand),
      },
    ];
  },
};

/** The cells that both reports have, whichever their forms: the same path is the same number in each edition. */
function repeatedIn({ report, previous }: RuleInput): Cell[] {
  if (!previous) return [];
  return [...report.cells.values()].filter((cell) => {
    const before = previous.cells.get(cell.path);
    if (!before || cell.total || REPEATS_BY_NATURE.test(cell.path)) return false;
    const isZero = !/[1-9]/.test(cell.text);
    return !isZero && amountOf(cell) === amountOf(before);
  });
}

/** A number or an amount of money; the unit of a procurement's total is the writer's own, and its text is what is compared. */
const amountOf = (cell: Cell): number | bigint | string => cell.value ?? fenOf(cell) ?? cell.text;
