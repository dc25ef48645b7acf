import { type Claim, claimsOf } from '../claims.ts';
import type { Rule } from '../rule.ts';

/** Reports numbers in the prose that may be about the tables but were not understood; `--prose strict` turns it on. */
export const proseNotUnderstood: Rule = {
  id: 'prose-not-understood',
  severity: 'info',
  off: true,
  title: { zh: '正文里的数都读懂了', en: 'All numbers in the prose are understood' },
  why: {
    zh: '没有把握的说法平时不提示，也就没有核对。要一处不漏，用 --prose strict：可能说的是表里的数、又没有读懂的，一一列出，由人核对。约数、别的业务不列。',
    en: 'Statements that are not understood are not compared, and normally there is no finding about them. With --prose strict, every number that may be about the tables but was not understood is listed, so that a person can compare it. Round numbers and numbers about other business are not listed.',
  },
  source: { zh: '工具自身的限度', en: 'the limits of this tool' },
  example: {
    good: 'other_matters: { text: 没有收取信息处理费。全年新收政府信息公开申请3件。 }\napplications: { received: { natural_person: 3 }, outcomes: { disclosed: { natural_person: 3 } } }',
    bad: 'other_matters: { text: 没有收取信息处理费。全年妥善化解政府信息公开申请3件。 }\napplications: { received: { natural_person: 3 }, outcomes: { disclosed: { natural_person: 3 } } }',
  },
  check: (input) =>
    unreadIn(claimsOf(input)).map(({ path, words }) => ({
      path,
      words,
      message: { zh: `“${words}”没有读懂，没有核对`, en: `"${words}" was not understood, so it was not compared` },
      hint: {
        zh: '用表格的说法改写，或者改成引用 {{路径}}；和表格无关的，写明理由豁免',
        en: 'Use the words of the table, or write {{path}}; if the number is not about the tables, waive the finding with the reason',
      },
    })),
};

/** Figures that were not understood and are not part of a sum that was. Takes linear time apart from sorting. */
function unreadIn(claims: readonly Claim[]): Claim[] {
  const understoodUpTo = new Map<Claim['path'], number>();
  const isUnread = ({ kind }: Claim) => kind === 'unread';
  const startOf = (claim: Claim) => (isUnread(claim) ? claim.figure?.start : undefined) ?? claim.start;
  return [...claims]
    .sort((a, b) => startOf(a) - startOf(b) || Number(isUnread(a)) - Number(isUnread(b)))
    .filter((claim) => {
      const upTo = understoodUpTo.get(claim.path) ?? 0;
      if (isUnread(claim)) return claim.end > upTo;
      understoodUpTo.set(claim.path, Math.max(upTo, claim.end));
      return false;
    });
}
