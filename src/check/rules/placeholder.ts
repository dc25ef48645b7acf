import type { Rule, RuleFinding } from '../rule.ts';
import { PLACEHOLDERS } from '../texts/placeholders.ts';
import { findAll, headTextsOf, type ReportText, textsOf, wordsFinding } from '../texts/report-texts.ts';

/** Nothing that a template leaves to its user is left in a text. */
export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'warning',
  title: { zh: '没有留下模板的空位和填写说明', en: 'No blank and no instruction of a template is left' },
  why: {
    zh: '“XX”“××”“待补充”“（此处填写……）”和单独一个“……”是模板留给人填的，公布出去就是没有写完的报告。',
    en: 'XX, ××, 待补充, （此处填写……） or a lone …… wait for somebody to fill them in: published, they show a report that was not finished.',
  },
  source: { zh: '实践中的做法（没有找到明文）', en: 'practice (no text found that demands it)' },
  example: {
    good: 'other_matters: { text: 全年召开座谈会3次，没有收取信息处理费。 }',
    bad: 'other_matters: { text: 全年召开座谈会XX次，没有收取信息处理费。 }',
  },
  check: ({ report }) => [...headTextsOf(report), ...textsOf(report)].flatMap(found),
};

function found(text: ReportText): RuleFinding[] {
  const all = PLACEHOLDERS.flatMap(({ pattern, what }) => findAll(text, pattern).map(({ words }) => ({ words, what })));
  // An instruction in brackets is one finding, not one more for the words inside.
  const whole = all.filter(({ words }) => !all.some((other) => other.words !== words && other.words.includes(words)));
  return whole.map(({ words, what }) =>
    wordsFinding(
      text,
      words,
      { zh: `“${words}”是${what.zh}`, en: `"${words}" is ${what.en}` },
      { zh: '写上实际内容，或者删去', en: 'Write what it stands for, or remove it' },
    ),
  );
}
