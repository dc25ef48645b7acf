import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pdf } from '../../../../src/import/adapters/pdf.ts';
import type { ContentBlock, ContentGrid } from '../../../../src/import/document.ts';
import { LAYER_OFF, lattice, line, pdfOf, text } from './draw.ts';

const read = (bytes: Uint8Array) => pdf.read({ name: 'report.pdf', bytes });
const blocksIn = async (...pages: Parameters<typeof pdfOf>): Promise<readonly ContentBlock[]> =>
  (await read(pdfOf(...pages))).blocks;
const gridIn = async (...pages: Parameters<typeof pdfOf>): Promise<ContentGrid | undefined> =>
  (await blocksIn(...pages)).find((block) => block.kind === 'grid');
const rowsOf = (grid: ContentGrid | undefined): string[][] =>
  Array.from({ length: grid?.rows ?? 0 }, (_, row) =>
    (grid?.cells ?? []).filter((cell) => cell.row === row).map((cell) => cell.text),
  );
const textsOf = (blocks: readonly ContentBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'text' && !block.furniture ? [block.text] : []));

const NUMBERS = text(65, 706, '自然人') + text(125, 706, '总计') + text(65, 686, '12') + text(125, 686, '34');
const FOUR = [
  ['自然人', '总计'],
  ['12', '34'],
];

describe('the lines of a table', () => {
  test('stroked', async () => {
    expect(rowsOf(await gridIn([lattice([60, 120, 180], [720, 700, 680]) + NUMBERS]))).toEqual(FOUR);
  });

  test('thin rectangles', async () => {
    const across = [720, 700, 680].map((y) => `60 ${y} 120.5 0.5 re f\n`).join('');
    const down = [60, 120, 180].map((x) => `${x} 680 0.5 40 re f\n`).join('');
    expect(rowsOf(await gridIn([across + down + NUMBERS]))).toEqual(FOUR);
  });

  test('a box for each cell, with a gap between them', async () => {
    const boxes = [60, 121].flatMap((x) => [681, 701].map((y) => `${x} ${y} 58.5 18.5 re S\n`));
    expect(rowsOf(await gridIn([boxes.join('') + NUMBERS]))).toEqual(FOUR);
  });

  test('dotted', async () => {
    const dots = (x: number, y: number) => `${x} ${y} 1 1 re f\n`;
    const along = (from: number, to: number) => Array.from({ length: (to - from) / 3 }, (_, i) => from + 3 * i);
    const across = [720, 700, 680].flatMap((y) => along(60, 180).map((x) => dots(x, y)));
    const down = [60, 120, 180].flatMap((x) => along(680, 720).map((y) => dots(x, y)));
    expect(rowsOf(await gridIn([[...across, ...down].join('') + NUMBERS]))).toEqual(FOUR);
  });

  test('double', async () => {
    const double = lattice([60, 120, 180], [720, 700, 680]) + lattice([62, 122, 178], [718, 702, 682]);
    expect(rowsOf(await gridIn([double + NUMBERS]))).toEqual(FOUR);
  });

  test('larger areas seen through a clip', async () => {
    const clipped = (x: number, y: number, width: number, height: number) =>
      `q ${x} ${y} ${width} ${height} re W n 0 0 595 842 re f Q\n`;
    const across = [720, 700, 680].map((y) => clipped(60, y, 120, 0.5)).join('');
    const down = [60, 120, 180].map((x) => clipped(x, 680, 0.5, 40)).join('');
    expect(rowsOf(await gridIn([across + down + NUMBERS]))).toEqual(FOUR);
  });

  test('in a form that is moved', async () => {
    const form = lattice([60, 120, 180], [720, 700, 680]) + NUMBERS;
    expect(rowsOf(await gridIn(['q 1 0 0 1 50 -300 cm /X Do Q'], { form }))).toEqual(FOUR);
  });

  test('without lines at the left and the right', async () => {
    const lines = [720, 700, 680].map((y) => line(60, y, 180, y)).join('') + line(120, 680, 120, 720);
    expect(rowsOf(await gridIn([lines + NUMBERS]))).toEqual(FOUR);
  });

  test('lines across only', async () => {
    const lines = [720, 700, 680, 660, 640].map((y) => line(60, y, 240, y)).join('');
    const row = (y: number, ...words: string[]) => words.map((one, index) => text(65 + 60 * index, y, one)).join('');
    const words =
      row(706, '自然人', '其他', '总计') + row(686, '1', '2', '3') + row(666, '4', '', '6') + row(646, '7', '8', '9');
    expect(rowsOf(await gridIn([lines + words]))).toEqual([
      ['自然人', '其他', '总计'],
      ['1', '2', '3'],
      ['4', '', '6'],
      ['7', '8', '9'],
    ]);
  });

  test('cells on grounds, with white between them', async () => {
    const grounds = [60, 121].flatMap((x) => [660, 681, 701].map((y) => `0.8 g ${x} ${y} 58.5 18.5 re f 0 g\n`));
    expect(rowsOf(await gridIn([grounds.join('') + NUMBERS]))).toEqual([...FOUR, ['', '']]);
  });

  test('grounds of words are no table', async () => {
    const grounds = [700, 686, 672].flatMap((y, index) =>
      [60, 90 + 17 * index, 130 + 13 * index, 200].map((x) => `1 g ${x} ${y} 20 14 re f 0 g\n`),
    );
    expect(await gridIn([grounds.join('') + NUMBERS])).toBeUndefined();
  });

  test('white lines are none', async () => {
    expect(await gridIn([`1 1 1 RG ${lattice([60, 120, 180], [720, 700, 680])}${NUMBERS}`])).toBeUndefined();
  });

  test('a frame around the page is no table', async () => {
    expect(await gridIn([lattice([20, 575], [20, 820]) + NUMBERS])).toBeUndefined();
  });

  test('an underline is no table', async () => {
    expect(await gridIn([line(60, 684, 180, 684) + NUMBERS])).toBeUndefined();
  });
});

describe('cells', () => {
  test('a missing line merges cells, across and down', async () => {
    const lines = lattice([60, 180], [720, 680]) + line(120, 680, 120, 720) + line(120, 700, 180, 700);
    const grid = await gridIn([lines + text(65, 690, '合计') + text(125, 706, '1') + text(125, 686, '2')]);
    expect(
      grid?.cells.map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, text]),
    ).toEqual([
      [0, 0, 2, 1, '合计'],
      [0, 1, 1, 1, '1'],
      [1, 1, 1, 1, '2'],
    ]);
  });

  test('a label with one character in each line', async () => {
    const label = [...'三、本年度'].map((one, index) => text(63, 700 - 12 * index, one)).join('');
    const grid = await gridIn([lattice([60, 76, 180], [720, 640]) + label + text(90, 686, '5')]);
    expect(rowsOf(grid)).toEqual([['三、本年度', '5']]);
  });

  test('a label in a font that goes down', async () => {
    const grid = await gridIn([
      lattice([60, 76, 180], [720, 640]) + text(68, 710, '本年度', { font: 'V' }) + text(90, 686, '5'),
    ]);
    expect(rowsOf(grid)).toEqual([['本年度', '5']]);
  });

  test.each([90, 270])('a label on its side, turned by %i degrees', async (turn) => {
    const label = text(70, turn === 90 ? 650 : 710, '办理结果', { turn }) + text(60, 600, '注：以上为全年数据');
    const grid = await gridIn([lattice([60, 76, 180], [720, 640]) + label + text(90, 686, '5')]);
    expect(rowsOf(grid)).toEqual([['办理结果', '5']]);
  });

  test('a header that was wrapped after two characters', async () => {
    const header = text(62, 708, '商业企') + text(62, 696, '业');
    expect(rowsOf(await gridIn([lattice([60, 96, 180], [720, 690]) + header]))).toEqual([['商业企业', '']]);
  });

  test('a number that is wider than its cell stays one number', async () => {
    const grid = await gridIn([lattice([60, 90, 180], [720, 700]) + text(62, 706, '1234567') + text(130, 706, '8')]);
    expect(rowsOf(grid)).toEqual([['1234567', '8']]);
  });

  test('a number that goes on in the next line of a narrow cell', async () => {
    const grid = await gridIn([
      lattice([60, 84, 180], [720, 690]) + text(62, 708, '1234') + text(62, 696, '56') + text(130, 706, '8'),
    ]);
    expect(rowsOf(grid)).toEqual([['123456', '8']]);
  });

  test('two numbers below each other stay two', async () => {
    const grid = await gridIn([
      lattice([60, 100, 180], [720, 690]) + text(62, 708, '12') + text(62, 696, '56') + text(130, 706, '8'),
    ]);
    expect(rowsOf(grid)).toEqual([['12\n56', '8']]);
  });

  test('numbers of two cells that almost touch', async () => {
    const grid = await gridIn([lattice([60, 90, 120], [720, 700]) + text(77.5, 706, '12') + text(91.5, 706, '34')]);
    expect(rowsOf(grid)).toEqual([['12', '34']]);
  });

  test('bold by printing twice', async () => {
    const grid = await gridIn([
      lattice([60, 120, 180], [720, 700]) + text(65, 706, '11') + text(65.3, 706, '11') + text(125, 706, '1'),
    ]);
    expect(rowsOf(grid)).toEqual([['11', '1']]);
  });

  test('the raised number of a footnote is no part of the number', async () => {
    const mark = text(75.5, 710, '1', { size: 6 });
    const grid = await gridIn([lattice([60, 120, 180], [720, 700]) + text(65, 706, '22') + mark + text(125, 706, '3')]);
    expect(rowsOf(grid)).toEqual([['22[1]', '3']]);
  });

  test('a number that was corrected on a white area', async () => {
    const corrected = `${text(125, 706, '12')}1 g 123 702 20 14 re f 0 g\n${text(126, 706, '15')}`;
    const grid = await gridIn([lattice([60, 120, 180], [720, 700]) + text(65, 706, '总计') + corrected]);
    expect(rowsOf(grid)).toEqual([['总计', '15']]);
  });

  test('two numbers one over the other stay two', async () => {
    const grid = await gridIn([lattice([60, 120, 180], [720, 700]) + text(65, 706, '12') + text(68, 706, '45')]);
    expect(rowsOf(grid)).toEqual([['12 45', '']]);
  });

  test('white on a dark area is read, white on white is not', async () => {
    const dark = `0.2 g 60 700 60 20 re f 1 g ${text(65, 706, '总计')}${text(125, 706, '99')} 0 g\n`;
    expect(rowsOf(await gridIn([lattice([60, 120, 180], [720, 700]) + dark]))).toEqual([['总计', '']]);
  });
});

describe('pages', () => {
  test.each([90, 180, 270])('/Rotate %i', async (rotate) => {
    const [a, b, e, f] = { 90: [0, 1, 595, 0], 180: [-1, 0, 595, 842], 270: [0, -1, 0, 842] }[rotate] as number[];
    const turned = `q ${a} ${b} ${-(b as number)} ${a} ${e} ${f} cm ${lattice([60, 120, 180], [520, 500, 480])}`;
    const numbers = text(65, 506, '自然人') + text(125, 506, '总计') + text(65, 486, '12') + text(125, 486, '34');
    expect(rowsOf(await gridIn([{ content: `${turned}${numbers} Q`, rotate }]))).toEqual(FOUR);
  });

  test('a wide table that lies on its side on an upright page', async () => {
    const turned = `q 0 1 -1 0 595 0 cm ${lattice([60, 120, 180], [520, 500, 480])}`;
    const numbers = text(65, 506, '自然人') + text(125, 506, '总计') + text(65, 486, '12') + text(125, 486, '34');
    expect(rowsOf(await gridIn([`${turned}${numbers} Q`]))).toEqual(FOUR);
  });

  test('a table goes on: one grid for each page, the page number between them is furniture', async () => {
    const page = (number: string) => lattice([60, 120, 180], [720, 700, 680]) + NUMBERS + text(290, 40, number);
    const blocks = await blocksIn([page('- 1 -'), page('- 2 -')]);
    expect(blocks.map((block) => [block.kind, block.place.page])).toEqual([
      ['grid', 1],
      ['text', 1],
      ['grid', 2],
      ['text', 2],
    ]);
    expect(textsOf(blocks)).toEqual([]);
  });

  test.each([
    '-4-',
    '— 4 —',
    '－４－',
    '~ 4 ~',
    '· 4 ·',
    '4',
    '[4]',
    '第 4 页',
    '第四页',
    '第4页/共9页',
    '第 4 页 共 9 页',
    '4/9',
    '4 / 9 页',
    '页码：4',
    'Page 4',
    'IV',
  ])('page number %s', async (number) => {
    expect(textsOf(await blocksIn([text(60, 700, '一、总体情况') + text(290, 40, number)]))).toEqual(['一、总体情况']);
  });

  test('a number in the text area is no page number', async () => {
    expect(textsOf(await blocksIn([text(60, 700, '一、总体情况') + text(60, 500, '4')]))).toEqual([
      '一、总体情况',
      '4',
    ]);
  });

  test('headers that come again are furniture', async () => {
    const page = (words: string) => text(60, 800, '某局年度报告') + text(60, 700, words);
    expect(textsOf(await blocksIn([page('一、总体情况'), page('二、主动公开')]))).toEqual([
      '一、总体情况',
      '二、主动公开',
    ]);
  });
});

describe('what is not on the page', () => {
  const layer = `/OC /Layer BDC ${text(125, 686, '99')}${line(150, 680, 150, 720)} EMC `;
  const table = lattice([60, 120, 180], [720, 700, 680]) + NUMBERS;

  test('a layer that is off', async () => {
    const blocks = await blocksIn([layer + table], { catalog: LAYER_OFF });
    expect(blocks).toHaveLength(1);
    expect(rowsOf(blocks[0] as ContentGrid)).toEqual(FOUR);
    expect(JSON.stringify(await blocksIn([layer + table]))).toContain('99');
  });

  test.each([
    ['clipped away', `q 0 0 10 10 re W n ${text(125, 686, '99')} Q`],
    ['outside of the page', text(900, 686, '99')],
    ['white on white', `1 1 1 rg ${text(125, 686, '99')} 0 0 0 rg `],
    ['without ink', text(125, 686, '99', { mode: 3 })],
    ['slanted', `0.7 g BT /F 40 Tf 0.7 0.7 -0.7 0.7 70 680 Tm <00440052> Tj ET 0 g `],
    ['large letters under the table', `0.8 g ${text(50, 670, '某局', { size: 60 })} 0 g `],
  ])('is in no cell: %s', async (_, content) => {
    expect(rowsOf(await gridIn([content + table]))).toEqual(FOUR);
  });

  test('a large title over other text is no watermark', async () => {
    const blocks = await blocksIn([text(100, 780, '年度报告', { size: 30 }) + text(60, 700, '全年收到申请十二件。')]);
    expect(textsOf(blocks)).toEqual(['年度报告', '全年收到申请十二件。']);
  });
});

describe('paragraphs', () => {
  const FULL = '全年主动公开政府信息的工作按照条例的规定进行';

  test('lines are joined, an indent begins a new paragraph', async () => {
    const content =
      text(80, 700, FULL.slice(0, 20)) + text(60, 684, FULL) + text(60, 668, '完毕。') + text(80, 652, '另有一段。');
    expect(textsOf(await blocksIn([content]))).toEqual([`${FULL.slice(0, 20)}${FULL}完毕。`, '另有一段。']);
  });

  test('a paragraph goes on over a page number to the next page', async () => {
    const blocks = await blocksIn([
      text(60, 700, FULL) + text(60, 684, FULL) + text(290, 40, '— 1 —'),
      text(60, 790, '完毕。') + text(80, 774, '另有一段。'),
    ]);
    expect(textsOf(blocks)).toEqual([`${FULL}${FULL}完毕。`, '另有一段。']);
  });

  test('blanks between words stay, none comes between Chinese characters', async () => {
    expect(textsOf(await blocksIn([text(60, 700, '网址 www.gov.cn 电话 0577')]))).toEqual([
      '网址 www.gov.cn 电话 0577',
    ]);
  });

  test('an address that is broken at the end of a line', async () => {
    const content = text(60, 700, `${FULL}，邮箱abc`) + text(60, 684, 'def@126.com');
    expect(textsOf(await blocksIn([content]))).toEqual([`${FULL}，邮箱abcdef@126.com`]);
  });

  test('a large title in two lines is one heading', async () => {
    const title =
      text(200, 780, '某某市某某局', { size: 22 }) + text(110, 750, '2024年政府信息公开工作年度报告', { size: 22 });
    const [first] = await blocksIn([title + text(60, 700, FULL) + text(60, 684, FULL)]);
    expect(first).toMatchObject({ text: '某某市某某局2024年政府信息公开工作年度报告', level: 1 });
  });

  test('radicals in place of characters', async () => {
    expect(textsOf(await blocksIn([text(60, 700, '⼀、⻓期⽂件')]))).toEqual(['一、长期文件']);
  });
});

describe('what is not a report to read', () => {
  const kindOf = async (bytes: Uint8Array) => read(bytes).catch((error) => error.kind);

  test('a scan', async () => {
    expect(await kindOf(pdfOf(['q 595 0 0 842 0 0 cm /Scan Do Q'], { scan: true }))).toBe('scanned-pdf');
  });

  test('damaged', async () => {
    expect(await kindOf(Buffer.from('%PDF-1.7\nnothing'))).toBe('damaged');
  });

  test('a portfolio', async () => {
    const catalog = '/Collection << /Type /Collection >>';
    expect(await kindOf(pdfOf([text(60, 700, '请看附件')], { catalog }))).toBe('pdf-portfolio');
  });

  test('letters that only the font knows', async () => {
    expect(await kindOf(pdfOf([text(60, 700, '\uE001\uE002\uE003\uE004\uE005年')]))).toBe('pdf-without-letters');
  });

  test('pages that are pictures are told by their numbers', async () => {
    const scan = 'q 595 0 0 842 0 0 cm /Scan Do Q';
    const words = text(60, 700, '这一页有文字，别的页是扫描的图片，所以要说一声。');
    const { doubt } = await read(pdfOf([words, scan, words, scan], { scan: true }));
    expect(doubt).toEqual({
      kind: 'pages-without-text',
      text: {
        zh: '第 2、4 页没有文字，可能是扫描的图片',
        en: 'Pages 2 and 4 have no text: they may be scanned',
      },
    });
  });

  test('text that was recognized over a scan is read and doubtful', async () => {
    const layer =
      lattice([60, 120, 180], [720, 700, 680]) +
      text(65, 706, '自然人自然人自然人总计总计总计一二三四五六七八', { mode: 3 });
    const { blocks, doubt } = await read(pdfOf([`q 595 0 0 842 0 0 cm /Scan Do Q ${layer}`], { scan: true }));
    expect(doubt?.kind).toBe('recognized-text');
    expect(blocks.some((block) => block.kind === 'grid')).toBe(true);
  });
});

describe('what could take too much', () => {
  test('forms that draw themselves', async () => {
    const form = `${text(60, 700, '一、总体情况')} /X Do /X Do`;
    expect(textsOf(await blocksIn(['/X Do'], { form }))[0]).toContain('一、总体情况');
  });

  test('10,000 pages', async () => {
    await expect(read(pdfOf(Array.from({ length: 10_000 }, () => '')))).rejects.toMatchObject({ kind: 'too-large' });
  });

  test('a million objects', async () => {
    const bytes = Buffer.concat([pdfOf(['']), Buffer.from('1 0 obj null endobj\n'.repeat(1_000_000))]);
    await expect(read(bytes)).rejects.toMatchObject({ kind: 'too-large' });
  });

  test.each([
    ['settings saved in one another', 'q '.repeat(500_000)],
    ['the same, closed again', 'q '.repeat(100_000) + 'Q '.repeat(100_000)],
    ['a form that is drawn 300,000 times', '/X Do '.repeat(300_000)],
    ['characters', `BT /F 10 Tf ${'<4e00> Tj '.repeat(300_000)} ET`],
  ])('too many on one page: %s', async (_, content) => {
    await expect(read(pdfOf([content]))).rejects.toMatchObject({ kind: 'too-large' });
  });

  test.each([
    ['texts that begin in each other', 'BT '.repeat(300_000)],
    ['movements', '1 0 0 1 0 0 cm '.repeat(100_000)],
    ['arrays in each other', '['.repeat(300_000)],
  ])('%s are read past', async (_, content) => {
    expect(textsOf(await blocksIn([text(60, 700, '一、总体情况') + content]))).toEqual(['一、总体情况']);
  });

  test('a million drawing steps', async () => {
    await expect(read(pdfOf(['0 0 m 1 1 l S 0 w\n'.repeat(500_000)]))).rejects.toMatchObject({ kind: 'too-large' });
  });
});

const HONGZE = '../shared/corpus/hongze_2024.pdf';
test.skipIf(!existsSync(HONGZE))('a report made by WPS (skipped without ../shared)', async () => {
  const blocks = (await read(readFileSync(HONGZE))).blocks;
  expect(blocks.flatMap((block) => (block.kind === 'grid' ? [[block.rows, block.columns]] : []))).toEqual([
    [7, 4],
    [7, 2],
    [16, 10],
    [10, 10],
    [4, 15],
  ]);
});
