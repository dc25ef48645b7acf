import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  expect(stdout).toContain('一、总体情况 · 依申请公开 · 正文\n  ✓ 全年新收政府信息公开申请16件');
  expect(stdout).toContain('    一、本年新收政府信息公开申请数量 · 总计 = 16\n');
  expect(stdout).toMatch(/ {2}· .*1700余条/);
  expect(stdout).toMatch(/2023\.yaml：正文里 \d+ 处数：一致 \d+，不一致 0，不比较 \d+\n$/);
});

test("with last year's report what stayed the same is compared too", async () => {
  expect((await claims('2023.yaml', '--against', '2022.yaml')).stdout).toContain(
    '与去年持平：信函3件，现场1…\n    16 → 16\n',
  );
});

test('a contradiction: exit 1; as JSON with the cells that were tried', async () => {
  const { code, stdout } = await claims('wrong.yaml', '--format', 'json');
  expect(code).toBe(1);
  const { version, files } = JSON.parse(stdout);
  expect([version, files.length, files[0].file]).toEqual([1, 1, 'wrong.yaml']);
  const [wrong] = files[0].figures.filter(({ verdict }: { verdict: string }) => verdict === 'contradicts');
  expect(wrong).toMatchObject({ path: 'overview.parts.1.text', figure: '16件' });
  expect(wrong.claims).toContainEqual(
    expect.objectContaining({ quantity: 'sum', computed: '4＋1＋12＝17，总数是 16，相差 1' }),
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
  expect(await named('none.yaml')).toEqual({ version: 1, files: [{ file: 'none.yaml', figures: null }] });
  expect(await named('nothing.yaml')).toEqual({ version: 1, files: [] });
});

test('several files are one page, and one text after the other', async () => {
  const page = (await claims('2022.yaml', '2023.yaml', '--format', 'html')).stdout;
  expect(page.match(/<html|<title>|<h1>|<\/html>/g)).toEqual(['<html', '<title>', '<h1>', '<h1>', '</html>']);
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
  expect(stdout).toContain('“妥善化解公开申请9件”没有读懂');
  writeFileSync(join(cwd, 'report.config.yaml'), 'rules: { prose-not-understood: off }\n');
  expect((await validate('--prose', 'strict')).stdout).not.toContain('prose-not-understood');
  rmSync(join(cwd, 'report.config.yaml'));
});
