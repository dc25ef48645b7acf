import { say, type Text } from '../../diagnostics/text.ts';
import type { SignedPattern } from './report-texts.ts';

/** A pattern for what Word, WPS or a PDF leaves in copied text. It is matched against text normalized by `readText`. */
export interface Leftover extends SignedPattern {
  readonly what: Text;
  readonly hint: Text;
}

const REMOVE: Text = say('删去', 'Remove it');
const FIELDS = 'HYPERLINK|PAGE|NUMPAGES|TOC|REF|PAGEREF|SEQ|DATE|TIME|EMBED|INCLUDEPICTURE|FORMTEXT|MERGEFIELD';
const LINE_START = '(?<=^|\\n)';
const LINE_END = '(?=$|\\n)';

export const LEFTOVERS: readonly Leftover[] = [
  {
    pattern: new RegExp(
      `${LINE_START}(?:已删除|删除的|插入的|带格式|设置了?格式|移动的内容):[^\\n]{0,60}|(?:删除的内容|带格式的|插入的内容):[^\\n。]{0,60}`,
      'g',
    ),
    signs: ['删除', '插入的', '带格式', '格式:', '移动的内容'],
    what: say(' Word 修订的批注框', 'a balloon of tracked changes in Word'),
    hint: say(
      '删去，并对照原稿核对旁边的数字：先在 Word 里接受修订再复制',
      'Remove it and check the words beside it: in Word, accept the changes before you copy',
    ),
  },
  {
    pattern:
      /[([【<](?:批注|修改意见)[^()[\]【】<>:\n]{0,16}:[^()[\]【】<>\n]{0,60}[)\]】>]|批注(?:\[[^[\]\n]{1,20}\]|[A-Za-z]{1,6}[0-9]{1,3}):?[^\n。]{0,40}/g,
    signs: ['批注', '修改意见'],
    what: say('审稿人的批注', 'a comment of a reviewer'),
    hint: say('按批注改好正文，再删去批注', 'Do what the comment asks, then remove it'),
  },
  {
    pattern: new RegExp(`\\{(?:${FIELDS})(?![A-Za-z])[^{}\\n]{0,300}\\}|HYPERLINK"[^"\\n]{0,300}"`, 'g'),
    signs: ['{', 'HYPERLINK'],
    what: say(' Word 的域代码', 'a field code of Word'),
    hint: say(
      '删去花括号和里面的代码；要链接，写成 [文字](https://地址)',
      'Remove the braces and the code in them; write a link as [words](https://address)',
    ),
  },
  {
    pattern: /错误!(?:未找到引用源|未定义书签|超链接引用无效|文档中没有指定样式的文字)。?/g,
    signs: ['错误!'],
    what: say(' Word 的出错信息', 'an error message of Word'),
    hint: say('写上原来引用的内容，或者删去', 'Write what was referred to, or remove it'),
  },
  {
    // — 2 — also inside a sentence that goes on behind it; 2025-12-31 is none.
    pattern: new RegExp(
      `(?<![0-9A-Za-z])-[0-9]{1,3}-(?![0-9A-Za-z])|第[0-9]{1,3}页[,/]?共[0-9]{1,3}页|${LINE_START}第[0-9]{1,3}页${LINE_END}|${LINE_START}[0-9]{1,3}/[0-9]{1,3}${LINE_END}`,
      'g',
    ),
    signs: ['-', '页', '/'],
    what: say('页码', 'a page number'),
    hint: say('删去，并把被它断开的句子接起来', 'Remove it, and join the sentence that it interrupts'),
  },
  {
    pattern: new RegExp(`${LINE_START}[^\\n]{2,40}?(?:[.·]{5,}|…{2,})[0-9]{1,3}${LINE_END}`, 'g'),
    signs: ['..', '·', '……'],
    what: say('目录的一行', 'a line of a table of contents'),
    hint: REMOVE,
  },
  {
    pattern: /(?<!!)[[【](?:图片|图表|图像|image)[\]】](?!\()/g,
    signs: ['[图', '【图', '[image', '【image'],
    what: say('图片的位置，图片没有复制过来', 'the place of a picture that was not copied'),
    hint: say('删去：年度报告的格式里没有图片', 'Remove it: the form of the annual report has no pictures'),
  },
];
