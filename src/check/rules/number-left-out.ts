import type { Rule } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { LOST_NUMBERS } from '../texts/lost-numbers.ts';
import { findAll, textsOf, wordsFinding } from '../texts/report-texts.ts';

/** Reports units whose number is missing. */
export const numberLeftOut: Rule = {
  id: 'number-left-out',
  severity: 'warning',
  title: { zh: '数没有漏写', en: 'No unit lacks its number' },
  why: {
    zh: '“共受理件”“主动公开条”“增长%”是模板里的空位没有填上数。只看动词和量词直接相连、后面就是标点的地方。',
    en: 'In 共受理件, 主动公开条 or 增长% the number of a template was not filled in. The rule looks only for a verb that is directly followed by a unit at the end of a clause.',
  },
  source: PRACTICE,
  example: {
    good: 'other_matters: { text: 全年主动公开条目清晰，发布解读12条，没有收取信息处理费。 }',
    bad: 'other_matters: { text: 全年主动公开条目清晰，发布解读12条，主动公开条，没有收取信息处理费。 }',
  },
  check: ({ report }) =>
    textsOf(report).flatMap((text) =>
      LOST_NUMBERS.flatMap((pattern) => findAll(text, pattern)).map(({ words }) =>
        wordsFinding(
          text,
          words,
          { zh: `“${words}”漏写了数`, en: `A number is missing in "${words}"` },
          {
            zh: '写上数；表格里有的，用 {{路径}} 印出来，例如 {{applications.received.total}}',
            en: 'Write the number; if it is in a table, you can print it by its path, such as {{applications.received.total}}',
          },
        ),
      ),
    ),
};
