import { LOOKALIKES, plainCharacter } from '../../writing/lookalikes.ts';
import type { Rule } from '../rule.ts';
import { findAll, headTextsOf, textsOf, wordsFinding } from '../texts/report-texts.ts';

/** Reports radicals and compatibility characters that look like ordinary characters. */
export const lookalikeCharacters: Rule = {
  id: 'lookalike-characters',
  severity: 'warning',
  title: { zh: '没有形似的部首字符', en: 'The text has no lookalike characters (radicals)' },
  why: {
    zh: '从 PDF 复制来的文字常常带着部首和兼容字符：看上去一样，搜索不到，读屏软件读不出，有的字体印不出。',
    en: 'Text copied from a PDF often contains radicals and compatibility characters. They look the same as ordinary characters, but searching does not find them, screen readers cannot read them, and some fonts do not have them.',
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
            en: `"${words}" (${code}) is a radical that only looks like the character`,
          },
          plain === words
            ? { zh: '重新输入这个字', en: 'Type the character again' }
            : { zh: `写成“${plain}”`, en: `Write ${plain}` },
        );
      }),
    ),
};
