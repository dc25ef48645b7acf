import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProcess } from './run.ts';

let cwd: string;
const claims = (...argv: string[]) => inProcess(['claims', ...argv], { cwd });

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'report-claims-'));
  const text = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
  writeFileSync(join(cwd, '2023.yaml'), text);
  writeFileSync(join(cwd, '2022.yaml'), readFileSync('examples/wenzhou-hrss-2022.yaml'));
  const wrong = text.replace('信函3件', '信函4件').replace('局办公室负责', '<script>alert(1)</script>局办公室负责');
  writeFileSync(join(cwd, 'wrong.yaml'), wrong);
  writeFileSync(join(cwd, 'none.yaml'), 'a: [');
});
afterAll(() => rmSync(cwd, { recursive: true }));

test('every figure in its sentence, under the name of its text, and what it was compared with', async () => {
  const { code, stdout, stderr } = await claims('2023.yaml');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('一、总体情况 · 依申请公开 · 正文\n  ✓ 全年新收政府信息公开申请【16件】');
  expect(stdout).toContain('    一、本年新收政府信息公开申请数量 · 总计 = 16\n');
  expect(stdout).toContain('【全部在法定期限内办结】，其中予以公开8');
  expect(stdout).toMatch(/ {2}· .*1700余条/);
  expect(stdout).toMatch(/2023\.yaml：正文里 \d+ 处数和结论：一致 \d+，不一致 \d+，没有核/);
});

test("with last year's report what stayed the same is compared too", async () => {
  expect((await claims('2023.yaml', '--against', '2022.yaml')).stdout).toContain(
    '【与去年持平】：信函3件，现场1…\n    16 → 16\n',
  );
});

test('a contradiction: exit 1; as JSON with the cells that were tried', async () => {
  const { code, stdout } = await claims('wrong.yaml', '--format', 'json');
  expect(code).toBe(1);
  const { version, files } = JSON.parse(stdout);
  expect([version, files.length, files[0].file]).toEqual([2, 1, 'wrong.yaml']);
  const [wrong] = files[0].figures.filter(({ verdict }: { verdict: string }) => verdict === 'contradicts');
  expect(wrong).toMatchObject({ path: 'overview.parts.1.text', figure: '16件' });
  expect(wrong.claims).toContainEqual(
    expect.objectContaining({ kind: 'list', computed: '4＋1＋12＝17，总数是 16，相差 1' }),
  );
  expect(wrong.claims).toContainEqual(
    expect.objectContaining({ verdict: 'agrees', candidates: [{ cells: ['applications.received.total'], value: 16 }] }),
  );
});

test('as a page that runs nothing', async () => {
  const { code, stdout } = await claims('wrong.yaml', '--format', 'html', '--lang', 'en');
  expect(code).toBe(1);
  expect(stdout).toContain("default-src 'none'");
  expect(stdout).not.toContain('<script');
  expect(stdout).toMatch(/<mark class="contradicts" title="contradicts">✗ 16件<\/mark>/);
});

test('several files are one document, with their names; a file that is no report has no figures', async () => {
  const { code, stdout, stderr } = await claims('.', '--format', 'json');
  expect([code, stderr]).toEqual([1, expect.stringContaining('跳过 none.yaml')]);
  const named = (...files: string[]) => claims(...files, '--format', 'json').then((one) => JSON.parse(one.stdout));
  const { files } = JSON.parse(stdout);
  expect(files.map(({ file }: { file: string }) => file)).toEqual(['2022.yaml', '2023.yaml', 'wrong.yaml']);
  expect([files[1]]).toEqual((await named('2023.yaml')).files);
  expect(await named('none.yaml')).toMatchObject({
    files: [{ file: 'none.yaml', summary: null, figures: null }],
    summary: { files: 1, read: 0, figures: 0, proven: null },
  });
  expect(await named('nothing.yaml')).toMatchObject({ version: 2, files: [] });
});

test('several files are one page, and one text after the other', async () => {
  const page = (await claims('2022.yaml', '2023.yaml', '--format', 'html')).stdout;
  expect(page.match(/<html|<title>|<h1|<\/html>/g)).toEqual(['<html', '<title>', '<h1', '<h1', '</html>']);
  expect(page).toContain('<title>2022.yaml · 2023.yaml</title>');
  const { stdout } = await claims('2022.yaml', '2023.yaml');
  expect(stdout.match(/^202[23]\.yaml：/gm)).toEqual(['2022.yaml：', '2023.yaml：']);
});

test('a file that is no report', async () => {
  expect(await claims('none.yaml')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('report validate none.yaml'),
  });
  expect((await claims('nothing.yaml')).code).toBe(2);
});

test('strict prose tells what was not understood, unless the settings say otherwise', async () => {
  const text = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8').replace(
    '全年新收',
    '妥善化解公开申请9件。全年新收',
  );
  writeFileSync(join(cwd, 'odd.yaml'), text);
  const validate = (...argv: string[]) => inProcess(['validate', 'odd.yaml', ...argv], { cwd });
  expect((await validate()).stdout).not.toContain('prose-not-understood');
  const { code, stdout } = await validate('--prose', 'strict', '--max-warnings', '0');
  expect(code).toBe(1);
  expect(stdout).toContain('没有核对：不认识“化解”');
  expect(stdout.replaceAll(/\s/g, '')).toContain('prose:{ignore:[化解]}');
  writeFileSync(join(cwd, 'report.config.yaml'), 'prose: { words: { request: [挂号件] }, ignore: [化解] }\n');
  const taught = (await validate('--prose', 'strict')).stdout;
  expect(taught).not.toContain('不认识“化解”');
  expect(taught).toContain('正文说“公开申请9件”');
  writeFileSync(join(cwd, 'report.config.yaml'), 'rules: { prose-not-understood: off }\n');
  expect((await validate('--prose', 'strict')).stdout).not.toContain('prose-not-understood');
  rmSync(join(cwd, 'report.config.yaml'));
});

test('why a figure was not compared', async () => {
  const text = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8').replace(
    '全年新收',
    '县城管大队新收申请9件。全年新收',
  );
  writeFileSync(join(cwd, 'other.yaml'), text);
  expect((await claims('other.yaml')).stdout).toContain('“县城管大队”是别的单位，或者只是其中一部分');
  const { files } = JSON.parse((await claims('other.yaml', '--format', 'json')).stdout);
  const [other] = files[0].figures.filter(
    ({ figure, reason }: { figure: string; reason?: { word: string } }) =>
      figure === '9件' && reason?.word === '县城管大队',
  );
  expect(other).toMatchObject({
    verdict: 'open',
    reason: { kind: 'body', word: '县城管大队', text: expect.stringContaining('别的单位') },
    other: false,
  });
  expect(files[0].summary).toMatchObject({ figures: files[0].figures.length, reasons: { body: expect.any(Number) } });
});

describe('several reports', () => {
  const rowsOf = (stdout: string) => stdout.split('\n').filter((line) => /^ *(?:\d+|—) {2}/.test(line));

  test('end with a table of how much of each is proven, and the sum of all', async () => {
    const { stdout } = await claims('2022.yaml', '2023.yaml', 'none.yaml');
    const rows = rowsOf(stdout);
    expect(rows.map((row) => row.trim().split(/ {2,}/).at(-1))).toEqual([
      '2022.yaml',
      '2023.yaml',
      'none.yaml（读不出报告）',
      '合计 3 份',
    ]);
    const numbers = rows.map((row) => row.trim().split(/ {2,}/).slice(0, 4).map(Number));
    expect(numbers[3]).toEqual([0, 1, 2, 3].map((column) => (numbers[0]?.[column] ?? 0) + (numbers[1]?.[column] ?? 0)));
    expect(stdout).toContain('——— 2023.yaml ———\n\n一、总体情况 · 主动公开 · 正文');
  });

  test('are only a table if they are many, or on request', async () => {
    const one = readFileSync('examples/wenzhou-hrss-2022.yaml', 'utf8');
    mkdirSync(join(cwd, 'many'));
    for (const name of 'abcdef') writeFileSync(join(cwd, 'many', `${name}.yaml`), one);
    const { stdout } = await claims('many');
    expect(rowsOf(stdout)).toHaveLength(7);
    expect(stdout).not.toContain('一、总体情况');
    expect((await claims('many', '--view', 'list')).stdout).toContain('一、总体情况');
    expect(rowsOf((await claims('2022.yaml', '2023.yaml', '--view', 'table')).stdout)).toHaveLength(3);
    const { files } = JSON.parse((await claims('many', '--view', 'table', '--format', 'json')).stdout);
    expect(Object.keys(files[0])).toEqual(['file', 'summary']);
    const page = (await claims('many', '--format', 'html')).stdout;
    expect(page).toContain('<a href="#many%2Fa.yaml">many/a.yaml</a>');
    expect(page).toContain('<h1 id="many%2Fa.yaml">');
    rmSync(join(cwd, 'many'), { recursive: true });
  });
});
