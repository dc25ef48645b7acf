import type { Rule } from '../rule.ts';
import { contradicted } from './prose-claims.ts';

/** Compares statements about last year in the prose with last year's report. */
export const proseChanges: Rule = {
  id: 'prose-changes',
  severity: 'warning',
  title: {
    zh: '正文里的同比和上年报告一致',
    en: "Comparisons with last year in the prose agree with last year's report",
  },
  why: {
    zh: '“同比增长1.05%”“与上年持平”“比上年减少3件”按上年报告重算，百分比按写出的位数四舍五入。没有上年报告时不核对。',
    en: "Rates of change and differences are computed again from last year's report; percentages are rounded to as many digits as the prose has. Without last year's report nothing is compared.",
  },
  source: { zh: '算术；上年的报告', en: "arithmetic; last year's report" },
  example: {
    previous: 'applications: { received: { natural_person: 20 }, outcomes: { disclosed: { natural_person: 20 } } }',
    good: 'other_matters: { text: 全年新收政府信息公开申请25件，同比增长25%。没有收取信息处理费。 }\napplications: { received: { natural_person: 25 }, outcomes: { disclosed: { natural_person: 25 } } }',
    bad: 'other_matters: { text: 全年新收政府信息公开申请25件，同比增长20%。没有收取信息处理费。 }\napplications: { received: { natural_person: 25 }, outcomes: { disclosed: { natural_person: 25 } } }',
  },
  check: (input) =>
    contradicted(
      input,
      (quantity) => quantity === 'change',
      ({ words, computed }) => ({
        message: {
          zh: `正文说“${words}”，按上年报告是 ${computed?.zh}`,
          en: `The prose says "${words}", but according to last year's report it is ${computed?.en}`,
        },
        hint: { zh: '核对上年报告里的数', en: "Check the number in last year's report" },
      }),
    ),
};
