import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findingsOf } from '../harness.ts';
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
  expect(stderr).toBe('已写好 reports/new.yaml（2021 年格式）。填好之后：report validate reports/new.yaml\n');
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
