import type { Statement } from '../../claims/statement.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Rule } from '../rule.ts';
import { contradicted, triedIn } from './prose-claims.ts';

/** Compares statements without a number, such as 均获维持, with the tables. */
export const proseConclusions: Rule = {
  id: 'prose-conclusions',
  severity: 'warning',
  title: { zh: '正文里的结论和表格一致', en: 'Conclusions in the prose agree with the tables' },
  why: {
    zh: '“未收到申请”“没有行政复议、行政诉讼”“均获维持”“全部办结”“未收取信息处理费”，表里相应的数都得是 0：有尚未审结的案件，就不能说均获维持。说“仍有申请结转”的，得不是 0；说“复议多于诉讼”“第三方权益最多”的，按表里的数比。',
    en: 'If the prose says that there were no applications, no reconsideration or litigation, that all were upheld, all concluded, or that no fee was collected, the numbers concerned must be 0. If a case is pending, not all were upheld. What is said to exist (仍有申请结转) must not be 0, and comparisons in words (复议多于诉讼) must hold.',
  },
  source: {
    zh: '国办公开办函〔2021〕30号：不准确、不全面的，追究责任',
    en: '国办公开办函〔2021〕30号: agencies are held accountable for inaccurate or incomplete reports',
  },
  example: {
    good: 'other_matters: { text: 全年行政复议2件，均获维持。没有收取信息处理费。 }\nreconsideration_and_litigation: { reconsideration: { upheld: 2 } }',
    bad: 'other_matters: { text: 全年行政复议2件，均获维持。没有收取信息处理费。 }\nreconsideration_and_litigation: { reconsideration: { upheld: 1, pending: 1 } }',
  },
  check: (input) =>
    contradicted(
      input,
      (kind) => kind === 'conclusion' || kind === 'rank',
      (claim, { report }) => {
        const { words, statement, computed } = claim;
        const tried = triedIn(claim, report);
        return {
          message: messageOf(statement, words.trim(), computed ?? tried),
          hint: { zh: '核对是正文错还是表错', en: 'Find out whether the prose or the table is wrong' },
        };
      },
    ),
};

function messageOf(statement: Statement, words: string, { zh, en }: Text): Text {
  if (statement.kind === 'rank')
    return {
      zh: `正文说“${words}”，表里的数不是这样：${zh}`,
      en: `The prose says "${words}", but the numbers in the tables differ: ${en}`,
    };
  if (statement.kind === 'conclusion' && statement.isSome)
    return {
      zh: `正文说“${words}”，表里是 0：${zh}`,
      en: `The prose says "${words}", but the number in the tables is 0: ${en}`,
    };
  return {
    zh: `正文说“${words}”，表里不是 0：${zh}`,
    en: `The prose says "${words}", but the number in the tables is not 0: ${en}`,
  };
}
