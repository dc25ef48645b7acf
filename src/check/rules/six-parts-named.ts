import type { Rule } from '../rule.ts';
import { findAll, missingFrom, sectionTexts, wordsFinding } from '../texts/report-texts.ts';
import { namesOf, SIX_PARTS } from '../texts/section-words.ts';

/** A sentence that mentions six parts. */
const SENTENCE = /(?<=^|[。\n])[^。\n]*[六6](?:个|大)?部分[^。\n]*/g;
/** If a sentence names fewer parts than this, it is not a list of the parts. */
const A_LIST = 4;

/** Checks that a preface that lists the six parts does not leave one out. */
export const sixPartsNamed: Rule = {
  id: 'six-parts-named',
  severity: 'warning',
  title: { zh: '前言说“六个部分”，列出的就是六个', en: 'A preface that mentions six parts lists all six' },
  why: {
    zh: '报告固定为六个部分。前言列举时漏掉一个，多半是从旧格式的报告照搬来的。名称与标题不完全相同的（例如“被申请行政复议、提起行政诉讼情况”）不提示。',
    en: 'A report has six parts. If the list leaves one out, it was usually copied from a report in an older format. There is no finding for other names of a part.',
  },
  source: {
    zh: '国办公开办函〔2021〕30号、〔2019〕60号规定的六个部分；在前言里列举是实践中的做法',
    en: 'the six parts in the notices 国办公开办函〔2021〕30号 and 〔2019〕60号; listing them in the preface is practice',
  },
  example: {
    good: 'preface: { text: 全文由总体情况、主动公开、依申请公开、复议诉讼、问题及改进、其他事项六个部分组成。 }',
    bad: 'preface: { text: 全文由总体情况、主动公开、依申请公开、问题及改进、其他事项六个部分组成。 }',
  },
  check: ({ report }) =>
    sectionTexts(report, 'preface').flatMap((text) =>
      findAll(text, SENTENCE).flatMap(({ match, words }) => {
        const missing = missingFrom(match[0], SIX_PARTS);
        if (missing.length === 0 || missing.length > SIX_PARTS.length - A_LIST) return [];
        const message = {
          zh: `前言说有六个部分，列出的没有${namesOf(missing).zh}`,
          en: `The preface mentions six parts, but the list does not have ${namesOf(missing).en}`,
        };
        const hint = {
          zh: '补上；不写 preface，程序会写出六个部分的名称',
          en: 'Add what is missing; if you leave out preface, the tool lists the six parts for you',
        };
        return [wordsFinding(text, words, message, hint)];
      }),
    ),
};
