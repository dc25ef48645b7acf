import type { Rule } from '../rule.ts';
import { contradicted } from './prose-claims.ts';

/** Computes shares in the prose again from part and total, rounded to as many digits as the prose has. */
export const proseShares: Rule = {
  id: 'prose-shares',
  severity: 'warning',
  title: { zh: '正文里的占比算得对', en: 'Shares in the prose are computed correctly' },
  why: {
    zh: '“占19.6%”按写出的位数四舍五入重算一遍：以办结总数、收到数或句子里的总数为分母，都不对才提示。',
    en: 'A share is computed again and rounded to as many digits as the prose has: of all applications concluded, of those received, or of the total in the sentence. There is a finding only if none of these fits.',
  },
  source: { zh: '算术', en: 'arithmetic' },
  example: {
    good: 'other_matters: { text: 全年答复申请8件，其中予以公开3件，占37.5%。没有收取信息处理费。 }\napplications: { received: { natural_person: 8 }, outcomes: { disclosed: { natural_person: 3 }, unable_to_provide: { not_held: { natural_person: 5 } } } }',
    bad: 'other_matters: { text: 全年答复申请8件，其中予以公开3件，占38.5%。没有收取信息处理费。 }\napplications: { received: { natural_person: 8 }, outcomes: { disclosed: { natural_person: 3 }, unable_to_provide: { not_held: { natural_person: 5 } } } }',
  },
  check: (input) =>
    contradicted(
      input,
      (quantity) => quantity === 'share',
      ({ figure, computed }) => ({
        message: {
          zh: `占比写的是 ${figure?.value}%，算出来是 ${computed?.zh}`,
          en: `The share is given as ${figure?.value}%, but computed it is ${computed?.en}`,
        },
        hint: { zh: '按写出的位数四舍五入', en: 'Compute the share again, rounded to as many digits as the prose has' },
      }),
    ),
};
