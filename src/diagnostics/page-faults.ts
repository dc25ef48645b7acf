import { fixedRule, type RuleInfo } from './rule.ts';
import { say, type Text } from './text.ts';

/** Rules that `build` checks on the finished page before it writes it: a page with such a fault differs from the report. */

const PRINTED_FORM = say('官方格式的表格，原样印出', 'the tables of the official form, printed unchanged');

const glyphMissing = fixedRule({
  id: 'glyph-missing',
  title: say('每个字都有字体能印', 'Every character has a font that can print it'),
  why: say(
    '没有字形的字印出来是方框。build 时核对，样式表和页码里的字也在内。',
    'A character without a glyph would be printed as a box. build checks this, including the characters that the style sheet and the page numbers add.',
  ),
  source: PRINTED_FORM,
  example: { good: 'preface: { text: "喆" }', bad: 'preface: { text: "\u{f0000}" }' },
});

export const pageContent = fixedRule({
  id: 'page-content',
  title: say(
    '页面上每个标题和单元格都在，和报告一致',
    'The page shows every heading and cell, and they agree with the report',
  ),
  why: say(
    '改过的模板可能漏印、错位。build 生成 PDF 前逐格核对。',
    'A changed template may leave out cells or print them in the wrong place. build checks every cell before it makes a PDF.',
  ),
  source: PRINTED_FORM,
  example: { good: '# 官方模板', bad: '# 模板里隐藏了“总计”一列' },
});

export const pageLayout = fixedRule({
  id: 'page-layout',
  title: say(
    '印出来的字没有截断、重叠，没有超出版心',
    'No text is cut off, overlaps other text or goes outside the text area',
  ),
  why: say(
    '很长的说明会挤出它的单元格，或者比一页纸还高。build 生成 PDF 前按打印的版式量过；排不好的表格会收紧、缩小或者在两行之间分页；仍放不下的，在这里报出。',
    'A very long note may not fit in its cell, or may be higher than a page. build measures the print layout before it makes a PDF; tables that do not fit are made tighter or smaller, or are divided between rows; what does not fit even then is reported here.',
  ),
  source: PRINTED_FORM,
  example: {
    good: 'reconsideration_and_litigation: { litigation: { direct: { pending: { value: 1, note: 二审 } } } }',
    bad: 'reconsideration_and_litigation: { litigation: { direct: { pending: { value: 1, note: 五百字的说明…… } } } }',
  },
});

export const PAGE_RULES: readonly RuleInfo[] = [glyphMissing, pageContent, pageLayout];

/** A difference between a finished page or file and the report. */
export interface PageFault {
  /** The id of one of the rules above. */
  readonly rule: string;
  readonly message: Text;
  readonly hint?: Text;
  /** The dotted path of the cell or text, if there is one. */
  readonly path?: string;
  /** Words to search for in the report file if the path is not known. */
  readonly words?: string;
  /** What is different in these words: offsets from and to. */
  readonly focus?: readonly [number, number];
  /** The chart that is different: `chart-1`. */
  readonly chart?: string;
}

/** Thrown by an output format if the finished page must not be written. */
export class PageFaults extends Error {
  constructor(readonly faults: readonly PageFault[]) {
    super(faults.map(({ message }) => message.en).join('; '));
  }
}

/** The fault for a character that no font has. */
export function missingGlyph(char: string): PageFault {
  const codePoint = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    rule: glyphMissing.id,
    message: {
      zh: `没有字体能印“${char}”（${codePoint}）`,
      en: `No font can print "${char}" (${codePoint})`,
    },
    hint: {
      zh: '换一个写法；表情符号和私用区的字不能印',
      en: 'Write it in another way; emoji and private-use characters cannot be printed',
    },
    words: char,
  };
}
