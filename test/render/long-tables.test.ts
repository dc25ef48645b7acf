import { beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../src/browser/types.ts';
import { PageFaults } from '../../src/diagnostics/page-faults.ts';
import type { GridCell } from '../../src/view/grid.ts';
import { pageView } from '../../src/view/page.ts';
import type { PageView } from '../../src/view/page-view.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { distinctReport } from './distinct-report.ts';
import { printed } from './publication.ts';
import { numbersBetween, type PdfContent, readPdf } from './read-pdf.ts';
import { strained } from './strained/strained-reports.ts';

// Tables longer than a page, as a real browser prints them.

let browser: Browser;

beforeAll(async () => {
  browser = await sharedBrowser();
});

/** The same view with a note in every cell of which `path` says so. */
function withNotes(page: PageView, note: (path: string) => string | undefined): PageView {
  const cell = (one: GridCell): GridCell => {
    const text = one.path === undefined ? undefined : note(one.path);
    return text === undefined ? one : { ...one, note: text };
  };
  const sections = page.sections.map((section) => {
    if (!section.table) return section;
    const bodies = section.table.grid.bodies.map(({ rows }) => ({
      rows: rows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
    }));
    return { ...section, table: { ...section.table, grid: { ...section.table.grid, bodies } } };
  });
  return { ...page, sections };
}

const NOTE = '其中三件与上年重复，已合并处理';
const print = async (page: PageView): Promise<PdfContent> => readPdf(await printed(page, browser));
const flat = (text: string | undefined) => (text ?? '').replace(/\s/gu, '');
const pagesWith = ({ pages }: PdfContent, text: string) => pages.filter((page) => flat(page).includes(text)).map(flat);

test('table 三 that is too long breaks between rows: header on both pages, labels closed and repeated, no cell lost', async () => {
  const report = distinctReport('2021');
  const page = withNotes(pageView(report), (path) =>
    /^applications\.outcomes\.not_disclosed\..*\.natural_person$/u.test(path) ? NOTE : undefined,
  );
  const pdf = await print(page);
  const parts = pagesWith(pdf, '申请人情况');
  expect(parts).toHaveLength(2);
  expect(parts[0]).toContain('三、收到和处理政府信息公开申请情况');
  for (const part of parts) expect(part).toContain('勾稽关系');
  expect(parts[0]?.slice(parts[0].indexOf('三、收到'))).not.toMatch(/续表|（续）/u);
  expect(parts[1]).toMatch(/^—\d+—续表（本列数据的勾稽关系为/u);
  expect(parts[1]).toContain('三、本年度办理结果（续）');
  expect(parts[1]).toContain('四、结转下年度继续办理');
  expect(parts[1]?.match(/— ?\d+ ?—|—\d+—/u)).not.toBeNull();
  expect(numbersBetween(pdf.pages, '二、主动公开', '五、存在的')).toEqual(
    [...report.cells.values()].map(({ text }) => text),
  );
  expect(pdf.missingGlyphs).toBe(0);
});

test('table 二 of 2019 breaks between its blocks, and a block that is broken repeats its heading', async () => {
  const report = distinctReport('2019');
  const long = withNotes(pageView(report), (path) => (path.endsWith('.items_last_year') ? NOTE.repeat(6) : undefined));
  const pdf = await print(long);
  const parts = pagesWith(pdf, '第二十条第');
  expect(parts).toHaveLength(2);
  expect(numbersBetween(pdf.pages, '二、主动公开', '五、存在的')).toEqual(
    [...report.cells.values()].map(({ text }) => text),
  );
  const longer = withNotes(pageView(report), (path) =>
    path.endsWith('.items_last_year') ? NOTE.repeat(75) : undefined,
  );
  const [second] = pagesWith(await print(longer), '（续）');
  expect(second).toMatch(/^—\d+—续表第二十条第（[五六]）项（续）信息内容上一年项目数量/u);
});

test('a row that is higher than a page is an error at its longest cell', async () => {
  const path = 'reconsideration_and_litigation.litigation.direct.pending';
  const page = withNotes(pageView(distinctReport('2021')), (one) => (one === path ? NOTE.repeat(30) : undefined));
  const error = await print(page).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PageFaults);
  expect((error as PageFaults).faults).toMatchObject([{ rule: 'page-layout', path }]);
});

test('with an own template, only what is longer than a page breaks, below a header that the browser repeats', async () => {
  const report = distinctReport('2021');
  const long = (path: string) => (path.startsWith('applications.outcomes') ? NOTE : undefined);
  const pdf = readPdf(await printed(withNotes(pageView(report), long), browser, { own: true }));
  const parts = pagesWith(await pdf, '申请人情况');
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(part).toContain('勾稽关系');
  expect(parts.join('')).not.toContain('续表');
  expect(parts[1]).toContain('三、本年度办理结果（续）');
  expect(numbersBetween((await pdf).pages, '二、主动公开', '五、存在的')).toEqual(
    [...report.cells.values()].map(({ text }) => text),
  );
});

test('what fits is printed once, unbroken', async () => {
  const page = pageView(distinctReport('2021'));
  const [first, ...sections] = page.sections;
  if (!first) throw new Error('no section');
  const view = { ...page, sections: [{ ...first, html: '<p>一行。</p>'.repeat(18) }, ...sections] };
  let pages = 0;
  await printed(view, browser, { onPage: () => pages++ });
  expect(pages).toBe(0);
});

test('the header of a table in the prose stays with its rows', async () => {
  const overview = '| 项目 | 数量 |\n|---|---|\n| 甲 | 1 |\n| 乙 | 2 |\n| 丙 | 3 |';
  // Two rows below the header would fit on the first page, but not the last one.
  const { pages } = await print(strained({ lines: 7, overview }));
  expect(flat(pages[0])).not.toContain('项目数量');
  expect(flat(pages[1])).toContain('项目数量甲1乙2丙3');
});
