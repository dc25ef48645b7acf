import type { Cell } from '../../report/cell.ts';
import { fenOf } from '../../report/money.ts';
import type { Rule, RuleInput } from '../rule.ts';
import { operand } from './shared/operand.ts';

/** Fewer equal numbers can be a coincidence. */
const FEWEST = 8;
/** The number of repeated cells that a finding names. */
const SHOWN = 8;
/** In the 2019 form this column is last year's number, which stays the same if nothing was added. */
const REPEATS_BY_NATURE = /\.items_last_year$/;

/** Reports tables that repeat last year's numbers and were probably not filled in. */
export const figuresRepeated: Rule = {
  id: 'figures-repeated',
  severity: 'info',
  title: { zh: '各项数不照抄上年', en: "The numbers do not repeat last year's" },
  why: {
    zh: '两年的报告在同样的位置上有八个以上的非零数相同，多半是沿用了上年的表格。零不算；合计不算，因为它重复各项；没有变动的年份也会这样，所以只是提示。',
    en: "If eight or more numbers are the same as last year's in the same places, last year's tables were probably kept. Zeros are not counted, nor are totals, because they repeat their parts. The numbers can still be correct, so the severity is only info.",
  },
  source: {
    zh: '国办公开办函〔2021〕30号：内容雷同、敷衍塞责、不准确不全面的，追究责任',
    en: '国办公开办函〔2021〕30号: agencies are held accountable for reports that are copied, careless, inaccurate or incomplete',
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
          en: `${repeated.length} numbers other than zero are the same as in last year's report`,
        },
        hint: {
          zh: '核对是否沿用了上年的数；确实相同的不必改',
          en: "Check whether last year's numbers were kept by mistake; if they are correct, leave them",
        },
        related: repeated.slice(1, SHOWN).map(operand),
      },
    ];
  },
};

/** The cells that both reports have. Their forms may differ: the same path means the same number in every edition. */
function repeatedIn({ report, previous }: RuleInput): Cell[] {
  if (!previous) return [];
  return [...report.cells.values()].filter((cell) => {
    const before = previous.cells.get(cell.path);
    if (!before || cell.total || REPEATS_BY_NATURE.test(cell.path)) return false;
    const isZero = !/[1-9]/.test(cell.text);
    return !isZero && amountOf(cell) === amountOf(before);
  });
}

/** The number or amount to compare. The total of procurement has a unit of the writer's choice, so its text is compared. */
const amountOf = (cell: Cell): number | bigint | string => cell.value ?? fenOf(cell) ?? cell.text;
