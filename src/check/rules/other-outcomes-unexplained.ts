import { proseText } from '../../prose/section-text.ts';
import { cellsAt, valuesOf } from '../../report/cells-at.ts';
import type { Report } from '../../report/report.ts';
import type { Rule } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { operand } from './shared/operand.ts';

const OTHER = 'applications.outcomes.other_handling.other';
/** Phrases such as 其他需要报告的事项 are not about applications. */
const EXPLAINED = /其他处理|其他(情形|结果|方式|原因|类)|其他\s*[（(]?\s*[0-9]|撤回|撤销|放弃|终止/;

/** If most outcomes are 其他, readers do not learn what happened: checks that the prose explains it. */
export const otherOutcomesUnexplained: Rule = {
  id: 'other-outcomes-unexplained',
  severity: 'info',
  title: {
    zh: '半数以上归入“3.其他”的，正文有所说明',
    en: 'If more than half of the outcomes are 3.其他, the prose explains them',
  },
  why: {
    zh: '“（六）3.其他”通常只有申请人撤回等少数几件。超过总计一半而正文一字不提，多半是该归入别的情形。',
    en: 'Row （六）3. usually has a few applications that were withdrawn. If it has more than half of all outcomes and the prose does not mention them, they probably belong to other rows.',
  },
  source: PRACTICE,
  formula: {
    zh: '（六）3.其他 ≤ （七）总计 ÷ 2，或者正文有说明',
    en: 'row （六）3. ≤ row （七） ÷ 2, or the prose explains them',
  },
  example: {
    good: `
problems: { text: 申请人撤回申请2件，受理前沟通不够。下一步加强事前沟通。 }
applications: { received: { natural_person: 3 }, outcomes: { disclosed: { natural_person: 1 }, other_handling: { other: { natural_person: 2 } } } }`,
    bad: `
problems: { text: 申请的办理流程不够规范，受理前沟通不够。下一步加强事前沟通。 }
applications: { received: { natural_person: 3 }, outcomes: { disclosed: { natural_person: 1 }, other_handling: { other: { natural_person: 2 } } } }`,
  },
  check: ({ report }) => {
    const cells = cellsAt(report, { other: `${OTHER}.total`, all: 'applications.outcomes.total.total' });
    const values = cells && valuesOf(cells);
    if (!values || values.other * 2 <= values.all || isExplained(report)) return [];
    const { other, all } = cells;
    return [
      {
        path: other.path.split('.'),
        message: {
          zh: `${other.name}是 ${other.text}，超过（七）总计 ${all.text} 的一半，正文没有说明`,
          en: `${other.name} is ${other.text}, more than half of the ${all.text} of row （七）, and the prose does not explain them`,
        },
        hint: {
          zh: '核对能否归入（一）至（五）；确属其他的，在正文里说明，例如申请人撤回',
          en: 'Check whether they belong to （一） to （五）; if not, explain them in the prose, for example as withdrawn applications',
        },
        related: [operand(all)],
      },
    ];
  },
};

/** Whether the prose or a note printed with one of the numbers explains the outcomes. */
function isExplained(report: Report): boolean {
  const remarks = [...report.cells.values()].filter(({ path }) => path.startsWith(`${OTHER}.`));
  return EXPLAINED.test(proseText(report)) || remarks.some(({ note }) => note !== undefined);
}
