import { LOOKALIKES, plainCharacter } from '../../writing/lookalikes.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { findAll, headTextsOf, type ReportText, textsOf, wordsFinding } from '../texts/report-texts.ts';

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
    [...headTextsOf(report), ...textsOf(report)].flatMap((text) => {
      const chars = findAll(text, LOOKALIKES).map(({ words }) => words);
      const [first] = chars;
      return first ? [foundIn(text, chars, first)] : [];
    }),
};

/** One finding for all of them in a text, at the first. */
function foundIn(text: ReportText, chars: readonly string[], first: string): RuleFinding {
  const all = chars.join('');
  const plain = chars.map(plainCharacter).join('');
  const code = `U+${first.codePointAt(0)?.toString(16).toUpperCase()}`;
  const message =
    chars.length === 1
      ? {
          zh: `“${first}”（${code}）是形似的部首字符，不是汉字`,
          en: `"${first}" (${code}) is a radical that only looks like the character`,
        }
      : {
          zh: `“${all}”是 ${chars.length} 个形似的部首字符，不是汉字；第一个是 ${code}`,
          en: `"${all}" are ${chars.length} radicals that only look like the characters; the first is ${code}`,
        };
  const hint = chars.some((char) => plainCharacter(char) === char)
    ? { zh: '重新输入这些字', en: 'Type them again' }
    : { zh: `写成“${plain}”（正文里的由 report fix 改）`, en: `Write ${plain} (report fix does, in the prose)` };
  return wordsFinding(text, first, message, hint);
}
