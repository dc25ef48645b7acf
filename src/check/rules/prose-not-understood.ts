import { type Claim, claimsOf } from '../claims.ts';
import type { Rule } from '../rule.ts';

/** Every number of the prose that may be about the tables was understood; `--prose strict` asks for it. */
export const proseNotUnderstood: Rule = {
  id: 'prose-not-understood',
  severity: 'info',
  off: true,
  title: { zh: '正文里的数都读懂了', en: 'Every number of the prose was understood' },
  why: {
    zh: '没有把握的说法平时不提示，也就没有核对。要一处不漏，用 --prose strict：可能说的是表里的数、又没有读懂的，一一列出，由人核对。约数、别的业务不列。',
    en: 'What is not understood is left alone, and so is not compared. With --prose strict every number that may be about the tables and was not understood is listed, for a person to compare. Round numbers and other business are not.',
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
      message: { zh: `“${words}”没有读懂，没有核对`, en: `"${words}" was not understood, and not compared` },
      hint: {
        zh: '用表格的说法改写，或者改成引用 {{路径}}；和表格无关的，写明理由豁免',
        en: "Use the table's own words, or bind it: {{path}}; what has nothing to do with the tables is waived with its reason",
      },
    })),
};

/** Figures that nothing was made of: a part of a sum was understood. Takes time in proportion to the claims, sorting aside. */
function unreadIn(claims: readonly Claim[]): Claim[] {
  const understoodUpTo = new Map<Claim['path'], number>();
  const isUnread = ({ quantity }: Claim) => quantity === 'unread';
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
