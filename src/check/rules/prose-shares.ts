import { claimsOf } from '../claims.ts';
import type { Rule, RuleFinding, RuleInput } from '../rule.ts';
import { overHundredIn } from '../texts/over-hundred.ts';
import { type ReportText, textsOf, wordsFinding } from '../texts/report-texts.ts';
import { contradicted } from './prose-claims.ts';

/** Computes shares in the prose again from part and total, rounded to as many digits as the prose has. */
export const proseShares: Rule = {
  id: 'prose-shares',
  severity: 'warning',
  title: { zh: '正文里的占比算得对', en: 'Shares in the prose are computed correctly' },
  why: {
    zh: '“占19.6%”按写出的位数四舍五入重算一遍：以办结总数、收到数或句子里的总数为分母，都不对才提示。办结率、占比、降幅不会超过 100%；增长和完成目标的可以。',
    en: 'A share is computed again and rounded to as many digits as the prose has: of all applications concluded, of those received, or of the total in the sentence. There is a finding only if none of these fits. Rates such as 办结率, shares and decreases cannot be more than 100 %; growth and 完成率 can.',
  },
  source: { zh: '算术', en: 'arithmetic' },
  example: {
    good: 'other_matters: { text: 全年答复申请8件，其中予以公开3件，占37.5%。没有收取信息处理费。 }\napplications: { received: { natural_person: 8 }, outcomes: { disclosed: { natural_person: 3 }, unable_to_provide: { not_held: { natural_person: 5 } } } }',
    bad: 'other_matters: { text: 全年答复申请8件，其中予以公开3件，占38.5%。没有收取信息处理费。 }\napplications: { received: { natural_person: 8 }, outcomes: { disclosed: { natural_person: 3 }, unable_to_provide: { not_held: { natural_person: 5 } } } }',
  },
  check: (input) => [
    ...contradicted(
      input,
      (kind) => kind === 'share',
      ({ figure, computed }) => ({
        message: {
          zh: `占比写的是 ${figure?.value}%，算出来是 ${computed?.zh}`,
          en: `The share is given as ${figure?.value}%, but computed it is ${computed?.en}`,
        },
        hint: { zh: '按写出的位数四舍五入', en: 'Compute the share again, rounded to as many digits as the prose has' },
      }),
    ),
    ...textsOf(input.report).flatMap((text) => checkLimit(input, text)),
  ],
};

/** Percentages over 100 that were not computed again. */
function checkLimit(input: RuleInput, text: ReportText): RuleFinding[] {
  const found = overHundredIn(text);
  if (found.length === 0) return [];
  const computed = new Set(
    claimsOf(input)
      .filter(({ path, kind, verdict }) => path === text.path && kind === 'share' && verdict === 'contradicts')
      .map(({ figure }) => figure?.end),
  );
  return found
    .filter(({ match }) => !computed.has(match.index + match[0].length))
    .map(({ words }) =>
      wordsFinding(
        text,
        words,
        { zh: `“${words}”超过了 100%`, en: `"${words}" is more than 100 %` },
        {
          zh: '比率、占比和降幅都不会超过 100%，核对这个数',
          en: 'A rate, a share or a decrease cannot be more than 100 %; check the number',
        },
      ),
    );
}
