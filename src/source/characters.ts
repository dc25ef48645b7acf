import { say, type Text } from '../diagnostics/text.ts';

/** Characters of a pasted text that nobody sees, or that look like those that YAML expects. */

// Joiners are part of some scripts and of emoji; between Chinese characters, letters and digits they come from a paste.
const PLAIN = '[\\p{Script=Han}\\p{Script=Latin}\\p{P}0-9]';
const HIDDEN =
  '[\\u0000-\\u0008\\u000c\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb]';

/** A character that shows nothing and means nothing. */
export const INVISIBLE = new RegExp(`${HIDDEN}|(?<=${PLAIN})[\\u200c\\u200d](?=${PLAIN})`, 'gu');

/** For patterns: invisible characters, line breaks that YAML does not know, and spaces other than the ordinary one. */
export const UNSEEN = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';
export const LINE_BREAKS = '\\u000b\\u0085\\u2028\\u2029';
export const ODD_SPACES = `\\t${LINE_BREAKS}\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000`;

/** Whether a text has a character at all that is invisible, an odd space or an odd line break. */
export const hasUnseen = (text: string): boolean => ANY_UNSEEN.test(text);
const ANY_UNSEEN = new RegExp(`${HIDDEN}|[\\u200c\\u200d${ODD_SPACES}]`, 'u');

/** Quotation marks, straight and curly, of any kind and direction. */
export const QUOTES = '"\'`“”‘’„‟‚‛「」『』〝〞〟＂＇″′«»';

const NAMES: Readonly<Record<string, Text>> = {
  '\t': say('制表符（Tab）', 'a tab'),
  '\u00a0': say('不换行空格', 'a no-break space'),
  '\u3000': say('全角空格', 'a full-width space'),
  '\u00ad': say('软连字符', 'a soft hyphen'),
  '\u200b': say('零宽空格', 'a zero-width space'),
  '\u200c': say('零宽不连字', 'a zero-width non-joiner'),
  '\u200d': say('零宽连字', 'a zero-width joiner'),
  '\u2060': say('零宽连接符', 'a word joiner'),
  '\ufeff': say('字节顺序标记 BOM', 'a byte order mark'),
  '\u000b': say('手动换行符', 'a manual line break'),
  '\u2028': say('手动换行符', 'a line separator'),
  '\u2029': say('分段符', 'a paragraph separator'),
};

const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The name of an invisible character or a space, with its code: 零宽空格（U+200B）. */
export function nameOf(char: string): Text {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = NAMES[char] ?? (DIRECTION.test(char) ? say('文字方向标记', 'a direction mark') : kindOf(char));
  return char === '\t' ? name : say(`${name.zh}（${code}）`, `${name.en} (${code})`);
}

const kindOf = (char: string): Text =>
  /\s/u.test(char) ? say('特殊的空格', 'a special space') : say('看不见的字符', 'an invisible character');

/** The ASCII punctuation that a full-width character stands for; undefined for any other character. */
export const asciiOf = (char: string): string | undefined => ASCII[char];

const ASCII: Readonly<Record<string, string>> = {
  '：': ':',
  '﹕': ':',
  '︰': ':',
  '∶': ':',
  ː: ':',
  '，': ',',
  '﹐': ',',
  '、': ',',
  '；': ',',
  ';': ',',
  '｛': '{',
  '﹛': '{',
  '（': '{',
  '｝': '}',
  '﹜': '}',
  '）': '}',
  '［': '[',
  '【': '[',
  '］': ']',
  '】': ']',
  '｜': '|',
  '＃': '#',
  '－': '-',
  '—': '-',
  '–': '-',
  '−': '-',
  '•': '-',
  '·': '-',
  '●': '-',
};

/** The names of ASCII signs, for messages. */
export const SIGN_NAMES: Readonly<Record<string, Text>> = {
  ':': say('冒号', 'colon'),
  ',': say('逗号', 'comma'),
  '{': say('花括号', 'brace'),
  '}': say('花括号', 'brace'),
  '[': say('方括号', 'bracket'),
  ']': say('方括号', 'bracket'),
  '|': say('竖线', 'bar'),
  '#': say('井号', 'number sign'),
  '-': say('减号', 'hyphen'),
};

/** The names of Chinese and other signs that are written for ASCII signs. */
export const wideName = (sign: string): Text => {
  const other = OTHER_NAMES[sign];
  if (other) return other;
  const name = SIGN_NAMES[ASCII[sign] ?? ''] ?? say('标点', 'sign');
  return say(`全角${name.zh}`, `a full-width ${name.en}`);
};

const OTHER_NAMES: Readonly<Record<string, Text>> = {
  '、': say('顿号', 'an enumeration comma'),
  '；': say('全角分号', 'a full-width semicolon'),
  ';': say('分号', 'a semicolon'),
  '（': say('全角圆括号', 'a full-width parenthesis'),
  '）': say('全角圆括号', 'a full-width parenthesis'),
  '【': say('中文方括号', 'a Chinese bracket'),
  '】': say('中文方括号', 'a Chinese bracket'),
  '—': say('破折号', 'a dash'),
  '–': say('短破折号', 'a dash'),
  '−': say('数学减号', 'a minus sign'),
  '•': say('圆点', 'a bullet'),
  '·': say('间隔号', 'a middle dot'),
  '●': say('圆点', 'a bullet'),
  '∶': say('比号', 'a ratio sign'),
};
