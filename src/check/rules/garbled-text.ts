import type { Rule } from '../rule.ts';
import { findAll, headTextsOf, textsOf, wordsFinding } from '../texts/report-texts.ts';

/** What is left of a text that was read in the wrong encoding. One question mark asks, three are lost characters. */
const LOST = /\?{3,}|\uFFFD+|(?:锟斤拷)+|(?:烫烫|屯屯){2,}/g;

/** No characters were lost on the way into the file. */
export const garbledText: Rule = {
  id: 'garbled-text',
  severity: 'warning',
  title: { zh: '没有乱码', en: 'No character was lost' },
  why: {
    zh: '连续的问号、“�”“锟斤拷”是文字转换编码时丢失的，原来的字已经认不出来。',
    en: 'Runs of question marks, � or 锟斤拷 are what a wrong encoding leaves of a text.',
  },
  source: { zh: '实践中的做法（没有找到明文）', en: 'practice (no text found that demands it)' },
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
          { zh: `“${words}”是乱码`, en: `"${words}" stands for characters that were lost` },
          { zh: '对照原稿补上丢失的字', en: 'Put back what stood there, from the original' },
        ),
      ),
    ),
};
