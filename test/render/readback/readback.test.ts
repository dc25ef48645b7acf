import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/browser/types.ts';
import { fragment } from '../../../src/render/fragment.ts';
import { checkPage } from '../../../src/render/readback/check-page.ts';
import { checkPdf } from '../../../src/render/readback/check-pdf.ts';
import type { PdfContent } from '../../../src/render/readback/pdf-reading.ts';
import { readHtml } from '../../../src/render/readback/read-html.ts';
import { readPdf } from '../../../src/render/readback/read-pdf.ts';
import { readReport } from '../../../src/report/report.ts';
import { parse } from '../../../src/source/parse.ts';
import { pageView } from '../../../src/view/page.ts';
import type { PageView } from '../../../src/view/page-view.ts';
import { sharedBrowser } from '../../shared-browser.ts';
import { distinctReport } from '../distinct-report.ts';
import { official, officialPage, printed, publicationOf } from '../publication.ts';
import { mutablePdf, withNote } from './mutated-pdf.ts';

const examples = readdirSync('examples').filter((name) => name.endsWith('.yaml'));
const viewOf = (text: string): PageView => pageView(readReport(parse(text, 'x.yaml').data));
const example = (name: string) => viewOf(readFileSync(`examples/${name}`, 'utf8'));

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

interface Finished {
  readonly view: PageView;
  readonly page: string;
  readonly pdf: Uint8Array;
}

async function finished(view: PageView): Promise<Finished> {
  return { view, page: await officialPage(view), pdf: await printed(view, browser) };
}

const fragmentOf = async (view: PageView): Promise<string> => {
  const publication = publicationOf(view);
  const page = '';
  const content = await fragment.render({
    publication,
    page,
    templates: await official,
    pageOf: async () => page,
    browser: async () => browser,
    signal: new AbortController().signal,
  });
  return new TextDecoder().decode(content);
};

const numbersOf = ({ sections }: PageView) =>
  sections.flatMap(({ table }) =>
    (table?.grid.bodies ?? []).flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.filter(({ path }) => path !== undefined)),
    ),
  ) as { path: string; text: string }[];

describe('what was built is read back as it is', () => {
  test.each(examples)('%s: page, fragment and PDF', async (name) => {
    const { view, page, pdf } = await finished(example(name));
    expect(checkPage(page, view)).toEqual([]);
    expect(checkPage(await fragmentOf(view), view, { title: false })).toEqual([]);
    expect(checkPdf(await readPdf(pdf), page)).toEqual([]);
  });

  test('a table that goes over several pages, with labels that go on', async () => {
    const text = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
    const view = viewOf(text);
    const rows = view.sections.map((section) => {
      if (!section.table) return section;
      const { grid } = section.table;
      const long = grid.bodies.map((body) => ({
        rows: body.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => (cell.path ? { ...cell, note: '一条说明'.repeat(12) } : cell)),
        })),
      }));
      return { ...section, table: { ...section.table, grid: { ...grid, bodies: long } } };
    });
    const { page, pdf } = await finished({ ...view, sections: rows });
    const content = await readPdf(pdf);
    expect(content.pages).toBeGreaterThan(8);
    expect(content.blocks.filter(({ text: one }) => one.endsWith('（续）')).length).toBeGreaterThan(2);
    expect(checkPdf(content, page)).toEqual([]);
  });

  test('characters that share a glyph, rare ones, spaces, lists, quotes, tables and links', async () => {
    const odd = [
      '标点：—―–‒‑-‐·・•‧∙…⋯〜～∕／①➀⑩➉“”‘’「」〔〕【】〈〉，。；：？！ 门⻔ 见⻅ 自⾃ 二⼆ ⿁鬼 喆𬭼繁體㙍塚﨑 a\u00a0b\u2003c ½²　全角〈\u2329〉\u232a**胶㬵**',
      '1. 一\n2. 二\n   - 甲\n\n     乙',
      '> 引用[网站](https://example.gov.cn/a)**粗**',
      '| 项目 | 件数 |\n|---|---|\n| 网上 | 3 |',
      '#### 小标题\n\n###### 更小的\n\n# 标题',
    ].join('\n\n');
    const text = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
    const source = parse(text, 'x.yaml').data as { problems: unknown };
    const view = pageView(readReport({ ...source, problems: { text: odd }, preface: { text: '# 前言\n\n前言。' } }));
    const { page, pdf } = await finished(view);
    expect(checkPage(page, view)).toEqual([]);
    const content = await readPdf(pdf);
    expect(checkPdf(content, page)).toEqual([]);
    const levels = content.blocks.flatMap(({ kind, level = 0 }) => (kind === 'heading' ? [level] : []));
    expect(levels.slice(0, 3)).toEqual([1, 2, 2]);
    expect(levels.join('')).toContain('23432');
  });
});

describe.each(['2021', '2019'])('one digit changed, form of %s', (edition) => {
  let made: Finished;
  let content: PdfContent;
  beforeAll(async () => {
    made = await finished(pageView(distinctReport(edition)));
    content = await readPdf(made.pdf);
  });

  test('in the page: every cell is found and named', () => {
    const { page, view } = made;
    const numbers = numbersOf(view);
    expect(numbers.length).toBeGreaterThan(100);
    for (const { path, text } of numbers) {
      const other = text.replace(/\d/, (digit) => String((Number(digit) % 9) + 1));
      const changed = page.replace(`data-path="${path}">${text}<`, `data-path="${path}">${other}<`);
      expect(changed).not.toBe(page);
      const faults = checkPage(changed, view);
      expect(faults.map((fault) => fault.path)).toEqual([path]);
      expect(faults[0]?.message.zh).toContain(`“${other}”，应为“${text}”`);
    }
  });

  test('in the text of the PDF: every cell is found and named', () => {
    for (const { path, text } of numbersOf(made.view)) {
      const other = text.replace(/\d/, (digit) => String((Number(digit) % 9) + 1));
      const blocks = content.blocks.map((block) => (block.text === text ? { ...block, text: other } : block));
      expect(checkPdf({ ...content, blocks }, made.page).map((fault) => fault.path)).toEqual([path]);
    }
  });

  test('in the file: the glyph of a digit drawn as another', async () => {
    const { runs, withGlyph } = await mutablePdf(made.pdf);
    const shape = (signs: readonly string[]) => signs.map((sign) => signs.indexOf(sign)).join();
    const numbers = content.blocks.flatMap(({ text }) => (/^\d{3,}$/.test(text) ? [text] : []));
    expect(numbers.length).toBeGreaterThan(100);
    for (const part of [0.1, 0.4, 0.6, 0.9]) {
      const number = [...(numbers[Math.floor(numbers.length * part)] as string)];
      const run = runs.find((glyphs) => shape(glyphs.map(({ code }) => code)) === shape(number));
      const [first] = run ?? [];
      const other = runs.flat().find(({ code }) => code !== first?.code);
      if (!(first && other)) throw new Error('no such glyphs');
      const faults = checkPdf(await readPdf(await withGlyph(first, other.code)), made.page);
      expect(faults.map(({ message }) => message.zh)).toEqual([expect.stringContaining('应为')]);
    }
  });

  test('a cell taken out, one too many, two that changed places, a heading gone', () => {
    const { page, view } = made;
    const [one, two] = numbersOf(view).slice(20, 22) as [
      { path: string; text: string },
      { path: string; text: string },
    ];
    const at = content.blocks.findIndex(({ text }) => text === one.text);
    const faultsOf = (blocks: PdfContent['blocks']) => checkPdf({ ...content, blocks }, page);
    expect(faultsOf(content.blocks.toSpliced(at, 1))).toEqual([
      expect.objectContaining({ path: one.path, message: expect.objectContaining({ zh: `文件里没有“${one.text}”` }) }),
    ]);
    expect(faultsOf(content.blocks.toSpliced(at, 0, { kind: 'cell', text: '9' }))[0]?.message.en).toBe(
      'The file shows "9", which is not in the report',
    );
    const swapped = content.blocks.map((block) =>
      block.text === one.text
        ? { ...block, text: two.text }
        : block.text === two.text
          ? { ...block, text: one.text }
          : block,
    );
    expect(faultsOf(swapped).map(({ path }) => path)).toContain(one.path);
    const without = content.blocks.filter(({ text }) => !text.startsWith('五、'));
    expect(faultsOf(without)[0]?.message.zh).toMatch(/^文件里没有“五、/u);
    expect(checkPage(page.replace(/<h2 id="section-5-title">.*?<\/h2>/u, ''), view)[0]?.message.zh).toMatch(/“五、/u);
  });
});

test('a number in the prose, a note upon a page, and text beside the report are found', async () => {
  const { page, pdf } = await finished(example('wenzhou-hrss-2023.yaml'));
  const content = await readPdf(pdf);
  const blocks = content.blocks.map((block) => ({ ...block, text: block.text.replace('1701条', '1710条') }));
  const [fault] = checkPdf({ ...content, blocks }, page);
  expect(fault?.message.zh).toMatch(/1710条.*应为.*1701条/u);
  expect(checkPdf(await readPdf(await withNote(pdf)), page).map(({ message }) => message.en)).toEqual([
    'Annotations were added to the file (FreeText)',
  ]);
  expect(checkPdf({ ...content, loose: [...content.loose, '— 99 —'] }, page).map(({ message }) => message.zh)).toEqual([
    '页码不对，是 1、2、3、4、5、99',
  ]);
});

test('what only the screen shows is no part of the paper; what is hidden is no part of either', () => {
  const html =
    '<head><title>t</title></head><p class="a screen-only">甲</p><p>乙</p><p hidden>丙</p><b aria-hidden="true">丁</b><script id="data">{"a":1}</script>';
  const texts = (paper: boolean) => readHtml(html, { paper }).blocks.map(({ text }) => text);
  expect(texts(false)).toEqual(['甲', '乙']);
  expect(texts(true)).toEqual(['乙']);
  expect(readHtml(html).data.get('data')).toBe('{"a":1}');
});
