import type { Rule } from '../rule.ts';
import { findAll, headTextsOf, textsOf, wordsFinding } from '../texts/report-texts.ts';
import { slipsIn } from '../texts/wording.ts';

/** Reports mistakes in fixed terms. */
export const fixedWording: Rule = {
  id: 'fixed-wording',
  severity: 'warning',
  title: { zh: '固定用语没有写错', en: 'Fixed terms are written correctly' },
  why: {
    zh: '条例的名称、表格的栏目、“截至某日”，写法是固定的；多一个字、错一个字，一眼就看得出没有校对。只查一份小词表里的写法，不查语法。',
    en: 'The names of the regulations, the headings of the tables and 截至 before a date have a fixed wording. An extra or a wrong character shows that nobody proofread the report. The rule looks only for a short list of mistakes and does not check grammar.',
  },
  source: {
    zh: '《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号的用语',
    en: 'the terms of the regulations and of the form',
  },
  example: {
    good: 'other_matters: { text: 截至2023年12月31日止，没有收取信息处理费。 }',
    bad: 'other_matters: { text: 截止2023年12月31日，没有收取信息处理费。 }',
  },
  check: ({ report }) =>
    [...headTextsOf(report), ...textsOf(report)].flatMap((text) =>
      slipsIn(text.text).flatMap(({ pattern, right }) =>
        findAll(text, pattern).map(({ match, words }) => {
          const put = right.replace(/\$([1-9])/g, (_, group) => match[Number(group)] ?? '');
          return wordsFinding(
            text,
            words,
            { zh: `“${words}”写错了`, en: `"${words}" is a mistake in a fixed term` },
            { zh: `写成“${put}”`, en: `Write ${put}` },
          );
        }),
      ),
    ),
};
