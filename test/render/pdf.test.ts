import { beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../src/browser/types.ts';
import { fontFaces } from '../../src/fonts/font-face.ts';
import { subsetFonts } from '../../src/fonts/subset.ts';
import { renderPage } from '../../src/render/page-html.ts';
import { pageView } from '../../src/view/page.ts';
import type { PageView } from '../../src/view/page-view.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { distinctReport } from './distinct-report.ts';
import { official, publicationOf } from './publication.ts';
import { numbersBetween, readPdf } from './read-pdf.ts';

const BUNDLED = ['NotoSerifSC-Regular', 'NotoSerifSC-Bold', 'NotoSansSC-Medium', 'LXGWWenKai-Regular'];
let browser: Browser;

beforeAll(async () => {
  browser = await sharedBrowser();
});

const print = async (page: PageView) => {
  const { html } = await renderPage(publicationOf(page), await official);
  return readPdf(await browser.printPdf(html));
};

const cellNumbers = async (page: PageView) => numbersBetween((await print(page)).pages, '二、主动公开', '五、存在的');

test.each(['2021', '2019'])(
  'the PDF holds every cell of every table in the order of the form of %s',
  async (edition) => {
    const report = distinctReport(edition);
    const expected = [...report.cells.values()].map(({ text }) => text);
    expect(expected.length).toBe(edition === '2021' ? 10 + 175 + 15 : 22 + 161 + 15);
    expect(await cellNumbers(pageView(report))).toEqual(expected);
  },
);

test('two cells swapped in the view are noticed', async () => {
  const report = distinctReport('2021');
  const page = pageView(report);
  const cells = page.sections[2]?.table?.grid.bodies[0]?.rows[4]?.cells ?? [];
  const [a, b] = cells.slice(-2);
  Object.assign(cells, { [cells.length - 2]: b, [cells.length - 1]: a });
  expect(await cellNumbers(page)).not.toEqual([...report.cells.values()].map(({ text }) => text));
});

test('the PDF is drawn with the bundled fonts alone, and no glyph is missing', async () => {
  const report = distinctReport('2021');
  const page = pageView(report);
  const parts = [{ id: 'x', heading: '（一）主动公开', html: '<p>喆、镕、龘、<strong>𬭼</strong>。</p>' }];
  const sections = page.sections.map((section, index) => (index === 0 ? { ...section, parts } : section));
  const pdf = await print({ ...page, sections });
  expect(pdf.fonts).toEqual(new Set(BUNDLED));
  expect(pdf.missingGlyphs).toBe(0);
  expect(pdf.pages.join('')).toContain('喆、镕、龘、𬭼');
});

test('a font that lacks a hanzi of the page is noticed', async () => {
  const { fonts } = await subsetFonts({ song: '中华民共和国' });
  const html = `<!doctype html><style>${fontFaces(fonts)} body{font-family:"OGI Song"}</style><p>中华人民共和国`;
  const pdf = await readPdf(await browser.printPdf(html));
  expect(pdf.missingGlyphs).toBeGreaterThan(0);
});

test('the PDF is a tagged document with title, language, bookmarks and table headers', async () => {
  const pdf = await print(pageView(distinctReport('2021')));
  expect(pdf.info.Title).toBe('清溪县人民政府2021年政府信息公开工作年度报告');
  expect(pdf.info.Language).toBe('zh-CN');
  expect(pdf.marked).toBe(true);
  expect(pdf.outline).toEqual([
    '清溪县人民政府2021年政府信息公开工作年度报告',
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ]);
  for (const role of ['H1', 'H2', 'Table', 'Caption', 'TR', 'TH', 'TD']) expect(pdf.roles).toContain(role);
});

test('table 三 stands on one page with its heading, and pages are numbered', async () => {
  const { pages } = await print(pageView(distinctReport('2021')));
  const table = pages.filter((page) => page.includes('三、收到和处理政府信息公开申请情况'));
  expect(table).toHaveLength(1);
  expect(table[0]).toContain('四、结转下年度继续办理');
  for (const [index, page] of pages.entries()) expect(page).toMatch(new RegExp(`— ${index + 1} —`));
});

test('a table that is longer than a page breaks between its rows, with its header on every page', async () => {
  const page = pageView(distinctReport('2021'));
  const sections = page.sections.map((section) => {
    if (section.table?.key !== 'reconsideration_and_litigation') return section;
    const { grid } = section.table;
    const [body] = grid.bodies;
    const rows = Array.from({ length: 60 }, () => body?.rows ?? []).flat();
    return { ...section, table: { ...section.table, grid: { ...grid, bodies: [{ rows }] } } };
  });
  const { pages } = await print({ ...page, sections });
  const withHeader = pages.filter((text) => text.includes('未经复议直接起诉'));
  expect(withHeader.length).toBeGreaterThan(1);
  const line = page.sections[3]?.table?.grid.bodies[0]?.rows[0]?.cells.map(({ text }) => text) ?? [];
  const numbers = numbersBetween(pages, '四、政府信息公开行政复议', '五、存在的');
  expect(numbers).toEqual(Array.from({ length: 60 }, () => line).flat());
});
