import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Folder, folderWith, inProcess } from '../cli/run.ts';
import { readPdf } from './read-pdf.ts';

// Real files, and the browser of test/shared-browser.ts.

const example = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
const compared = example.replace('published:', 'previous: 2022.yaml\npublished:');
const wrong = example.replace('total: 16 }', 'total: 17 }');

let folder: Folder;
beforeAll(async () => {
  folder = await folderWith({
    '2022.yaml': readFileSync('examples/wenzhou-hrss-2022.yaml', 'utf8'),
    '2023.yaml': compared,
    'wrong.yaml': wrong,
  });
});
afterAll(() => folder.remove());

const build = (...argv: string[]) => inProcess(['build', ...argv], { cwd: folder.path });
const read = (name: string) => readFileSync(join(folder.path, name));
const write = (name: string, text: string) => writeFileSync(join(folder.path, name), text);
const textOf = (html: Buffer) => String(html).replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>|\s+/g, '');

describe('a report without findings', () => {
  beforeAll(async () => {
    expect((await build('2023.yaml', '--format', 'review', '-o', 'a')).code).toBe(0);
  });

  test('gives a page and a PDF of one page with the same words', async () => {
    expect(readdirSync(join(folder.path, 'a')).sort()).toEqual(['2023.review.html', '2023.review.pdf']);
    const { pages } = await readPdf(read('a/2023.review.pdf'));
    expect(pages).toHaveLength(1);
    for (const words of ['内部审签，不公开', '2024年1月31日（《条例》第四十九条）', '审签意见', '没有发现问题'])
      for (const text of [textOf(read('a/2023.review.html')), (pages[0] ?? '').replace(/\s/g, '')])
        expect(text).toContain(words);
  });

  test('has the figures beside those of last year', () => {
    const text = textOf(read('a/2023.review.html'));
    expect(text).toContain('予以公开811−3−27.3%');
    expect(text).toContain('本年新收1616持平—');
    expect(text).toContain('事业性收费（万元）386.4205371.18+15.2405+4.1%');
    expect(text).toContain('上年的数取自2022.yaml。');
  });

  test('names its file and hash, is not for search engines, and carries neither report nor data', async () => {
    const html = String(read('a/2023.review.html'));
    const receipt = JSON.parse(/id="receipt">([^<]*)/.exec(html)?.[1] ?? '');
    expect(receipt).toMatchObject({ review: true, formats: [], source: { name: '2023.yaml' } });
    expect(textOf(Buffer.from(html))).toContain(receipt.source.hash);
    expect(html).toContain('<meta name="robots" content="noindex');
    const pdf = await PDFDocument.load(read('a/2023.review.pdf'), { updateMetadata: false });
    expect(pdf.getAttachments().map(({ name }) => name)).toEqual(['receipt.json']);
  });

  test('is told by verify as what it is', async () => {
    for (const name of ['a/2023.review.html', 'a/2023.review.pdf']) {
      const { code, stdout } = await inProcess(['verify', name], { cwd: folder.path });
      expect(code).toBe(1);
      expect(stdout).toContain('是内部的审签单');
    }
  });
});

test('the published page does not know of it', async () => {
  await build('2023.yaml', '--format', 'html', '-o', 'alone');
  await build('2023.yaml', '--format', 'review.html,html', '-o', 'both');
  expect(read('both/2023.html')).toEqual(read('alone/2023.html'));
});

test('a report with errors gives only the sheet, with the errors first, and the exit code of validate', async () => {
  const { code, stderr } = await build('wrong.yaml', '--format', 'html,review.html', '-o', 'b');
  expect(code).toBe(1);
  expect(stderr).toContain('只生成了审签单');
  expect(readdirSync(join(folder.path, 'b'))).toEqual(['wrong.review.html']);
  expect(textOf(read('b/wrong.review.html'))).toMatch(/错误\d+第\d+行.*待填0无警告/);
  await build('wrong.yaml', '--format', 'review.html', '--draft', '-o', 'b');
  expect(existsSync(join(folder.path, 'b/wrong.draft.review.html'))).toBe(true);
});

test('a file that is not YAML gives nothing', async () => {
  write('torn.yaml', `${example}\n}`);
  expect((await build('torn.yaml', '--format', 'review.html', '-o', 'c')).code).toBe(1);
  expect(existsSync(join(folder.path, 'c'))).toBe(false);
});

test('a fault of the finished page stands on the sheet; a character without a glyph is a box', async () => {
  write('glyph.yaml', example.replace('中心工作', '中心工作😀'));
  expect((await build('glyph.yaml', '--format', 'html,review', '-o', 'd')).code).toBe(1);
  expect(readdirSync(join(folder.path, 'd')).sort()).toEqual(['glyph.review.html', 'glyph.review.pdf']);
  expect(textOf(read('d/glyph.review.html'))).toContain('没有字体能印“□”（U+1F600）');
});

test('however much there is to say, it is one page', async () => {
  const keys = Array.from({ length: 80 }, (_, index) => `${'M'.repeat(50)}${index}: 1`).join('\n');
  const long = `name: ${'新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县'.repeat(2)}人民政府`;
  const corrected = compared.replace(
    /^published.*/m,
    'published: 2024-05-22\ncorrected: { date: 2024-06-01, note: 更正 }',
  );
  const waiver = { rule: 'published-late', at: 'published', reason: '理由'.repeat(200), approved_by: '处'.repeat(100) };
  await folder.write({
    'much/long.yaml': `${corrected.replace(/name: .*/, long)}\nwaivers: [${JSON.stringify(waiver)}]\n${keys}`,
    'much/2019.yaml': `${readFileSync('examples/2019-form.yaml', 'utf8')}\n${keys}`,
    'much/nothing.yaml': 'year: 2025\nagency: {}\n',
    'much/large.yaml': compared
      .replace(/(decisions|issued|in_force): \d+/g, '$1: 999999999999')
      .replace(/amount_wan_yuan: [\d.]+/, 'amount_wan_yuan: 12345678.123456'),
  });
  const { stdout } = await build('much', '--format', 'review', '-o', 'm');
  expect(stdout).not.toContain('page-layout');
  for (const name of ['long', '2019', 'nothing', 'large'])
    expect((await readPdf(read(`m/${name}.review.pdf`))).pages).toHaveLength(1);
  expect(textOf(read('m/long.review.html'))).toMatch(/另有\d+处，见reportvalidate/);
});

describe('a template of your own', () => {
  const official = readFileSync('templates/official/review.hbs', 'utf8');
  const css = readFileSync('templates/official/review.css', 'utf8');
  const withTemplate = async (hbs: string, format = 'review.html', style = css) => {
    const own = await folderWith({ 'review.hbs': hbs, 'review.css': style });
    const result = await build('2023.yaml', '--format', format, '--template', own.path, '-o', 'own');
    await own.remove();
    return result;
  };

  test('can add a second line to sign', async () => {
    expect((await withTemplate(official.replace('<tr><th scope="row">签名', '<tr><th>会签</th></tr>$&'))).code).toBe(0);
    expect(String(read('own/2023.review.html'))).toContain('会签');
  });

  test('cannot leave out a figure, what it is, and what search engines read', async () => {
    const noindex = '<meta name="robots" content="noindex, nofollow, noarchive">';
    const pieces = ['<td>{{before}}</td>', '内部审签，不公开', noindex];
    const { code, stdout } = await withTemplate(pieces.reduce((all, piece) => all.replace(piece, ''), official));
    expect(code).toBe(1);
    for (const said of ['本年新收1616', '内部审签，不公开', 'noindex']) expect(stdout).toContain(said);
  });

  test('cannot make it longer than a page', async () => {
    const { code, stdout } = await withTemplate(official, 'review.pdf', `${css}\nh1 { padding-bottom: 20cm; }`);
    expect(code).toBe(1);
    expect(stdout).toContain('审签单印不进一页');
  });
});
