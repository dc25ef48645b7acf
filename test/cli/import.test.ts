import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { displayWidth } from '../../src/diagnostics/display-width.ts';
import { IMPORT_SCHEMA } from '../../src/reporters/import-schema.ts';
import { foreignPage } from '../import/pages.ts';
import { folderWith, inProcess } from './run.ts';

const received = {
  'applications.received': { natural_person: 3, total: 3 },
  'applications.carried_forward': { natural_person: 3, total: 3 },
};
const page = foreignPage(received);

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith({
    'a.html': page,
    'old/2022.html': foreignPage({}, { year: 2022 }),
    'old/2023.htm': page,
    'old/2023_files/ad.html': '<p>买一送一</p>',
    'list.html': '<h1>政府信息公开年报</h1><ul><li><a href="1">2023年度报告</a></ul>',
  });
});
afterEach(() => folder.remove());

const run = (...argv: string[]) => inProcess(['import', ...argv], { cwd: folder.path });
const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');
const here = (name = '.') => readdirSync(join(folder.path, name)).sort();

describe('one file', () => {
  test('goes to standard output as a report file; what was read is told on standard error', async () => {
    const { code, stdout, stderr } = await run('a.html');
    expect(code).toBe(0);
    expect(parse(stdout)).toMatchObject({
      year: 2023,
      agency: { name: '清溪县教育局' },
      applications: { received: { natural_person: 3, total: 3 } },
    });
    expect(stderr).toContain('a.html（html）：200 个数都读准了');
    for (const line of stderr.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    expect(here()).toEqual(['a.html', 'list.html', 'old']);
  });

  test('with a group as one row has fewer numbers, and the summary says why', async () => {
    // The last rows of the group are left out, and the first has its name.
    const rows = page.split(/(?=<tr)/u);
    const at = rows.findIndex((row) => row.includes('其他处理'));
    const one = rows[at]?.replace(/<td[^>]*>[^<]*1\.[^<]*<\/td>/u, '').replace(/rowspan="?3"?/u, 'colspan="2"') ?? '';
    await folder.write({ 'one.html': [...rows.slice(0, at), one, ...rows.slice(at + 3)].join('') });
    const { stderr } = await run('one.html');
    expect(stderr.replaceAll('\n', '')).toContain('186 个数都读准了，（六）其他处理印成一行');
  });

  test('goes to the file after -o, and not over it without --force', async () => {
    expect((await run('a.html', '-o', 'new/2023.yaml')).code).toBe(0);
    const before = read('new/2023.yaml');
    const again = await run('old/2022.html', '-o', 'new/2023.yaml');
    expect([again.code, read('new/2023.yaml')]).toEqual([2, before]);
    expect(again.stderr).toContain('new/2023.yaml 已经存在，什么也没有写');
    expect((await run('old/2022.html', '-o', 'new/2023.yaml', '--force')).code).toBe(0);
    expect(parse(read('new/2023.yaml')).year).toBe(2022);
  });

  test('is never written over itself, under any name', async () => {
    symlinkSync(join(folder.path, 'a.html'), join(folder.path, 'b.yaml'));
    const { code, stderr } = await run('a.html', '-o', 'b.yaml', '--force');
    expect([code, read('a.html')]).toEqual([2, page]);
    expect(stderr).toContain('它是要读的文件');
  });

  test('with --dry-run is only told', async () => {
    const { code, stdout, stderr } = await run('a.html', '-o', 'new', '--dry-run');
    expect([code, stdout, here()]).toEqual([0, '', ['a.html', 'list.html', 'old']]);
    expect(stderr).toContain('a.html（html）：200 个数都读准了');
  });

  test('comes from standard input too', async () => {
    const { code, stdout } = await inProcess(['import', '-'], { cwd: folder.path, stdin: page });
    expect([code, parse(stdout).year]).toEqual([0, 2023]);
  });
});

describe('several files', () => {
  test('go to a folder, named by agency and year, each with the year before', async () => {
    const { code, stderr } = await run('old', '-o', 'reports');
    expect(stderr).toContain('old/2022.html → reports/清溪县教育局-2022.yaml');
    expect([code, here('reports')]).toEqual([0, ['清溪县教育局-2022.yaml', '清溪县教育局-2023.yaml']]);
    expect(parse(read('reports/清溪县教育局-2023.yaml')).previous).toBe('清溪县教育局-2022.yaml');
    expect(parse(read('reports/清溪县教育局-2022.yaml')).previous).toBeUndefined();
  });

  test('that would have one name are told before anything is written', async () => {
    const { code, stderr } = await run('a.html', 'old', '-o', 'reports');
    expect([code, here()]).toEqual([2, ['a.html', 'list.html', 'old']]);
    expect(stderr).toContain('reports/清溪县教育局-2023.yaml ← a.html、old/2023.htm');
  });

  test('need a folder', async () => {
    expect((await run('a.html', 'old/2022.html')).stderr).toContain('report import … -o reports/');
    expect((await run('a.html', 'old/2022.html', '-o', 'x.yaml')).code).toBe(2);
  });

  test('an agency whose name is no file name gets one', async () => {
    await folder.write({ 'a.html': foreignPage({}, { name: '../../清溪县/教育局' }) });
    await run('a.html', '-o', 'reports');
    expect(here('reports')).toHaveLength(1);
    expect(here('reports')[0]).toMatch(/^[^/.][^/]*\.yaml$/u);
  });
});

describe('what is no report', () => {
  test('is told with what it is; the others are read, exit 1', async () => {
    const { code, stderr } = await run('a.html', 'list.html', '-o', 'reports');
    expect([code, here('reports')]).toEqual([1, ['清溪县教育局-2023.yaml']]);
    expect(stderr).toMatch(/^list\.html：/mu);
  });

  test('a file that is not there: exit 2', async () => {
    const { code, stderr } = await run('none.html');
    expect(code).toBe(2);
    expect(stderr).toContain('找不到文件 none.html');
  });
});

test('a blank is unknown and is told; with --strict it fails', async () => {
  await folder.write({ 'a.html': page.replaceAll('>3<', '><') });
  const { code, stdout, stderr } = await run('a.html');
  expect(code).toBe(0);
  expect(stdout).toMatch(/natural_person: null # 原文空白，第2个表第\d+行第\d+列/u);
  expect(stderr).toContain('收到和处理政府信息公开申请情况：4 格空白，是不是 0 不知道');
  expect((await run('a.html', '--strict')).code).toBe(1);
});

test('what was not read of the agency and the dates is listed and counted, and fails with --strict', async () => {
  const { code, stderr } = await run('a.html', '--strict');
  expect(code).toBe(1);
  expect(stderr).toContain('机关、年度等 1 项存疑或者没有读出\n  没有读出、要自己填：公布日期\n');
});

test.each([['-o', 'b.yaml'], ['--reporter', 'json'], ['--strict'], ['--force']])(
  '--into with %s is refused, and the report stays',
  async (...others) => {
    await run('a.html', '-o', '2023.yaml');
    const before = read('2023.yaml');
    const { code, stderr } = await run('--into', '2023.yaml', 'old/2023.htm', ...others);
    expect([code, read('2023.yaml'), here()]).toEqual([2, before, ['2023.yaml', 'a.html', 'list.html', 'old']]);
    expect(stderr).toContain(`不能加 ${others[0]}`);
  },
);

test('--into with a file that is no workbook is refused, exit 2', async () => {
  await run('a.html', '-o', '2023.yaml');
  const before = read('2023.yaml');
  const { code, stderr } = await run('--into', '2023.yaml', 'list.html');
  expect([code, read('2023.yaml')]).toEqual([2, before]);
  expect(stderr).toContain('list.html 不是填数的表格文件：');
});

test('-o with the name of another kind of file makes no folder of it', async () => {
  const { code, stderr } = await run('a.html', '-o', 'x.txt');
  expect([code, here()]).toEqual([2, ['a.html', 'list.html', 'old']]);
  expect(stderr).toContain('x.txt 不是报告文件的名字');
  const onto = await run('a.html', '-o', 'list.html/');
  expect([onto.code, onto.stderr]).toEqual([2, expect.stringContaining('list.html/ 不是报告文件的名字')]);
  expect((await run('a.html', '-o', 'x.txt/')).code).toBe(0);
  expect(here('x.txt')).toEqual(['清溪县教育局-2023.yaml']);
});

test('files that cannot be written have the reason and the advice once', async () => {
  await folder.write({ 'out/清溪县教育局-2022.yaml/a': '', 'out/清溪县教育局-2023.yaml/a': '' });
  const { code, stderr } = await run('old', '-o', 'out', '--force');
  expect(code).toBe(2);
  expect(stderr.match(/不能写 out\/清溪县教育局-\d+\.yaml/gu)).toHaveLength(2);
  expect(stderr.match(/^建议：/gmu)).toHaveLength(1);
});

test('errors for numbers that were not read are told apart', async () => {
  await folder.write({ 'a.html': page.replaceAll('>3<', '><') });
  expect((await run('a.html')).stderr).toMatch(/个错误（\d+ 个说的是没有读出的数）/u);
});

test('several files can be tried without a place to write to', async () => {
  const { code, stdout, stderr } = await run('old', '--dry-run');
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr.match(/200 个数都读准了/gu)).toHaveLength(2);
});

test('as JSON: each cell with its value, text, place and confidence', async () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(IMPORT_SCHEMA);
  const { code, stdout, stderr } = await run('a.html', 'list.html', 'none.html', '--reporter', 'json', '--lang', 'en');
  expect(code).toBe(2);
  const result = JSON.parse(stdout);
  expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
  expect(result.files[0].cells).toContainEqual({
    path: 'applications.received.total',
    name: '一、本年新收政府信息公开申请数量 · 总计',
    value: '3',
    note: null,
    text: '3',
    place: { page: null, sheet: null, table: 2, row: expect.any(Number), column: expect.any(Number) },
    confidence: 'sure',
    reason: 'plain',
  });
  expect(result.refused).toMatchObject([{ file: 'list.html' }]);
  expect(result.problems).toHaveLength(1);
  expect(stderr).not.toMatch(/numbers are sure/u);
});
