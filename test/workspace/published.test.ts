import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LAYOUTS, makeFile } from '../../bench/layouts/index.ts';
import type { Layout } from '../../bench/layouts/layout.ts';
import { checkFiles, fixFiles, resultOf } from '../../src/index.ts';
import { nothingHappened, yamlOf } from '../reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'published-'));
afterAll(() => rmSync(folder, { recursive: true }));
const here = { cwd: folder };
const layoutOf = (format: string) => LAYOUTS.find((layout) => layout.format === format) as Layout;

/** Writes a published file in a layout of this format. */
async function publish(format: string, name: string, seed = 1): Promise<string> {
  const { bytes } = await makeFile(layoutOf(format), seed);
  writeFileSync(join(folder, name), bytes);
  return name;
}

test.for(['html', 'docx', 'pdf', 'xlsx'])('a %s file is checked as it is', async (format) => {
  const { checked, problems } = await checkFiles([await publish(format, `年报.${format}`)], here);
  expect(problems).toEqual([]);
  const [file] = checked;
  expect(file?.report?.cells.get('applications.received.total')?.state).toBe('stated');
  // A workbook has no prose.
  const errors = file?.diagnostics.filter(({ severity }) => severity === 'error') ?? [];
  const about = errors.filter(
    ({ path }) => format !== 'xlsx' || !['preface', 'overview', 'problems'].includes(String(path[0])),
  );
  expect(about).toEqual([]);
});

test('findings name the place in the file, not a line', async () => {
  const { bytes } = await makeFile(layoutOf('html'), 1);
  const page = Buffer.from(bytes).toString();
  const found = /一、本年新收政府信息公开申请数量[\s\S]*?>\s*(\d+)\s*</u.exec(page)?.[0] ?? '';
  writeFileSync(join(folder, '错.html'), page.replace(found, found.replace(/\d+(?=\s*<$)/u, '9999')));
  const [file] = (await checkFiles(['错.html'], here)).checked;
  const errors = file?.diagnostics.filter(({ severity }) => severity === 'error') ?? [];
  expect(errors.length).toBeGreaterThan(0);
  expect(errors[0]?.range.line).toBe(1);
  expect(errors.map(({ printed }) => printed?.place?.zh).join()).toMatch(/第\d+个表第\d+行/u);
  expect(file && resultOf(file).subject?.agency).toBeTruthy();
});

test('a folder of published files is checked, all of them at once; what is no report is a finding', async () => {
  const inner = mkdtempSync(join(folder, 'all-'));
  for (const [index, format] of [
    'html',
    'docx',
    'html',
    'pdf',
    'html',
    'xlsx',
    'html',
    'csv',
    'html',
    'ods',
  ].entries()) {
    const { bytes } = await makeFile(layoutOf(format), index);
    writeFileSync(join(inner, `${index}.${format}`), bytes);
  }
  writeFileSync(join(inner, 'list.html'), '<p>清溪县教育局的年度报告见附件</p>');
  const { checked, problems } = await checkFiles([inner], { cwd: inner });
  expect(problems).toEqual([]);
  expect(checked.map(({ source }) => source.file)).toEqual([
    ...['0.html', '1.docx', '2.html', '3.pdf', '4.html', '5.xlsx', '6.html', '7.csv', '8.html', '9.ods', 'list.html'],
  ]);
  expect(checked.at(-1)?.diagnostics.map(({ rule }) => rule)).toEqual(['file-not-readable']);
});

test('other pages in a folder are passed over, and a folder with nothing else has no reports', async () => {
  const inner = mkdtempSync(join(folder, 'other-'));
  writeFileSync(join(inner, 'index.html'), '<h1>Changelog</h1><p>What is new in the version of today.</p>');
  const { checked, passedOver, problems } = await checkFiles([inner], { cwd: inner });
  expect(checked).toEqual([]);
  expect(passedOver.map(({ name }) => name)).toEqual(['index.html']);
  expect(problems[0]?.text.zh).toBe('没有找到任何报告');
});

test('a folder with an unrelated YAML file and published files is checked; beside a report they are told', async () => {
  const inner = mkdtempSync(join(folder, 'mixed-'));
  const { bytes } = await makeFile(layoutOf('html'), 3);
  writeFileSync(join(inner, 'a.html'), bytes);
  writeFileSync(join(inner, 'compose.yml'), 'services: {}\n');
  const alone = await checkFiles([inner], { cwd: inner });
  expect(alone.checked.map(({ source }) => source.file)).toEqual(['a.html']);
  expect(alone.besides).toEqual([]);
  writeFileSync(join(inner, 'b.yaml'), yamlOf(nothingHappened()));
  const beside = await checkFiles([inner], { cwd: inner });
  expect(beside.checked.map(({ source }) => source.file)).toEqual(['b.yaml']);
  expect(beside.besides?.map(({ files }) => files.map(({ name }) => name))).toEqual([['a.html']]);
});

test('a file that is going to be written is not found in a folder', async () => {
  const inner = mkdtempSync(join(folder, 'written-'));
  const { bytes } = await makeFile(layoutOf('html'), 3);
  writeFileSync(join(inner, 'a.html'), bytes);
  writeFileSync(join(inner, 'findings.csv'), bytes);
  const { checked } = await checkFiles([inner], { cwd: inner, ignore: [join(inner, 'findings.csv')] });
  expect(checked.map(({ source }) => source.file)).toEqual(['a.html']);
});

test("last year's report can be a published file too", async () => {
  const [file] = (
    await checkFiles([await publish('html', '今年.html')], { ...here, against: await publish('html', '去年.html') })
  ).checked;
  expect(file?.previous).toBeDefined();
});

test('only a report file is built and corrected', async () => {
  const name = await publish('html', '成品.html');
  const [problem] = (await fixFiles([name], here)).problems;
  expect(problem?.hint?.zh).toContain('report import 成品.html');
  const { problems } = await checkFiles([name], { ...here, published: false });
  expect(problems[0]?.text.zh).toContain('已公布的文件');
});
