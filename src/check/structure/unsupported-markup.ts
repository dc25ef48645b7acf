import type { Finding } from '../../diagnostics/diagnostic.ts';
import { FILE_FORMAT, type RuleInfo } from '../../diagnostics/rule.ts';
import { say, type Text } from '../../diagnostics/text.ts';
import { proseFields } from '../../prose/fields.ts';
import type { Report } from '../../report/report.ts';
import { type PlaceText, textFinding } from './text-finding.ts';

export const unsupportedMarkup: RuleInfo = {
  id: 'unsupported-markup',
  severity: 'warning',
  title: say('正文里没有 HTML 和图片', 'The prose has no HTML and no pictures'),
  why: say('HTML 会照原样印出来，图片不会印出来。', 'HTML is printed as written, and pictures are not printed.'),
  source: FILE_FORMAT,
  example: { good: 'preface: { text: "**重要**事项" }', bad: 'preface: { text: "<b>重要</b>事项" }' },
};

const MARKUP: readonly { pattern: RegExp; message: (written: string) => Text; hint: Text }[] = [
  {
    pattern: /<\/?[a-z][a-z0-9-]*(\s[^<>\n]*)?\/?>|<!--[^<\n]*/giu,
    message: (written) => ({
      zh: `正文里有 HTML：${written}，会照原样印出`,
      en: `There is HTML in the prose: ${written} is printed as written`,
    }),
    hint: {
      zh: '正文用 Markdown：**加粗**、空行分段、- 列表',
      en: 'Use Markdown: **bold**, an empty line between paragraphs, and - for lists',
    },
  },
  {
    pattern: /!\[[^[\]\n]*\]\([^()\n]*\)/gu,
    message: (written) => ({
      zh: `正文里有图片：${written}，不会印出`,
      en: `There is a picture in the prose: ${written} is not printed`,
    }),
    hint: { zh: '年度报告的格式里没有图片，请删去', en: 'Remove it: the form of the annual report has no pictures' },
  },
];

/** Reports HTML and pictures in the prose, each at most once per text. */
export function checkMarkup(report: Report, place: PlaceText): Finding[] {
  const { id: rule, severity } = unsupportedMarkup;
  return proseFields(report).flatMap((field) =>
    MARKUP.flatMap(({ pattern, message, hint }) => {
      const first = field.text.match(pattern)?.[0];
      if (first === undefined) return [];
      return [textFinding(field, place(field)(first), { rule, severity, message: message(first), hint })];
    }),
  );
}
