import type { Finding } from '../../diagnostics/diagnostic.ts';
import { FILE_FORMAT, type RuleInfo } from '../../diagnostics/rule.ts';
import { say, type Text } from '../../diagnostics/text.ts';
import { proseFields } from '../../prose/fields.ts';
import type { Report } from '../../report/report.ts';
import { type PlaceText, textFinding } from './text-finding.ts';

export const unsupportedMarkup: RuleInfo = {
  id: 'unsupported-markup',
  severity: 'warning',
  title: say('正文里没有 HTML、图片、代码和脚注', 'The prose has no HTML, pictures, code or footnotes'),
  why: say('这些写法会照原样印出来，连同它们的符号。', 'They are printed as written, with all their signs.'),
  source: FILE_FORMAT,
  example: { good: 'preface: { text: "**重要**事项" }', bad: 'preface: { text: "<b>重要</b>事项" }' },
};

const printedAsWritten =
  (zh: string, en: string) =>
  (written: string): Text => ({
    zh: `正文里有${zh}：${written.trim()}，会照原样印出`,
    en: `There is ${en} in the prose: ${written.trim()} is printed as written`,
  });

const MARKUP: readonly { pattern: RegExp; message: (written: string) => Text; hint: Text }[] = [
  {
    pattern: /<\/?[a-z][a-z0-9-]*(\s[^<>\n]*)?\/?>|<!--[^<\n]*/giu,
    message: printedAsWritten(' HTML', 'HTML'),
    hint: {
      zh: '正文用 Markdown：**加粗**、空行分段、- 列表',
      en: 'Use Markdown: **bold**, an empty line between paragraphs, and - for lists',
    },
  },
  {
    pattern: /!\[[^[\]\n]*\]\([^()\n]*\)/gu,
    message: printedAsWritten('图片', 'a picture'),
    hint: { zh: '年度报告的格式里没有图片，请删去', en: 'Remove it: the form of the annual report has no pictures' },
  },
  {
    pattern: /`[^`\n]+`|```|~~~/gu,
    message: printedAsWritten('代码的写法', 'code'),
    hint: {
      zh: '删去反引号 ` 和 ~~~；要突出一个词，写 **加粗**',
      en: 'Remove the backticks ` and ~~~; to stress a word, write **bold**',
    },
  },
  {
    pattern: /\[\^[^[\]\n]{1,40}\]:?/gu,
    message: printedAsWritten('脚注的写法', 'a footnote'),
    hint: {
      zh: '报告里没有脚注：把说明写在句子后面的括号里，表格的注写在 footnote 里',
      en: 'A report has no footnotes: write the note in brackets in its sentence, and a note on a table in footnote',
    },
  },
  {
    pattern: /^[ \t\u3000]*\[(?!\^)[^[\]\n]{1,40}\]:[^\n]{0,200}/gmu,
    message: printedAsWritten('链接地址的定义', 'the definition of a link'),
    hint: {
      zh: '链接写成 [文字](https://地址)；要写注释，把“[”“]:”换成“注：”',
      en: 'Write a link as [words](https://address); for a note, write 注： without brackets',
    },
  },
  {
    // A topic such as #公开在身边# has a second #.
    pattern:
      /^[ \t\u3000]*(?:#{1,6}(?![#\s])|＃{1,6}[ \t\u3000]*)[^\s#＃，。；：！？,;:!?][^\n#＃，。；：！？,;:!?]{0,40}$/gmu,
    message: printedAsWritten('小标题的写法', 'a heading'),
    hint: {
      zh: '写成 ###（半角）和一个空格；一个方面的标题写在 parts 的 heading 里',
      en: 'Write ### and a space before it; the heading of a part belongs in heading, under parts',
    },
  },
  {
    pattern: /(?<=\S[ \t]*\n)[ \t]*(?:={2,}|-{3,})[ \t]*(?=\n|$)/gu,
    message: printedAsWritten('文字下面的一行符号', 'a row of signs below words'),
    hint: {
      zh: '要写小标题，在标题前面写 ### 和一个空格，并删去这一行；要横线，在它上面空一行',
      en: 'For a heading, write ### and a space before it, and remove this row; for a line across the page, put an empty line above it',
    },
  },
];

/** All markup has one of these signs; most texts have none. */
const SIGN = /[<`~[#＃=]|--/;

/** Reports HTML, pictures, code and footnotes in the prose, each at most once per text. */
export function checkMarkup(report: Report, place: PlaceText): Finding[] {
  const { id: rule, severity } = unsupportedMarkup;
  const fields = proseFields(report).filter(({ text }) => SIGN.test(text));
  return fields.flatMap((field) =>
    MARKUP.flatMap(({ pattern, message, hint }) => {
      const first = field.text.match(pattern)?.[0];
      if (first === undefined) return [];
      return [textFinding(field, place(field)(first.trim()), { rule, severity, message: message(first), hint })];
    }),
  );
}
