import type { RuleInfo } from '../diagnostics/rule.ts';
import type { Text } from '../diagnostics/text.ts';

/** What `build` demands of a finished page before it hands it out. The page is looked at in `render/`; here stands what is known of the rules. */

const say = (zh: string, en: string): Text => ({ zh, en });

type Known = Omit<RuleInfo, 'severity' | 'fixed' | 'source'>;

/** What can not be waived: a page with such a fault is not the report. */
const ofPage = (known: Known): RuleInfo => ({
  severity: 'error',
  fixed: true,
  source: say('官方格式的表格，原样印出', "the official form's tables, printed as they are"),
  ...known,
});

export const PAGE_RULES: readonly RuleInfo[] = [
  ofPage({
    id: 'glyph-missing',
    title: say('每个字都有字体能印', 'There is a font for every character'),
    why: say(
      '没有字形的字印出来是方框。build 时核对，样式表和页码里的字也在内。',
      'A character without a glyph would be printed as a box. Checked by build, also what style sheet and page numbers add.',
    ),
    example: { good: 'preface: { text: "喆" }', bad: 'preface: { text: "\u{f0000}" }' },
  }),
  ofPage({
    id: 'page-content',
    title: say('页面上每个标题和单元格都在，和报告一致', 'The page shows every heading and cell, as the report has it'),
    why: say(
      '改过的模板可能漏印、错位。build 生成 PDF 前逐格核对。',
      'A changed template may leave cells out or put them elsewhere. Checked cell by cell when build makes a PDF.',
    ),
    example: { good: '# 官方模板', bad: '# 模板里隐藏了“总计”一列' },
  }),
  ofPage({
    id: 'page-layout',
    title: say('印出来的字没有截断、重叠，没有超出版心', 'Nothing printed is cut off, overlaps or leaves the page'),
    why: say(
      '很长的说明会挤出它的单元格，或者比一页纸还高。build 生成 PDF 前按打印的版式量过；比一页长的表格会在两行之间分页。',
      'A very long note leaves its cell, or gets higher than a page. Measured in print layout when build makes a PDF; a table longer than a page is broken between its rows.',
    ),
    example: {
      good: 'reconsideration_and_litigation: { litigation: { direct: { pending: { value: 1, note: 二审 } } } }',
      bad: 'reconsideration_and_litigation: { litigation: { direct: { pending: { value: 1, note: 五百字的说明…… } } } }',
    },
  }),
];
