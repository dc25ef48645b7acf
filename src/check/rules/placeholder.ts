import type { Text } from '../../diagnostics/text.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { BLANK_SPACES, PICTURE, PLACEHOLDERS, type Placeholder } from '../texts/placeholders.ts';
import { findAll, headTextsOf, mayMatch, type ReportText, textsOf, wordsFinding } from '../texts/report-texts.ts';

/** Reports blanks and instructions of a template that were left in the text. */
export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'warning',
  title: { zh: '没有留下模板的空位和填写说明', en: 'No blanks or instructions of a template are left' },
  why: {
    zh: '“XX”“××”“待补充”“（此处填写……）”和单独一个“……”是模板留给人填的，公布出去就是没有写完的报告。图片没有带过来，图题和坐标轴上的数却留下了的，也提示。',
    en: 'XX, ××, 待补充, （此处填写……） and …… on its own are places of a template to fill in. If they are published, the report is visibly unfinished. What is left of a picture is a finding too: its caption, the numbers of its axis.',
  },
  source: PRACTICE,
  example: {
    good: 'other_matters: { text: 全年召开座谈会3次，没有收取信息处理费。 }',
    bad: 'other_matters: { text: 全年召开座谈会XX次，没有收取信息处理费。 }',
  },
  check: ({ report }) => [...headTextsOf(report), ...textsOf(report)].flatMap(found),
};

function found(text: ReportText): RuleFinding[] {
  const asWritten = { ...text, text: text.raw, written: (start: number, end: number) => text.raw.slice(start, end) };
  const all = [
    ...PLACEHOLDERS.filter((one) => mayMatch(text, one)).flatMap((one) => matchesOf(one, text)),
    ...(mayMatch(asWritten, BLANK_SPACES) ? matchesOf(BLANK_SPACES, asWritten) : []),
  ];
  if (all.length === 0) return [];
  // An instruction in brackets gets one finding, and the words inside it do not get another.
  const whole = all.filter(({ words }) => !all.some((other) => other.words !== words && other.words.includes(words)));
  // A chart of the report can have a caption.
  const own = text.raw.includes('{{chart') ? whole.filter(({ what }) => what !== PICTURE) : whole;
  return own.map(({ words, what }) =>
    wordsFinding(
      text,
      words,
      { zh: `“${words}”是${what.zh}`, en: `"${words}" is ${what.en}` },
      { zh: '写上实际内容，或者删去', en: 'Write the actual content, or remove it' },
    ),
  );
}

const matchesOf = ({ pattern, what }: Placeholder, text: ReportText): { words: string; what: Text }[] =>
  findAll(text, pattern).map(({ words }) => ({ words, what }));
