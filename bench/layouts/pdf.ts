// Layouts of PDF files, drawn as office programs do it.
import { blankZero } from './html.ts';
import type { Layout } from './layout.ts';
import { type PageOptions, pageOf } from './page.ts';
import { drawPaper, type PaperStyle } from './pdf-paper.ts';

const paper = (
  name: string,
  tries: string,
  style: PaperStyle,
  page: PageOptions = {},
  more: Partial<Layout> = {},
): Layout => ({
  name,
  format: 'pdf',
  edition: '2021',
  tries,
  page,
  make: (report, options) => drawPaper(pageOf(report, options), style),
  ...more,
});

const dashes = (page: number): string => `— ${page} —`;
const hyphens = (page: number): string => `-${page}-`;

export const PDF_LAYOUTS: readonly Layout[] = [
  paper('paper', 'ruled lines', { rules: 'lines', pageNumber: dashes }),
  paper('paper-rectangles', 'rules as thin rectangles, table three broken inside （四）', {
    rules: 'rectangles',
    pageNumber: hyphens,
    breakInFour: true,
  }),
  paper('paper-header-again', 'the header of table three on both pages', {
    rules: 'lines',
    pageNumber: dashes,
    breakInFour: true,
    headerAgain: true,
  }),
  paper('paper-glyphs', 'each glyph placed alone, numbers drawn before labels', {
    rules: 'boxes',
    glyphs: true,
    numbersFirst: true,
    pageNumber: String,
  }),
  paper(
    'paper-blank-zeros',
    'zeros left blank, a running head',
    { rules: 'rectangles', runningHead: '政府信息公开', pageNumber: dashes },
    { print: blankZero },
  ),
  paper('paper-no-rules', 'no rules at all', { rules: 'none', pageNumber: dashes }),
  paper(
    'paper-hybrid',
    '（六）其他处理 as one row, broken inside （四）',
    { rules: 'rectangles', breakInFour: true, pageNumber: hyphens },
    {},
    { hybrid: true },
  ),
  paper(
    'paper-old-form',
    'the form of 2019',
    { rules: 'lines', pageNumber: dashes },
    { proseInTwo: true },
    { edition: '2019' },
  ),
];
