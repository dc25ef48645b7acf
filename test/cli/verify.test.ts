import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/api.ts';
import { startBrowser } from '../../src/browser/start.ts';
import { startPdfReader } from '../../src/publish/pdf-reader.ts';
import { openPublisher } from '../../src/publish/publisher.ts';
import type { CheckedFile } from '../../src/workspace/check-files.ts';
import { mutablePdf, withNote, withTitle } from '../render/readback/mutated-pdf.ts';
import { asProcess, inProcess } from './run.ts';

const text = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
let cwd: string;
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(cwd, name), content);
const read = (name: string) => readFileSync(join(cwd, name));
const verify = (...argv: string[]) => inProcess(['verify', ...argv], { cwd });
/** What was said, its lines as if they were not broken. */
const said = async (...argv: string[]) => {
  const { stdout } = await verify(...argv);
  return stdout.replace(/\n {2}(?=\S)/g, (_, at: number) => (/[\x20-\x7e]/.test(stdout[at - 1] ?? '') ? ' ' : ''));
};

const { signal } = new AbortController();
const withTool = (html: string, tool: string) => {
  const [, ours = ''] = /"tool": "(ogi-report [^"]+)"/.exec(html) ?? [];
  return html.replaceAll(ours, tool);
};
/** The browser under another name. */
const asChrome1: typeof startBrowser = async (...given) => ({
  ...(await startBrowser(...given)),
  version: async () => 'HeadlessChrome/1.2.3.4',
});

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'report-verify-'));
  write('2023.yaml', text);
  const built = await asProcess(['build', '2023.yaml', '-o', '.', '-q'], { cwd });
  expect(built.code).toBe(0);
  write('draft.yaml', text.replace('published: 2024-01-22', 'published: null'));
  expect((await inProcess(['build', 'draft.yaml', '-o', '.', '--draft'], { cwd })).code).toBe(1);
});
afterAll(() => rmSync(cwd, { recursive: true }));

test('files of another year are told in one sentence, without their differences', async () => {
  write('last.yaml', readFileSync('examples/wenzhou-hrss-2022.yaml'));
  const { code, stdout } = await verify('2023.html', '2023.pdf', '--source', 'last.yaml', '--lang', 'en');
  expect(code).toBe(1);
  expect(stdout.match(/built from another report, 温州市人力资源和社会保障局 2023; the/g)).toHaveLength(2);
  expect(stdout).not.toContain('page-content');
});

describe('what was built and not changed', () => {
  test('page and PDF are the same, byte by byte', async () => {
    expect(await verify('2023.html', '2023.pdf', '--source', '2023.yaml')).toEqual({
      code: 0,
      stdout:
        '✓ 2023.html 就是 2023.yaml 生成的\n  重新生成了一遍，完全相同\n✓ 2023.pdf 就是 2023.yaml 生成的\n  重新生成了一遍，完全相同\n',
      stderr: '',
    });
    expect(await verify('2023.html', '-q', '--source', '2023.yaml')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('without --source the report inside the file speaks, and that is said', async () => {
    const { code, stdout } = await verify('2023.html', '2023.pdf', '--lang', 'en');
    expect(code).toBe(0);
    expect(
      stdout.match(
        /is what the report inside it builds\n {2}It was built again.*\n {2}Whether the report inside is yours/g,
      ),
    ).toHaveLength(2);
  });

  test('texts and charts that compare with last year: the page has its numbers, the PDF asks for the report', async () => {
    const chart = text.replace(
      /^problems:\n {2}text: \|\n/m,
      (all) => `${all}    新收申请比上年{{change applications.received}}。\n\n    {{chart "years"}}\n\n`,
    );
    write('years.yaml', `previous: before.yaml\n${chart}`);
    const before = readFileSync('examples/wenzhou-hrss-2022.yaml', 'utf8');
    write('before.yaml', before.replace('received: { natural_person: 13,', 'received: { natural_person: 8,'));
    expect((await inProcess(['build', 'years.yaml', '-o', '.', '-q'], { cwd })).code).toBe(0);
    expect((await verify('years.html')).code).toBe(0);
    expect((await verify('years.html', 'years.pdf', '--source', 'years.yaml')).code).toBe(0);
    const alone = await verify('years.pdf', '--lang', 'en');
    expect([alone.code, alone.stdout]).toEqual([2, expect.stringContaining('with --source')]);
    const faked = String(read('years.html'))
      .replace('chart years 11 ', 'chart years 12 ')
      .replace('>11</text>', '>12</text>');
    write('faked.html', faked);
    expect((await verify('faked.html')).code).toBe(1);
  });

  test('a file and its report under other names are the same', async () => {
    write('renamed.yaml', text.replaceAll('\n', '\r\n'));
    write('renamed.pdf', read('2023.pdf'));
    const { code, stdout } = await verify('renamed.pdf', '--source', 'renamed.yaml');
    expect([code, stdout]).toEqual([0, expect.stringContaining('完全相同')]);
  });

  test('a draft is named; alone it can not be compared', async () => {
    const { code, stdout } = await verify('draft.draft.html', 'draft.draft.pdf', '--source', 'draft.yaml');
    expect(code).toBe(0);
    expect(stdout.match(/完全相同\n {2}这是草稿，不能发布/g)).toHaveLength(2);
    const alone = await verify('draft.draft.pdf');
    expect([alone.code, alone.stdout]).toEqual([2, expect.stringContaining('用 --source')]);
  });

  test('no browser to print it again: it cannot be told, and what is missing is said', async () => {
    const argv = ['2023.pdf', '--source', '2023.yaml', '--browser', '/nowhere/chrome'];
    expect((await verify(...argv)).code).toBe(2);
    expect(await said(...argv)).toMatch(/^\? .*无法判断[\s\S]*\/nowhere\/chrome[\s\S]*怎样查清：装好浏览器/u);
  });

  test('another version built the same page: it is the same', async () => {
    write('old.html', withTool(read('2023.html').toString(), 'ogi-report 0.0.1'));
    expect((await verify('old.html', '--source', '2023.yaml')).code).toBe(0);
  });

  test('another version built another page: it cannot be told, and which version can tell is said', async () => {
    const html = withTool(read('2023.html').toString(), 'ogi-report 0.0.1');
    write('old.html', html.replace('</style>', 'p{margin:0}</style>').replace('<main', '<main class="a"'));
    expect((await verify('old.html', '--source', '2023.yaml')).code).toBe(2);
    const found = await said('old.html', '--source', '2023.yaml', '--lang', 'en');
    expect(found).toMatch(/^\? It cannot be told here.* It differs from the page built here, from line \d+ on/u);
    expect(found).toMatch(/The file says that ogi-report 0\.0\.1 built it, and this is ogi-report .*/u);
    expect(found).toMatch(/To settle it: verify it with ogi-report 0\.0\.1 Until then, do not treat it as a verified/u);
  });

  test('another browser printed the same: it is the same', async () => {
    const publisher = await openPublisher(
      {},
      { cwd, env: process.env, now: () => new Date(), signal, startBrowser: asChrome1 },
    );
    const { checked } = await checkFiles(['2023.yaml'], { cwd });
    const { files } = await publisher.build(checked[0] as CheckedFile);
    await publisher.close();
    write('printed.pdf', files[1]?.content ?? '');
    expect(read('printed.pdf').equals(read('2023.pdf'))).toBe(false);
    expect((await verify('printed.pdf', '--source', '2023.yaml')).code).toBe(0);
  });

  test('links that lead to files with another name are told', async () => {
    write('other.yaml', text);
    const found = await said('2023.html', '--source', 'other.yaml', '--lang', 'en');
    expect(found).toMatch(/^✓ [\s\S]*was then called 2023\.yaml, and the links of the page lead to files called 2023/u);
  });

  test('another kind of line endings is no change', async () => {
    write('crlf.html', read('2023.html').toString().replaceAll('\n', '\r\n'));
    expect((await verify('crlf.html', '--source', '2023.yaml')).code).toBe(0);
  });
});

describe('what was changed', () => {
  test('a digit in a cell of the page: the cell and its line are named', async () => {
    const html = read('2023.html').toString();
    write(
      'digit.html',
      html.replace('data-path="applications.received.total">16<', 'data-path="applications.received.total">19<'),
    );
    const { code, stdout } = await verify('digit.html', '--source', '2023.yaml');
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ digit\.html 不是 2023\.yaml 生成的样子/u);
    expect(stdout).toContain('文件里是“19”，应为“16”');
    expect(stdout).toMatch(/2023\.yaml:\d+:\d+/);
    expect(stdout).toContain('一、本年新收政府信息公开申请数量');
  });

  test('a digit drawn in the PDF', async () => {
    const { runs, withGlyph } = await mutablePdf(read('2023.pdf'));
    // 386.4205, the fee: the only run of eight glyphs among the first of the font, digits and the like.
    const fee = runs.find((glyphs) => glyphs.length === 8 && glyphs.every(({ code }) => code < '0010'));
    const [first, second] = fee ?? [];
    if (!(first && second)) throw new Error('the fee was not found');
    write('digit.pdf', await withGlyph(first, second.code));
    const { code, stdout } = await verify('digit.pdf');
    expect(code).toBe(1);
    expect(stdout.replace(/\s+/g, '')).toContain('本年收费金额（单位：万元）：文件里是“886.4205”，应为“386.4205”');
    expect(stdout).toMatch(/digit\.pdf#2023\.yaml:\d+:\d+/);
  });

  test('a note upon a page, another title, other bytes', async () => {
    write('note.pdf', await withNote(read('2023.pdf')));
    write('title.pdf', await withTitle(read('2023.pdf'), '2022年报告'));
    write('saved.pdf', await (await PDFDocument.load(read('2023.pdf'), { updateMetadata: false })).save());
    const found = await said('note.pdf', 'title.pdf', 'saved.pdf', '--source', '2023.yaml', '--lang', 'en');
    expect(found).toMatch(/note\.pdf[^✗]*Annotations were added to the file \(FreeText\)/u);
    expect(found).toMatch(/title\.pdf[^✗]*The title or author in the document properties is different/u);
    expect(found).toMatch(/saved\.pdf[^✗]*saved it again: its text, numbers and attachments are right/u);
  });

  test('data, style and prose of a page', async () => {
    const html = read('2023.html').toString();
    const english = async (changed: string) => {
      expect(changed).not.toBe(html);
      write('changed.html', changed);
      return said('changed.html', '--source', '2023.yaml', '--lang', 'en');
    };
    expect(await english(html.replace('"issued": 9', '"issued": 8'))).toContain('The data (JSON) in the file differs');
    expect(await english(html.replace('</style>', '.blocks td{color:#fff}</style>'))).toMatch(
      /may show something else: it differs from line \d+/,
    );
    expect(await english(html.replace('1701条', '1710条'))).toMatch(/1710条.* instead of .*1701条/);
  });

  test('the report file: which one is another', async () => {
    write('later.yaml', text.replace('1701', '1702'));
    const { code, stdout } = await verify('2023.pdf', '2023.html', '--source', 'later.yaml');
    expect(code).toBe(1);
    expect(stdout.match(/报告文件和生成时的不是同一份/gu)).toHaveLength(2);
    expect(stdout.match(/1701条.*应为.*1702条/gu)).toHaveLength(2);
    write('comment.yaml', `# 注\n${text}`);
    const same = await verify('2023.html', '2023.pdf', '--source', 'comment.yaml', '--lang', 'en');
    expect([same.code, same.stdout.match(/texts, numbers and data\s+are the same/gu)]).toMatchObject([
      1,
      { length: 2 },
    ]);
  });
});

describe('what is no such file', () => {
  test.each([
    ['text.txt', 'abc', '? text.txt 在这里无法判断', '能核对的只有这三种'],
    ['empty.html', '', '? empty.html 在这里无法判断', '能核对的只有这三种'],
    ['page.html', '<!doctype html><p>报告</p>', '? page.html 在这里无法判断', '里面没有能读的生成记录'],
    [
      'proto.html',
      '<script type="application/json" id="receipt">{"__proto__":{"tool":"x"},"formats":["__proto__"]}</script>',
      '? proto.html 在这里无法判断',
      '里面没有能读的生成记录',
    ],
    [
      'list.html',
      '<script type="application/json" id="receipt">[[[[</script>',
      '? list.html 在这里无法判断',
      '里面没有能读的生成记录',
    ],
    ['deep.html', '<b>'.repeat(100_000), '✗ deep.html 不是 report 生成的', '没有再读'],
    ['cut.pdf', '%PDF-1.7\n1 0 obj\n<<', '✗ cut.pdf 不是 report 生成的', '不是完整的 PDF'],
  ])('%s', async (name, content, heading, reason) => {
    write(name, content);
    const { code, stdout, stderr } = await verify(name);
    expect([code, stderr]).toEqual([heading.startsWith('✗') ? 1 : 2, '']);
    expect(stdout).toContain(heading);
    expect(stdout).toContain(reason);
  });

  test('half a PDF, a fragment, a folder, nothing, too much', async () => {
    write('half.pdf', read('2023.pdf').subarray(0, 60_000));
    expect((await verify('half.pdf')).stdout).toContain('不是完整的 PDF');
    await inProcess(['build', '2023.yaml', '-o', '.', '--format', 'fragment'], { cwd });
    expect(await said('2023.fragment.html')).toContain('本来就没有');
    expect(await verify('.')).toMatchObject({ code: 2, stderr: expect.stringContaining('是文件夹') });
    expect(await verify('nothing.pdf')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('文件或文件夹不存在'),
    });
    write('large.pdf', '%PDF-1.7');
    truncateSync(join(cwd, 'large.pdf'), 65 * 1024 * 1024);
    expect(await verify('large.pdf')).toMatchObject({ code: 2, stderr: expect.stringContaining('64 MB') });
  });

  test('a report file that is none, or several', async () => {
    write('none.yaml', 'a: [');
    expect(await verify('2023.pdf', '--source', 'none.yaml')).toMatchObject({ code: 2, stdout: '' });
    expect(await verify('2023.pdf', '--source', 'missing.yaml')).toMatchObject({ code: 2, stdout: '' });
    expect((await verify('2023.pdf', '--source', '2*.yaml')).code).toBe(0);
    expect((await verify('2023.pdf', '--source', '.')).stderr).toContain('--source . 是');
  });
});

describe('the reader of PDFs', () => {
  test('a file that takes too long is given up, and the next one is read', async () => {
    const patience = [AbortSignal.abort(new Error('timeout')), new AbortController().signal];
    const reader = startPdfReader(true, () => patience.shift() as AbortSignal);
    await expect(reader.read(read('2023.pdf'))).rejects.toThrow(/timeout|abort/i);
    expect((await reader.read(read('2023.pdf'))).pages).toBe(5);
    await reader.close();
  });
});

test('what is built is read back, unless told not to', async () => {
  const { stdout } = await inProcess(['build', '--help'], { cwd });
  expect(stdout).toContain('--no-read-back');
  const files = ['2023.html', '2023.pdf'];
  const before = files.map((name) => read(name).toString('latin1'));
  const { code } = await inProcess(['build', '2023.yaml', '-o', '.', '--no-read-back'], { cwd });
  expect(code).toBe(0);
  expect(files.map((name) => read(name).toString('latin1'))).toEqual(before);
});
