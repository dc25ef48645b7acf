import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderWith } from '../cli/run.ts';
import { ENVIRONMENT, install, runIn } from '../hooks/repository.ts';

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeAll(async () => {
  folder = await folderWith({});
  await install(folder.path);
});
afterAll(() => folder.remove());

const report = (...args: string[]) => runIn(folder.path, ENVIRONMENT)('node_modules/.bin/report', ...args);

test.each([
  ['2024', '../node_modules/ogi-report/schemas/2021/report.schema.json'],
  ['2020', '../node_modules/ogi-report/schemas/2019/report.schema.json'],
])('a new report for %s tells the editor where its schema is', async (year, schema) => {
  expect((await report('init', `reports/${year}.yaml`)).code).toBe(0);
  const [first] = (await readFile(join(folder.path, `reports/${year}.yaml`), 'utf8')).split('\n');
  expect(first).toBe(`# yaml-language-server: $schema=${schema}`);
  expect(existsSync(resolve(folder.path, 'reports', schema))).toBe(true);
});

test('the pages show the line and the setting as they are', async () => {
  const path = (await report('schema', '--path')).stdout.trim();
  const setting = `"./${path.slice(path.indexOf('node_modules'))}"`;
  expect(existsSync(path)).toBe(true);
  for (const page of ['docs/editor.md', 'docs/editor.zh-CN.md']) {
    const text = await readFile(page, 'utf8');
    expect(text, page).toContain(
      '# yaml-language-server: $schema=../node_modules/ogi-report/schemas/2021/report.schema.json',
    );
    expect(text, page).toContain(setting);
  }
});
