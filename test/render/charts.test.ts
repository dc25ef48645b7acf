import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../src/browser/types.ts';
import { draw, WIDTH } from '../../src/render/charts/draw.ts';
import { withDrawings } from '../../src/render/charts.ts';
import { docx } from '../../src/render/docx.ts';
import type { RenderInput } from '../../src/render/format.ts';
import { fragment } from '../../src/render/fragment.ts';
import { renderPage } from '../../src/render/page-html.ts';
import { checkPdf } from '../../src/render/readback/check-pdf.ts';
import { readHtml } from '../../src/render/readback/read-html.ts';
import { readPdf } from '../../src/render/readback/read-pdf.ts';
import { readReport } from '../../src/report/report.ts';
import { pageView } from '../../src/view/page.ts';
import type { ChartView } from '../../src/view/page-view.ts';
import { type Data, nothingHappened, put } from '../reports.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { official, printed, publicationOf } from './publication.ts';

const TEXT = '申请情况见图。\n\n{{chart "outcomes"}}\n\n{{chart "applicants"}}\n\n{{chart "years"}}\n\n下一步改进。';

/** A report with the three charts; `received` are its applications by who sent them. */
function withCharts(received: Data | number): Data {
  const data = put(nothingHappened(), 'problems.text', TEXT);
  if (received === 0) return data;
  put(data, 'applications', { received, carried_over: 0, carried_forward: received, outcomes: 0 });
  return data;
}

const lastYear = readReport(nothingHappened(2022));
const viewOf = (data: Data) => pageView(readReport(data, lastYear));
const plain = viewOf(withCharts({ natural_person: 14, commercial_enterprise: 2 }));
const extreme = viewOf(withCharts({ natural_person: 730_000, commercial_enterprise: 73, research_institution: 1 }));
const empty = viewOf(withCharts(0));
const chartOf = (view: typeof plain, index: number): ChartView => view.charts[index] as ChartView;

/** Lengths of the bars of a drawing, in its pixels; 0 for one that has none. */
function lengths(svg: string): number[] {
  const bars = [...svg.matchAll(/<path d="M[\d.]+ [\d.]+l(-?[\d.]+) 0l0 [\d.]+l-?[\d.]+ 0Z" fill="#/g)];
  return bars.map(([, length]) => Number(length));
}

describe('what is drawn', () => {
  test('a bar for each number, as long as it is great, with the number at it', () => {
    const { svg } = draw(chartOf(plain, 1));
    const [person = 0, company = 0, ...others] = lengths(svg);
    expect(person / company).toBeCloseTo(7, 1);
    expect(others).toEqual([0, 0, 0, 0]);
    for (const text of ['自然人', '法律服务机构', '>14<', '>2<']) expect(svg).toContain(text);
  });

  test('only zeros: no bar, every zero written', () => {
    for (const chart of empty.charts) {
      const { svg } = draw(chart);
      expect(lengths(svg).every((length) => length === 0)).toBe(true);
      expect(svg.match(/>0<\/text>/g)).toHaveLength(chart.bars.length * chart.series.length);
      expect(svg).not.toMatch(/NaN|Infinity/);
      expect(svg.match(/fill="#dbe3f0" stroke/g) ?? []).toHaveLength(chart.series.length - 1);
    }
  });

  test('one number ten thousand times another: the small one still has a bar, a zero has none', () => {
    const { svg } = draw(chartOf(extreme, 1));
    const [person = 0, company = 0, institute = 0, ...others] = lengths(svg);
    expect(Math.min(company, institute)).toBeGreaterThan(1);
    expect(person).toBeGreaterThan(100 * company);
    expect(person).toBeLessThan(WIDTH);
    expect(others).toEqual([0, 0, 0]);
    expect(svg).toContain('>730000<');
  });

  test('two years can be told apart without colour: one dark, the other light within a dark line', () => {
    const { svg } = draw(chartOf(plain, 2));
    const fills = new Set([...svg.matchAll(/<path [^>]*fill="(#[0-9a-f]{6})"/g)].map(([, colour]) => colour ?? ''));
    const [dark, light] = [...fills].map(luminance).sort((a, b) => a - b) as [number, number];
    expect(fills.size).toBe(2);
    expect((1 + 0.05) / (dark + 0.05)).toBeGreaterThan(7);
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThan(7);
    expect(svg).toMatch(/fill="#dbe3f0" stroke="#1f3a68"/);
  });

  test('nothing that runs, loads, moves or is counted up; the same text every time', () => {
    const { svg } = draw(chartOf(plain, 0));
    expect(svg).not.toMatch(/<style|<script|class=|id=|href|ecmeta|:hover|animate/);
    expect(draw(chartOf(plain, 0)).svg).toBe(svg);
  });

  test('labels of a report are text, never markup', () => {
    const chart = chartOf(plain, 0);
    const bars = [{ label: '<b>&"', values: [{ text: '</text><script>', length: 1 }] }];
    const { svg } = draw({ ...chart, bars, words: '"><script>' });
    expect(svg).not.toContain('<script>');
    expect(svg).not.toContain('<b>');
  });
});

/** Of a colour, 0 to 1: WCAG 2.1. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('a reader of the text alternative hears every number with its label', () => {
  expect(chartOf(plain, 1).words).toBe(
    '条形图：自然人14件；商业企业2件；科研机构0件；社会公益组织0件；法律服务机构0件；其他0件。',
  );
  expect(chartOf(plain, 2).words).toContain('新收申请2023年16件、2022年0件；');
  expect(draw(chartOf(plain, 1)).svg).toMatch(/<svg role="img" aria-label="条形图：自然人14件；/);
  const unknown = viewOf(withCharts({ natural_person: null, commercial_enterprise: 2 }));
  expect(chartOf(unknown, 1).words).toContain('自然人待填件');
});

test('charts are numbered as they stand, and a page without any loads nothing', async () => {
  expect(plain.charts.map(({ caption }) => caption)).toEqual([
    '图1　2023年政府信息公开申请办理结果（单位：件）',
    '图2　2023年新收政府信息公开申请的申请人情况（单位：件）',
    '图3　2023年与2022年申请、复议和诉讼情况比较（单位：件）',
  ]);
  const none = pageView(readReport(nothingHappened()));
  expect(await withDrawings(none)).toBe(none);
});

test('a chart is drawn wherever there is prose', async () => {
  const chart = '{{chart "outcomes"}}';
  const places = ['overview.text', 'applications.text_above', 'applications.text_below', 'problems.text'];
  const data = places.reduce((all, place) => put(all, place, chart), nothingHappened());
  put(data, 'preface.text', chart);
  const { preface, sections } = await withDrawings(viewOf(data));
  const html = [preface, ...sections.flatMap((one) => [one.above, one.html])].join('');
  expect(html.match(/<figure[^>]*>\s*<svg/g)).toHaveLength(places.length + 1);
});

describe('in the formats', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedBrowser();
  });

  const input = async (): Promise<RenderInput> =>
    ({
      publication: publicationOf(plain),
      templates: await official,
      browser: async () => browser,
    }) as unknown as RenderInput;

  test.each([
    ['usual', plain],
    ['nothing but zeros', empty],
    ['one far above the others', extreme],
  ])('%s: the PDF is looked at, printed and read back with every number of its charts', async (_, view) => {
    const bytes = await printed(view, browser);
    const page = await renderPage(publicationOf(view), await official);
    const pdf = await readPdf(bytes);
    expect(checkPdf(pdf, page.html)).toEqual([]);
    const texts = pdf.blocks.map(({ text }) => text.replace(/\s/gu, ''));
    for (const { words, caption } of view.charts) {
      expect(texts).toContain(words);
      expect(texts.join('')).toContain(caption.replace(/\s/gu, ''));
    }
  });

  test('a number or a word of a chart that was changed is found in page and PDF', async () => {
    const { html } = await renderPage(publicationOf(plain), await official);
    const pdf = await readPdf(
      await printed(plain, browser, { change: (page) => page.replaceAll('>14</text>', '>19</text>') }),
    );
    expect(
      checkPdf(pdf, html)
        .map(({ message }) => message.zh)
        .join(),
    ).toContain('应为');
    const texts = (page: string) => readHtml(page).blocks.map(({ text }) => text);
    expect(texts(html.replace('aria-label="条形图：予以公开0件', 'aria-label="条形图：予以公开1件'))).not.toEqual(
      texts(html),
    );
  });

  test('a fragment tells them in words, as no CMS lets a drawing through', async () => {
    const html = new TextDecoder().decode(await fragment.render(await input()));
    expect(html).not.toContain('<svg');
    expect(html).toContain('条形图：自然人14件');
    expect(html).toContain('图3　2023年与2022年');
  });

  test('Word gets pictures with their words, the same ones every time', async () => {
    const bytes = await docx.render(await input());
    const files = unzipSync(bytes);
    const pictures = Object.keys(files).filter((name) => name.endsWith('.png'));
    expect(pictures).toHaveLength(3);
    for (const name of pictures) expect(String.fromCharCode(...(files[name] ?? []).slice(1, 4))).toBe('PNG');
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(value.match(/<img alt="条形图：[^"]*"/g)).toHaveLength(3);
    expect(value).toContain('自然人14件');
    expect(value).toContain('图2　2023年新收政府信息公开申请的申请人情况（单位：件）');
    expect(Buffer.compare(await docx.render(await input()), bytes)).toBe(0);
  });

  test('a drawing whose text does not fit is stopped', async () => {
    const change = (html: string) => html.replace('transform="translate(', 'transform="translate(-200 0) translate(');
    await expect(printed(plain, browser, { change })).rejects.toThrow();
  });
});
