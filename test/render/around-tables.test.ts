import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../src/browser/types.ts';
import { docxOf, readDocx } from '../../src/render/docx-document/document.ts';
import { withInlineStyles } from '../../src/render/inline-styles.ts';
import { renderPage } from '../../src/render/page-html.ts';
import { checkBlocks, checkPage } from '../../src/render/readback/check-page.ts';
import { checkPdf } from '../../src/render/readback/check-pdf.ts';
import { readHtml } from '../../src/render/readback/read-html.ts';
import { readPdf as readBack } from '../../src/render/readback/read-pdf.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { pageView } from '../../src/view/page.ts';
import type { PageView } from '../../src/view/page-view.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { official, printed, publicationOf } from './publication.ts';

// Prose above and below tables, in every format.

const folder = new URL('../fixtures/sound/', import.meta.url);
const report = readReport(parse(readFileSync(new URL('around-tables.yaml', folder), 'utf8'), 'a.yaml').data);
const view = pageView(report);
const flat = (text: string) => text.replace(/\s/gu, '');

/** The prose around the three tables, in the order of the page. */
const ORDER = [
  ...['二、主动公开政府信息情况', '2023年制作、获取政府信息330条', '第二十条第（一）项', '18651.064104'],
  ...['注：收费金额为全年缴入国库的金额', '全年收取行政事业性收费18651.064104万元', '制发行政规范性文件7件'],
  ...['三、收到和处理政府信息公开申请情况', '通过网络收到9件，通过信函收到3件，合计新收12件', '申请人情况'],
  ...['四、结转下年度继续办理', '办结12件，予以公开9件', '清溪县财政局已经答复', '图1', '答复方式', '电子邮件'],
  ...['四、政府信息公开行政复议、行政诉讼情况', '没有因政府信息公开申请行政复议', '行政复议', '五、存在的主要问题'],
];

/** Fails if a piece does not come after the one before it. */
function inOrder(texts: readonly string[]): void {
  const text = flat(texts.join('\n'));
  let at = text.indexOf(flat(ORDER[0] ?? ''));
  for (const piece of ORDER) {
    const found = text.indexOf(flat(piece), at);
    expect.soft(found, piece).toBeGreaterThanOrEqual(0);
    at = Math.max(at, found);
  }
}

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

const pageOf = async (one: PageView) => (await renderPage(publicationOf(one), await official)).html;

test('the view has them apart from the table', () => {
  const [, two, three, four] = view.sections;
  expect(two?.above).toContain('<p>2023年制作、获取政府信息330条');
  expect(two?.html).toContain('18651.064104万元');
  expect(three?.above).toContain('合计新收12件');
  expect(three?.html).toContain('id="chart-1"');
  expect(four?.html).toBe('');
  expect(view.charts).toHaveLength(1);
});

test('one that is not written yet is told as such in a draft', () => {
  const empty = pageView(readReport({ year: 2023, applications: { text_above: null, text_below: ' ' } }));
  expect([empty.sections[2]?.above, empty.sections[2]?.html]).toEqual(Array(2).fill('<p><mark>待填</mark></p>'));
  expect([empty.sections[1]?.above, empty.sections[1]?.html]).toEqual(['', '']);
});

test('page and fragment: in order, the heading above the text, and the cells of other tables are no cells of the form', async () => {
  const page = await pageOf(view);
  inOrder(readHtml(page, { paper: true }).blocks.map(({ text }) => text));
  expect(checkPage(page, view)).toEqual([]);
  expect(page).toMatch(/<h2 id="section-3-title">三、[^<]*<\/h2>\s*<p>通过网络/u);
  expect(page.match(/<caption>/gu)).toBeNull();
  expect(await pageOf(pageView(readReport({ year: 2023 })))).toContain('<caption><h2 id="section-3-title">');
  const fragment = withInlineStyles((await official).fragment({ page: view }));
  inOrder(readHtml(fragment).blocks.map(({ text }) => text));
  expect(checkPage(fragment, view, { title: false })).toEqual([]);
});

test('a page whose own table has lost a cell is not let out, nor one whose form has', async () => {
  const page = await pageOf(view);
  const faults = (html: string) => checkPage(html, view).map(({ message }) => message.zh);
  expect(faults(page.replace('<td>邮寄</td>', ''))).toEqual(['文件里没有“邮寄”']);
  expect(faults(page.replace('>18651.064104</td>', '>18651.06</td>'))).toEqual([
    '文件里是“18651.06”，应为“18651.064104”',
  ]);
});

test('Word: in order, and no two tables run into one', async () => {
  const text = '说明如下：\n\n| 类别 | 件数 |\n|---|---|\n| 甲 | 3 |';
  const own = pageView(
    readReport({ ...(report.data as object), applications: { text_above: text, text_below: text } }),
  );
  for (const one of [view, own]) {
    const bytes = await docxOf(publicationOf(one));
    const blocks = readDocx(bytes);
    expect(checkBlocks(blocks, one)).toEqual([]);
    if (one === view) inOrder(blocks.map(({ text: said }) => said));
    // Word makes one table of two that touch.
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml.match(/<w:tbl>/gu)).toHaveLength(one === view ? 4 : 5);
    expect(xml).not.toContain('</w:tbl><w:tbl>');
  }
});

test('PDF: in order; read back it is the page', async () => {
  const bytes = await printed(view, browser);
  const pdf = await readBack(bytes);
  inOrder(pdf.blocks.map(({ text }) => text));
  expect(checkPdf(pdf, await pageOf(view))).toEqual([]);
});

test('PDF: a table too long for a page, with text around it', async () => {
  const sections = view.sections.map((section) => {
    if (section.table?.key !== 'applications') return section;
    const bodies = section.table.grid.bodies.map(({ rows }) => ({
      rows: rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell.path?.endsWith('.natural_person') ? { ...cell, note: '其中三件与上年重复，已合并处理' } : cell,
        ),
      })),
    }));
    return { ...section, table: { ...section.table, grid: { ...section.table.grid, bodies } } };
  });
  const pdf = await readBack(await printed({ ...view, sections }, browser));
  const text = flat(pdf.blocks.map((block) => block.text).join(''));
  expect(text).toContain('（续）');
  expect(text.indexOf('合计新收12件')).toBeLessThan(text.indexOf('申请人情况'));
  expect(text.indexOf('办结12件')).toBeGreaterThan(text.lastIndexOf('四、结转下年度继续办理'));
});
