import type { Rule } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { findAll, textsOf, wordsFinding } from '../texts/report-texts.ts';

/** Two of these marks in a row are a mistake. Half-width marks are left out, because they are used in other ways. */
const DOUBLED = /[。，、；]{2,}/g;

/** Reports doubled punctuation marks. */
export const doubledPunctuation: Rule = {
  id: 'doubled-punctuation',
  severity: 'info',
  title: { zh: '标点没有重复', en: 'No punctuation mark is doubled' },
  why: {
    zh: '“。。”“，。”“、，”多半是删改文字之后剩下的，旁边的话往往也没有改完整。',
    en: 'Doubled marks are usually left over from editing, and the words next to them are often unfinished too.',
  },
  source: PRACTICE,
  example: {
    good: 'other_matters: { text: 没有收取信息处理费。没有其他事项。 }',
    bad: 'other_matters: { text: 没有收取信息处理费。。没有其他事项。 }',
  },
  check: ({ report }) =>
    textsOf(report).flatMap((text) =>
      findAll({ ...text, text: text.raw, written: (start, end) => text.raw.slice(start, end) }, DOUBLED).map(
        ({ words }) =>
          wordsFinding(
            text,
            words,
            { zh: `标点重复：“${words}”`, en: `Doubled punctuation: "${words}"` },
            { zh: '只留一个', en: 'Keep only one mark' },
          ),
      ),
    ),
};
