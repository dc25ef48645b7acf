import { cellsAt, valuesOf } from '../../report/cells-at.ts';
import type { Rule } from '../rule.ts';
import { operand } from './shared/operand.ts';

const TABLE = 'reconsideration_and_litigation';

/** Checks that there is a reconsideration if there is litigation after reconsideration. */
export const litigationAfterReconsideration: Rule = {
  id: 'litigation-after-reconsideration',
  severity: 'info',
  title: {
    zh: '有复议后起诉的，核对有没有行政复议',
    en: 'If there is litigation after reconsideration, there is a reconsideration',
  },
  why: {
    zh: '复议后起诉的案件先经过行政复议。复议可能是上年的，所以只是提示；没有经过复议的，计入“未经复议直接起诉”。',
    en: 'Litigation in the block 复议后起诉 follows a reconsideration. The reconsideration may have been last year, so the severity is only info; a case without one belongs to 未经复议直接起诉.',
  },
  source: {
    zh: '表四“行政复议”“复议后起诉”两栏的名称',
    en: 'the names of the blocks 行政复议 and 复议后起诉 of table 四',
  },
  example: {
    good: `${TABLE}: { reconsideration: { upheld: 1 }, litigation: { after_reconsideration: { upheld: 1 } } }`,
    bad: `${TABLE}: { reconsideration: { upheld: 0 }, litigation: { after_reconsideration: { upheld: 1 } } }`,
  },
  check: ({ report }) => {
    const paths = {
      reconsidered: `${TABLE}.reconsideration.total`,
      sued: `${TABLE}.litigation.after_reconsideration.total`,
    };
    const cells = cellsAt(report, paths);
    const values = cells && valuesOf(cells);
    if (!values || values.sued === 0 || values.reconsidered > 0) return [];
    const { sued, reconsidered } = cells;
    return [
      {
        path: sued.path.split('.'),
        message: {
          zh: `${sued.name}是 ${sued.text}，${reconsidered.name}是 ${reconsidered.text}`,
          en: `${sued.name} is ${sued.text}, but ${reconsidered.name} is ${reconsidered.text}`,
        },
        hint: {
          zh: '复议是上年办结的，不必改；没有经过复议的，改填“未经复议直接起诉”',
          en: 'If the reconsideration was last year, leave the numbers; if there was none, move the case to 未经复议直接起诉',
        },
        related: [operand(reconsidered)],
      },
    ];
  },
};
