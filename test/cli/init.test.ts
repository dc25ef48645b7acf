import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/form/editions.ts';
import { findingsOf } from '../harness.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { folderWith, inProcess } from './run.ts';

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith({ 'old.yaml': 'mine\n' });
});
afterEach(() => folder.remove());

const init = (...argv: string[]) => inProcess(['init', ...argv], { cwd: folder.path });
const read = (file: string) => readFile(join(folder.path, file), 'utf8');
const rulesOf = (text: string) => [...new Set(findingsOf(text).map(({ rule }) => rule))].sort();

test('writes a skeleton for last year, with its folder', async () => {
  const { code, stdout, stderr } = await init('reports/new.yaml');
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toBe('已写好 reports/new.yaml（2021 年格式）。填好之后核对：\n  report validate reports/new.yaml\n');
  expect(await read('reports/new.yaml')).toContain('\nyear: 2024\n');
});

test('what is written lacks only what is to be filled in', async () => {
  for (const year of ['2019', '2020', '2021', '2024']) {
    await init(`${year}.yaml`, '--year', year);
    const text = await read(`${year}.yaml`);
    expect.soft(text).toContain(`\nyear: ${year}\n`);
    expect.soft(rulesOf(text), year).toEqual(['cell-unknown', 'empty-text']);
  }
});

test('a form without a year gives a report of a year that uses it', async () => {
  expect((await init('new.yaml', '--form', '2019')).code).toBe(0);
  expect(rulesOf(await read('new.yaml'))).toEqual(['cell-unknown', 'empty-text']);
});

test('the year may stand in the name of the file, the option says more', async () => {
  await init('bureau-2022.yaml');
  expect(await read('bureau-2022.yaml')).toContain('\nyear: 2022\n');
  await init('2023.yaml', '--year', '2020');
  expect(await read('2023.yaml')).toContain('\nyear: 2020\n');
});

describe('--example', () => {
  test.each(EDITIONS.map(({ id }) => id))(
    'writes a complete report in the form of %s, which is built at once',
    async (id) => {
      const { code, stdout, stderr } = await init('reports/new.yaml', '--example', '--form', id);
      expect([code, stdout]).toEqual([0, '']);
      expect(stderr).toContain('\n  report build reports/new.yaml\n');
      const text = await read('reports/new.yaml');
      expect(findingsOf(text)).toEqual([]);
      const [, schema = ''] = /^# yaml-language-server: \$schema=(.*)\n/.exec(text) ?? [];
      expect(await readFile(schema, 'utf8')).toContain('"$schema"');
      const built = await inProcess(['build', 'reports/new.yaml', '--format', 'fragment'], { cwd: folder.path });
      expect(built.code).toBe(0);
    },
  );

  test('the year in the name of the file chooses the form', async () => {
    await init('2020.yaml', '--example');
    expect(await read('2020.yaml')).toContain('\nyear: 2020\n');
  });

  test.each([
    ['--from', 'old.yaml'],
    ['--year', '2024'],
    ['--name', '清溪县教育局'],
  ])('takes no %s', async (...more) => {
    expect(await init('new.yaml', '--example', ...more)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--example'),
    });
    await expect(read('new.yaml')).rejects.toThrow('ENOENT');
  });

  test('touches no file that is there', async () => {
    expect((await init('old.yaml', '--example')).code).toBe(2);
    expect(await read('old.yaml')).toBe('mine\n');
  });
});

test('a name is written as it is', async () => {
  await init('new.yaml', '--name', '清溪县"教育局": #1');
  expect(await read('new.yaml')).toContain('name: "清溪县\\"教育局\\": #1"');
  expect(findingsOf(await read('new.yaml')).map(({ path }) => path.join('.'))).not.toContain('agency.name');
});

test('an existing file is never touched', async () => {
  expect((await init('old.yaml')).code).toBe(2);
  expect(await read('old.yaml')).toBe('mine\n');
});

test('quiet says nothing', async () => {
  expect(await init('new.yaml', '-q')).toEqual({ code: 0, stdout: '', stderr: '' });
});

describe('--from', () => {
  const last = (year: number) =>
    yamlOf({ ...put(nothingHappened(year), 'applications.carried_forward', { natural_person: 3, total: 3 }) });
  const write = (file: string, text: string) => writeFile(join(folder.path, file), text);

  test('goes on from last year', async () => {
    await write('2023.yaml', last(2023).replace('applications:', 'applications:\n  received: 0'));
    const { code, stderr } = await init('new/2024.yaml', '--from', '2023.yaml');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^2023\.yaml 有 \d+ 个错误[\s\S]*已写好 new\/2024\.yaml（2021 年格式，接 2023\.yaml）/);
    const text = await read('new/2024.yaml');
    expect(text).toContain('\nyear: 2024\nagency:\n  name: 清溪县教育局\n');
    expect(text).toContain('\nprevious: ../2023.yaml  # ');
    expect(text).toContain('\n  carried_over: { natural_person: 3, total: 3 }  # 二、');
    expect(rulesOf(text)).toEqual(['cell-unknown', 'empty-text']);
  });

  test('without a warning where last year is sound, and in the form of the new year', async () => {
    await write('2020 年.yaml', yamlOf(nothingHappened(2020)));
    const { stderr } = await init('2021.yaml', '--from', '2020 年.yaml');
    expect(stderr).toMatch(/^已写好 2021\.yaml（2021 年格式/);
    const text = await read('2021.yaml');
    expect(text).toContain('\nprevious: "2020 年.yaml"  # ');
    expect(text).toContain('schemas/2021/');
    expect(rulesOf(text)).toEqual(['cell-unknown', 'empty-text']);
  });

  test('the year is the next, whatever the name of the file says', async () => {
    await write('2023.yaml', yamlOf(nothingHappened(2023)));
    expect((await init('a.yaml', '--from', '2023.yaml', '--year', '2024')).code).toBe(0);
    const other = await init('b.yaml', '--from', '2023.yaml', '--year', '2025');
    expect(other.code).toBe(2);
    expect(other.stderr).toMatch(/接着写的是 2024 年度，不是 2025 年度/);
    const { stderr } = await init('2025.yaml', '--from', '2023.yaml');
    expect(stderr).toMatch(/^文件名里是 2025 年，报告写的是 2024 年（2023\.yaml 的下一年）\n/);
    expect(await read('2025.yaml')).toContain('\nyear: 2024\n');
  });

  test('with another name', async () => {
    await write('2023.yaml', yamlOf(nothingHappened(2023)));
    await init('2024.yaml', '--from', '2023.yaml', '--name', '清溪县教体局');
    expect(await read('2024.yaml')).toContain('\n  name: "清溪县教体局"\n');
  });

  test.each([
    ['missing.yaml', /找不到上年的报告 missing\.yaml\n建议：/],
    ['.', /找不到上年的报告 \./],
    ['old.yaml', /不能从 old\.yaml 接着写：[^\n]*\n建议：先核对：report validate old\.yaml/],
    ['broken.yaml', /不能从 broken\.yaml 接着写：/],
    ['settings.yaml', /不能从 settings\.yaml 接着写：没有 year 和 agency/],
  ])('%s is no report to go on from', async (from, said) => {
    await write('broken.yaml', 'year: [\n');
    await write('settings.yaml', 'editor: vim\n');
    const { code, stderr } = await init('new.yaml', '--from', from);
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
    await expect(read('new.yaml')).rejects.toThrow();
  });
});

test('a place that can not be written to: the hint is about init', async () => {
  const { code, stderr } = await init('old.yaml/new.yaml');
  expect(code).toBe(2);
  expect(stderr).toMatch(/建议：换一个位置，或者检查权限和磁盘空间\n$/);
});
