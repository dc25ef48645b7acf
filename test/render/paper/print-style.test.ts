import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/browser/types.ts';
import { renderMarkdown } from '../../../src/prose/markdown.ts';
import { readReport } from '../../../src/report/report.ts';
import { parse } from '../../../src/source/parse.ts';
import { pageView } from '../../../src/view/page.ts';
import type { PageView } from '../../../src/view/page-view.ts';
import { sharedBrowser } from '../../shared-browser.ts';
import { printed } from '../publication.ts';
import { uprightBorders } from './borders.ts';

// The printed page measured: GB/T 9704-2012, in points.

const MM = 72 / 25.4;
const LINE = (225 / 22) * MM;
const SIZE = (156 / 28) * MM;

interface Piece {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  /** Of the line of writing, from the top of the page. */
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
}

let browser: Browser;
let pieces: Piece[];
let pages: number;

function example(name: string, [from, to]: readonly [string, string] = ['', '']): PageView {
  const text = readFileSync(new URL(`../../../examples/${name}.yaml`, import.meta.url), 'utf8');
  return pageView(readReport(parse(text.replace(from, to), name).data));
}

async function piecesOf(bytes: Uint8Array): Promise<Piece[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const found: Piece[] = [];
  pages = document.numPages;
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , size = 0, left = 0, bottom = 0] = item.transform as number[];
      const height = 297 * MM;
      found.push({
        text: item.str,
        page,
        left,
        right: left + item.width,
        baseline: height - bottom,
        size,
        font: item.fontName,
      });
    }
  }
  await document.loadingTask.destroy();
  return found;
}

beforeAll(async () => {
  browser = await sharedBrowser();
  const view = example('wenzhou-hrss-2023', ['natural_person: 14,', 'natural_person: { value: 14, note: 按件计 },']);
  pieces = await piecesOf(await printed(view, browser));
});

const body = () => {
  const first = pieces.findIndex(({ text }) => text.includes('本报告由'));
  const { font } = pieces[first] as Piece;
  return pieces.slice(first).filter((piece) => piece.font === font && Math.abs(piece.size - SIZE) < 0.1);
};

describe('a printed page', () => {
  test('28 characters a line between margins of 28 and 26 mm, paragraphs two characters in', () => {
    const lines = body();
    expect(lines.length).toBeGreaterThan(40);
    for (const { left, right } of lines) {
      expect(left).toBeGreaterThan(28 * MM - 0.5);
      expect(right).toBeLessThan((210 - 26) * MM + 0.5 + SIZE / 2);
    }
    const first = lines.find(({ text }) => text.includes('本报告由')) as Piece;
    expect(first.left).toBeCloseTo(28 * MM + 2 * SIZE, 0);
  });

  test('every line of text stands on the grid of 22 lines, below tables too', () => {
    const offsets = body().map(({ baseline }) => (((baseline - 37 * MM) / LINE) % 1) * LINE);
    // Chrome sets lines on whole pixels, three quarters of a point.
    const middle = [...offsets].sort((a, b) => a - b)[offsets.length >> 1] ?? 0;
    const off = body().filter((_, index) => Math.abs((offsets[index] ?? 0) - middle) > 0.5);
    expect(off).toEqual([]);
    expect(Math.max(...body().map(({ baseline }) => baseline))).toBeLessThan((37 + 225) * MM);
  });

  test('the title in 22 points, agency and rest each on a line, centred, with the publish date below', () => {
    const title = pieces.filter(({ size }) => Math.abs(size - 22) < 0.1);
    const heights = [...new Set(title.map(({ baseline }) => Math.round(baseline)))];
    const lines = heights.map((height) => title.filter(({ baseline }) => Math.round(baseline) === height));
    expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual([
      '温州市人力资源和社会保障局',
      '2023年政府信息公开工作年度报告',
    ]);
    for (const line of lines) {
      const middle = ((line[0]?.left ?? 0) + (line.at(-1)?.right ?? 0)) / 2;
      expect(middle).toBeCloseTo((28 + 156 / 2) * MM, 0);
    }
    const page = pieces.filter((piece) => piece.page === 1);
    expect(page.map(({ text }) => text).join('')).toContain('发布日期：2024年1月22日');
  });

  test('page numbers in 14 points, right on odd pages and left on even ones, one character in; dashes 7 mm below', () => {
    const numbers = pieces.filter(({ size, baseline }) => Math.abs(size - 14) < 0.1 && baseline > 262 * MM);
    expect(new Set(numbers.map(({ page }) => page)).size).toBe(pages);
    // The upper edge of a dash is .27 em above the line of writing.
    for (const { baseline } of numbers) expect(baseline - 0.27 * 14 - 262 * MM).toBeCloseTo(7 * MM, 0);
    for (const { page, left, right } of numbers)
      if (page % 2 === 1) expect(right).toBeLessThan((210 - 26) * MM - 13);
      else expect(left).toBeGreaterThan(28 * MM + 13);
    for (const page of [1, 2]) {
      const own = numbers.filter((piece) => piece.page === page);
      if (page === 1) expect(Math.max(...own.map(({ right }) => right))).toBeCloseTo((210 - 26) * MM - 14, 0);
      else expect(Math.min(...own.map(({ left }) => left))).toBeCloseTo(28 * MM + 14, 0);
    }
  });

  test('notes in cells are the smallest text, in 7 points', () => {
    const smallest = Math.min(...pieces.map(({ size }) => size));
    expect(smallest).toBeCloseTo(7, 1);
    expect(
      pieces
        .filter(({ size }) => size < 7.2)
        .map(({ text }) => text)
        .join(''),
    ).toContain('按件计');
  });

  test('no heading is the last line of its page', () => {
    for (let page = 1; page <= pages; page++) {
      const own = pieces.filter((piece) => piece.page === page && piece.baseline < 262 * MM);
      const foot = Math.max(...own.map(({ baseline }) => baseline));
      const last = own
        .filter(({ baseline, size }) => Math.abs(baseline - foot) < 1 && size > 15)
        .map(({ text }) => text);
      expect(last.join('')).not.toMatch(/^(?:[一二三四五六]、|（[一二三四五]）)/u);
    }
  });
});

test('wherever it falls, a heading stays with two lines of its text and no line is lonely', async () => {
  const view = example('wenzhou-hrss-2023');
  const [first, ...rest] = view.sections;
  if (!first) throw new Error('no section');
  for (const count of [4, 5, 6, 7, 8, 9]) {
    const html = '<p>一行。</p>'.repeat(count);
    const found = await piecesOf(await printed({ ...view, sections: [{ ...first, html }, ...rest] }, browser));
    const heading = found.find(({ text }) => text.includes('（一）')) as Piece;
    const below = found.filter(
      ({ page, baseline }) => page === heading.page && baseline > heading.baseline + 1 && baseline < 262 * MM,
    );
    expect(new Set(below.map(({ baseline }) => Math.round(baseline))).size).toBeGreaterThanOrEqual(2);
  }
});

test.each(['wenzhou-hrss-2023', '2019-form'])(
  'no border of a table is cut off at the edge of the text: %s',
  async (name) => {
    const view = example(name);
    const [first, ...rest] = view.sections;
    if (!first) throw new Error('no section');
    const html = renderMarkdown('一张表：\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |', () => undefined);
    const borders = await uprightBorders(await printed({ ...view, sections: [{ ...first, html }, ...rest] }, browser));
    expect(new Set(borders.map(({ page }) => page)).size).toBeGreaterThan(2);
    expect(Math.max(...borders.map(({ right }) => right))).toBeGreaterThan((210 - 26) * MM - 2);
    expect(borders.filter(({ left, right, shown }) => left < shown.left || right > shown.right)).toEqual([]);
  },
);

test('a web address breaks inside itself; the words before it stay close together', async () => {
  const address = 'https://www.example.gov.cn/col/col1229295689/annual/report/index.html';
  const preface = renderMarkdown(`本报告的电子版可在门户网站的公开专栏（${address}）查阅和下载。`, () => undefined);
  const own = await piecesOf(await printed({ ...example('wenzhou-hrss-2023'), preface }, browser));
  const height = own.find(({ text }) => text.includes('本报告的电子版'))?.baseline ?? 0;
  const line = own.filter(({ page, baseline }) => page === 1 && Math.abs(baseline - height) < 1);
  expect(line.map(({ text }) => text).join('')).toMatch(/^本报告的电子版可在门户网站的公开专栏（https:\/\/www$/u);
  // Not stretched to the edge.
  expect(Math.max(...line.map(({ right }) => right))).toBeLessThan((210 - 26) * MM - SIZE / 2);
});

test('beside wide numbers, the headers of table four keep their words', async () => {
  const view = example('wenzhou-hrss-2023', [
    'direct: { pending: 1, total: 1 }',
    'direct: { upheld: 70245118, corrected: 40961523, other_result: 52207714 }',
  ]);
  const all = await piecesOf(await printed({ ...view, sections: view.sections.slice(3) }, browser));
  const texts = all.map(({ text }) => text);
  expect(texts).toContain('163414355');
  expect(texts.filter((text) => /纠正|维持/u.test(text))).toHaveLength(6);
});
