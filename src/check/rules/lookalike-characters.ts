import { LOOKALIKES, plainCharacter } from '../../writing/lookalikes.ts';
import type { Rule } from '../rule.ts';
import { findAll, headTextsOf, textsOf, wordsFinding } from '../texts/report-texts.ts';

/** Characters are the plain ones, not parts of characters that look the same. */
export const lookalikeCharacters: Rule = {
  id: 'lookalike-characters',
  severity: 'warning',
  title: { zh: '没有形似的部首字符', en: 'No character is a radical that looks like it' },
  why: {
    zh: '从 PDF 复制来的文字常常带着部首和兼容字符：看上去一样，搜索不到，读屏软件读不出，有的字体印不出。',
    en: 'Text copied from a PDF often holds radicals and compatibility characters: they look the same, but are not found by searching, not read aloud, and not in every font.',
  },
  source: {
    zh: '统一码：康熙部首、中日韩部首补充、中日韩兼容表意文字',
    en: 'Unicode: radicals and compatibility ideographs',
  },
  example: {
    good: 'other_matters: { text: 向人民群众没有收取信息处理费。 }',
    bad: 'other_matters: { text: 向⼈⺠群众没有收取信息处理费。 }',
  },
  check: ({ report }) =>
    [...headTextsOf(report), ...textsOf(report)].flatMap((text) =>
      findAll(text, LOOKALIKES).map(({ words }) => {
        const plain = plainCharacter(words);
        const code = `U+${words.codePointAt(0)?.toString(16).toUpperCase()}`;
        return wordsFinding(
          text,
          words,
          {
            zh: `“${words}”（${code}）是形似的部首字符，不是汉字`,
            en: `"${words}" (${code}) only looks like the character`,
          },
          plain === words
            ? { zh: '重新输入这个字', en: 'Type the character anew' }
            : { zh: `写成“${plain}”`, en: `Write ${plain}` },
        );
      }),
    ),
};
