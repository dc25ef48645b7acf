import type { Text } from '../../diagnostics/text.ts';
import type { SignedPattern } from './report-texts.ts';

/** A pattern for a place that the user of a template has to fill in. It is matched against text normalized by `readText`. */
export interface Placeholder extends SignedPattern {
  readonly what: Text;
}

const UNITS = '[件条次期个份家场篇项]';

const BLANK: Text = { zh: '没有换成实际内容的空位', en: 'a blank of a template that was not filled in' };
/** Left from a picture that was not pasted: the numbers of an axis, a caption. */
export const PICTURE: Text = {
  zh: '图片留下的字，图片没有带过来',
  en: 'left from a picture that is not here',
};
/** Another check finds this one. */
const PICTURE_PLACE = '[[【](?:图片|图表|图像)[\\]】]';
const PICTURE_LINE = '[0-9]{1,9}(?: [0-9]{1,9}){3,12}|图 ?[0-9]{1,2}[ :][^。;,\\n]{2,40}';
const INSTRUCTION: Text = { zh: '模板里的填写说明', en: 'an instruction of a template' };

/** Surnames before ×× are masked names of persons, such as 王××. */
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';

export const PLACEHOLDERS: readonly Placeholder[] = [
  // Not inside words, addresses and numbers: 0570-XXXX, AXX, XXL.
  {
    pattern: new RegExp(`(?<![A-Za-z0-9@._${SURNAMES}-])[Xx]{2,}(?![A-Za-z0-9@._-])`, 'g'),
    signs: ['X', 'x'],
    what: BLANK,
  },
  { pattern: /(?<![0-9])20[Xx×*]{2}(?=年)/g, signs: ['20X', '20x', '20×', '20*'], what: BLANK },
  // A single × is a multiplication sign, and so are several between numbers.
  { pattern: new RegExp(`(?<![0-9A-Za-z×${SURNAMES}])×{2,}(?![0-9A-Za-z×])`, 'g'), signs: ['××'], what: BLANK },
  { pattern: /□{2,}/g, signs: ['□□'], what: BLANK },
  {
    pattern: new RegExp(`(?<=\\p{Script=Han})\\?{1,2}(?=${UNITS}(?![\\p{Script=Han}]))`, 'gu'),
    signs: ['?'],
    what: BLANK,
  },
  // Up to three asterisks are Markdown; a line of only asterisks is a horizontal rule.
  {
    pattern: /(?<![0-9A-Za-z*\n]|^)\*{4,}(?![0-9A-Za-z*@])|(?<=^|\n)\*{4,}(?=[^0-9A-Za-z*@\n])/g,
    signs: ['****'],
    what: BLANK,
  },
  {
    pattern: /(?<![0-9A-Za-z_\n]|^)_{3,}(?![0-9A-Za-z_])|(?<=^|\n)_{3,}(?=[^0-9A-Za-z_\n])/g,
    signs: ['___'],
    what: BLANK,
  },
  // Only the first of the lines of one picture.
  {
    pattern: new RegExp(
      `(?<=^|\\n)(?<!(?:^|\\n)(?:${PICTURE_PLACE}|${PICTURE_LINE})\\n)(?:${PICTURE_LINE})(?=$|\\n)`,
      'g',
    ),
    signs: ['图', ' '],
    what: PICTURE,
  },
  // A text without any letter or digit, such as …… or a dash.
  { pattern: /^[^\p{L}\p{N}]+$/gu, what: { zh: '空着的正文', en: 'text without any words' } },
  { pattern: /(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])/g, signs: ['TODO', 'TBD', 'FIXME'], what: BLANK },
  {
    pattern: /(?<=^|[\n。,;:(【[])待(?:补充|填写|填报|完善|核实|确认|定)(?=$|[\n。,;)】\]])/g,
    signs: ['待'],
    what: BLANK,
  },
  {
    pattern: /[([【<](?:请(?:在此|填|输入|补充|根据实际|按实际)|此处|在此)[^()[\]【】<>\n]{0,40}[)\]】>]/g,
    signs: ['请', '此处', '在此'],
    what: INSTRUCTION,
  },
  { pattern: /(?:此处|在此处?)(?:填写|填报|填入|输入|插入)/g, signs: ['此处', '在此'], what: INSTRUCTION },
  { pattern: /[该本]部分以表格形式[^。,;\n]{0,6}/g, signs: ['部分以表格形式'], what: INSTRUCTION },
  // The tables are in sections of their own, so in a text no table follows these words.
  { pattern: /(?:表格如下|如下表格?)[::。]?(?=$|\n(?!\|))/g, signs: ['如下'], what: INSTRUCTION },
];

/** Spaces where a number should be: 培训  次， or between brackets. They are only in the text as written. */
export const BLANK_SPACES: Placeholder = {
  pattern: new RegExp(
    `\\p{Script=Han}{1,4}[ \\u00a0\\u3000]{2,}${UNITS}(?=[，。；、：）,;)]|$)|[（(][ \\u00a0\\u3000]+[）)]`,
    'gmu',
  ),
  signs: ['  ', '( ', '（ ', '\u00a0', '\u3000'],
  what: BLANK,
};
