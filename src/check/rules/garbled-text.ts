import type { Rule } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { findAll, headTextsOf, textsOf, wordsFinding } from '../texts/report-texts.ts';

/** Traces of text that was read in the wrong encoding. A single question mark is a question; three are lost characters. */
const LOST = /\?{3,}|\uFFFD+|(?:锟斤拷)+|(?:烫烫|屯屯){2,}/g;

/** Reports characters that were lost before the text came into the file. */
export const garbledText: Rule = {
  id: 'garbled-text',
  severity: 'warning',
  title: { zh: '没有乱码', en: 'The text has no garbled characters' },
  why: {
    zh: '连续的问号、“�”“锟斤拷”是文字转换编码时丢失的，原来的字已经认不出来。',
    en: 'Several question marks in a row, � and 锟斤拷 show that text was converted in the wrong encoding; the original characters are lost.',
  },
  source: PRACTICE,
  example: {
    good: 'other_matters: { text: 没有收取信息处理费？没有。 }',
    bad: 'other_matters: { text: 没有收取信息处理费????没有。 }',
  },
  check: ({ report }) =>
    [...headTextsOf(report), ...textsOf(report)].flatMap((text) =>
      findAll(text, LOST).map(({ words }) =>
        wordsFinding(
          text,
          words,
          { zh: `“${words}”是乱码`, en: `"${words}" is garbled text: characters were lost` },
          { zh: '对照原稿补上丢失的字', en: 'Restore the lost characters from the original' },
        ),
      ),
    ),
};
