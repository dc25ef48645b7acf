// Layouts of web pages.

import { gb18030 } from './gb18030.ts';
import {
  below,
  blockGrid,
  type Grid,
  HEADER_ROWS,
  heightOf,
  joinedLabels,
  LABEL_COLUMNS,
  mergesLost,
  retold,
  slice,
  turned,
  unmerged,
  withEmptyColumn,
  withNote,
  withoutRows,
  withRowMoved,
} from './grid.ts';
import { bytesOf, htmlOf, type Markup } from './html-markup.ts';
import * as styles from './html-styles.ts';
import type { Layout } from './layout.ts';
import { type Block, numbered, type PageOptions } from './page.ts';

export const web = (
  name: string,
  tries: string,
  page: PageOptions = {},
  style: Partial<Markup> = {},
  edition: Layout['edition'] = '2021',
): Layout => ({
  name,
  format: 'html',
  edition,
  tries,
  page,
  make: (report, options) => bytesOf(htmlOf(report, options, style)),
});

/** Changes only one table of the form. */
export const only =
  (key: string, change: (grid: Grid) => readonly (Grid | string)[]): NonNullable<PageOptions['table']> =>
  (grid, table) =>
    table.key === key ? change(grid) : [grid];

const three = (change: (grid: Grid) => readonly (Grid | string)[]): PageOptions => ({
  table: only('applications', change),
});
const four = (change: (grid: Grid) => readonly (Grid | string)[]): PageOptions => ({
  table: only('reconsideration_and_litigation', change),
});

/** Cuts table three inside （四） and prints the parts one after the other. */
export const split =
  (header: boolean, between: readonly string[]) =>
  (grid: Grid): (Grid | string)[] => {
    const at = (grid.find(({ text }) => text.startsWith('（四）'))?.row ?? 16) + 1;
    const rest = slice(grid, at, heightOf(grid), false);
    const top = slice(grid, 0, HEADER_ROWS, false);
    return [slice(grid, 0, at, false), ...between, header ? below([top, rest]) : rest];
  };

export const blankZero = (value: string): string => (value === '0' ? '' : value);
const fullWidth = (text: string): string =>
  text.replace(/[\d.]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const thousands = (value: string): string => value.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

/** The group 三、本年度办理结果 in two parts, each with the label. */
const labelTwice = (grid: Grid): Grid =>
  grid.flatMap((cell) => {
    if (cell.text !== '三、本年度办理结果') return [cell];
    const half = Math.floor(cell.rows / 2);
    // A cell that begins above the cut and ends below it would be cut too: the cut is at a row where none does.
    const row =
      grid.find((one) => one.column === 1 && one.row > cell.row + half && one.rows > 1)?.row ?? cell.row + half;
    return [
      { ...cell, rows: row - cell.row },
      { ...cell, row, rows: cell.row + cell.rows - row },
    ];
  });

const slips = (text: string): string =>
  text
    .replace('三、本年度办理结果', '三三、本年度办理结果')
    .replace('其他法律行政法规禁止公开', '其他法律行政止公开')
    .replace('“三安全一稳定”', '"三安全一稳定"')
    .replace(/^(\d)\./, '$1、');

/** Everything from the heading of the first table to the last table as rows of one table. */
function inOneTable(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => block.kind === 'grid') - 1;
  const last = blocks.findLastIndex((block) => block.kind === 'grid');
  const grids = blocks
    .slice(first, last + 1)
    .map((block) =>
      block.kind === 'grid' ? block.grid : [{ row: 0, column: 0, rows: 1, columns: 15, text: block.text }],
    );
  return [...blocks.slice(0, first), { kind: 'grid', table: 'all', grid: below(grids) }, ...blocks.slice(last + 1)];
}

export const HTML_LAYOUTS: readonly Layout[] = [
  web('plain', 'the official tables without any trouble'),
  web('semantic', 'header cells, navigation and scripts around', {}, styles.SEMANTIC),
  web('cleaned', 'vertical labels in several paragraphs, padded with hard spaces', {}, styles.CLEANED),
  web(
    'pasted',
    'line breaks inside attributes, bare cells, a label printed twice',
    three((grid) => [labelTwice(grid)]),
    styles.PASTED,
  ),
  web('outset', 'runs of font elements, parts of the page inside the article', {}, styles.OUTSET),
  web('blank-zeros', 'zeros left blank, pixel widths', { print: blankZero }, styles.NOWRAP),
  web('dash-zeros', 'zeros printed as a dash or stroke', {
    print: (value, path) => (value === '0' ? (path.length % 2 ? '—' : '/') : value),
  }),
  web('metadata', 'a table about the document first, a second title', {}, styles.METADATA),
  web('nested', 'the article inside two layout tables', {}, styles.NESTED),
  web('split', 'table three in two, no second header, a page number between', three(split(false, ['— 4 —']))),
  web('split-header', 'table three in two with the header again', three(split(true, ['-4-'])), styles.CLEANED),
  web('torn', 'every digit in its own element', {}, styles.TORN),
  web('renumbered', 'the overview has its own numbers from one, the sections begin again, four is missing', {
    part: (heading, index) => numbered(heading, index + 1),
    heading: (title, section) => (section === 4 ? title : numbered(title, section)),
  }),
  web('prose-in-two', 'prose above and below the first table', { proseInTwo: true }, styles.CLEANED),
  web('slips', 'misprinted labels, units and remarks in cells, deviating headings', {
    table: (grid) => [retold(grid, (text, cell) => (cell.path ? text : slips(text)))],
    heading: (title, section) =>
      numbered(
        section === 5 ? '存在问题及改进情况' : section === 4 ? '政府信息公开行政法复议、行政诉讼情况' : title,
        section,
      ),
    print: (value, path) =>
      /\.issued$/.test(path) && value !== '0'
        ? `${value}（其中修订1件）`
        : /licensing/.test(path)
          ? `${value}笔`
          : value,
  }),
  {
    ...web('gbk', 'bytes in GBK, declared as UTF-8'),
    make: (report, options) => gb18030(htmlOf(report, options, styles.CLEANED)),
  },
  { ...web('hybrid', 'the row （六）其他处理 of the edition before'), hybrid: true },
  web('old-form', 'the form of 2019', {}, styles.PASTED, '2019'),
  web('old-form-blank', 'the form of 2019 with blank zeros', { print: blankZero }, styles.NOWRAP, '2019'),
  web('order', 'the sections with tables in another order', { order: [1, 4, 3, 2, 5, 6] }),
  web(
    'four-turned',
    'table four with rows and columns exchanged',
    four((grid) => [turned(grid)]),
  ),
  web('blocks-apart', 'every block of table two in its own table', {
    table: (grid, table, print) =>
      table.layout === 'blocks' ? table.blocks.map((block) => blockGrid(table, block, print)) : [grid],
  }),
  web('labels-repeated', 'no merged labels, each repeated in every cell', { table: (grid) => [unmerged(grid)] }),
  web('merges-lost', 'no merged cells, only the first has the text', { table: (grid) => [mergesLost(grid)] }),
  web(
    'labels-joined',
    'the three label columns of table three as one',
    three((grid) => [joinedLabels(grid)]),
  ),
  web(
    'spacer',
    'an empty column after the labels of table three',
    three((grid) => [withEmptyColumn(grid, LABEL_COLUMNS)]),
  ),
  web(
    'no-header',
    'table three without its header',
    three((grid) => [withoutRows(grid, HEADER_ROWS)]),
  ),
  web('full-width', 'full-width digits', { print: fullWidth }, styles.CLEANED),
  web('units', 'a unit after every number', {
    print: (value, path) => (/fees/.test(path) ? `${value}万元` : `${value} 件`),
  }),
  web('thousands', 'thousands separators', { print: thousands }, styles.OUTSET),
  web('note-row', 'a note in the last row of each table', {
    table: (grid) => [withNote(grid, '注：以上数据以年末统计为准。')],
  }),
  web(
    'total-first',
    'the row of the total before its parts',
    three((grid) => [withRowMoved(grid, '（七）总计', HEADER_ROWS + 2)]),
  ),
  web('one-table', 'sections two to four as one table, the headings in its rows', { rearranged: inOneTable }),
];
