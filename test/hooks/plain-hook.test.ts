import { chmod, copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { install, type Repository, repository } from './repository.ts';

const sound = yamlOf(nothingHappened());
const wrong = yamlOf(put(nothingHappened(), 'applications', 3));

let here: Repository;
beforeEach(async () => {
  here = await repository();
  await install(here.path);
  await hookIn('.git/hooks');
});
afterEach(() => here.remove());

async function hookIn(folder: string) {
  const file = join(here.path, folder, 'pre-commit');
  await mkdir(join(here.path, folder), { recursive: true });
  await copyFile(join(here.path, 'node_modules/ogi-report/docs/hooks/pre-commit'), file);
  await chmod(file, 0o755);
}
const commits = async () => Number((await here.git('rev-list', '--all', '--count')).stdout);

test('both pages of the documentation show the script as it is', async () => {
  const script = await readFile('docs/hooks/pre-commit', 'utf8');
  for (const page of ['docs/hooks-and-ci.md', 'docs/hooks-and-ci.zh-CN.md']) {
    expect(await readFile(page, 'utf8'), page).toContain(`\`\`\`sh\n${script}\`\`\``);
  }
});

test('a sound report is committed without a word of ours', async () => {
  await here.write({ 'reports/2023.yaml': sound });
  expect(await here.commit()).toMatchObject({ code: 0, stderr: '' });
});

test.each(['core.quotePath=true', 'core.quotePath=false'])(
  'Chinese names with spaces and quotes, %s',
  async (setting) => {
    const name = 'reports/清溪县 教育局/2023 "年报".yaml';
    await here.git('config', ...setting.split('='));
    await here.write({ [name]: wrong, 'reports/2024.yml': sound });
    const { code, stdout, stderr } = await here.commit();
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(`${name}:10:15  错误  not-a-row`);
    expect(await commits()).toBe(0);
  },
);

test('every wrong report is named, not only the first', async () => {
  await here.write({ 'reports/a.yaml': wrong, 'reports/b.yaml': sound, 'reports/c/d.yml': wrong });
  const { stdout, stderr } = await here.commit();
  expect((stdout + stderr).match(/^reports\/\S+?:/gm)).toEqual(['reports/a.yaml:', 'reports/c/d.yml:']);
});

test('what is staged counts, not what lies in the folder', async () => {
  await here.write({ 'reports/2023.yaml': sound });
  await here.git('add', '--all');
  await here.write({ 'reports/2023.yaml': wrong });
  expect((await here.git('commit', '-m', 'the sound one')).code).toBe(0);
  await here.git('add', '--all');
  await here.write({ 'reports/2023.yaml': sound });
  expect((await here.git('commit', '-m', 'the wrong one')).code).toBe(1);
});

test('a report that was renamed and changed is checked', async () => {
  await here.write({ 'reports/2022.yaml': `${sound}# ${'x'.repeat(3000)}\n` });
  await here.commit();
  await here.git('mv', 'reports/2022.yaml', 'reports/2023.yaml');
  await here.write({ 'reports/2023.yaml': `${wrong}# ${'x'.repeat(3000)}\n` });
  await here.git('add', '--all');
  expect((await here.git('diff', '--cached', '--name-status')).stdout).toMatch(/^R\d/);
  expect((await here.commit()).code).toBe(1);
});

test.each(['2023.yaml', '年报/2023.yml', 'a/b/2023.yaml'])('a report is found wherever it is: %s', async (name) => {
  await here.write({ [name]: wrong, 'compose.yaml': 'services: {}\n' });
  const { code, stdout, stderr } = await here.commit();
  expect([code, await commits()]).toEqual([1, 0]);
  expect(stdout + stderr).toContain(`${name}:10:15  错误  not-a-row`);
});

test.each([
  [{ 'notes.txt': 'x' }],
  [{ 'compose.yaml': 'services: {}\n', '.github/ci.yaml': sound, 'node_modules/a/2023.yaml': sound }],
])('a commit is stopped as long as there is no report: %o', async (files) => {
  await here.write(files);
  const { code, stderr } = await here.commit();
  expect([code, await commits()]).toEqual([1, 0]);
  expect(stderr).toContain('将要提交的内容里没有年报（找的是 .）');
  expect(stderr).toContain('没有找到任何报告');
});

test('if a commit changes no report, all of them are checked', async () => {
  await here.write({ 'reports/2022.yaml': sound, 'reports/2023.yaml': sound });
  await here.commit();
  await here.git('rm', '--quiet', 'reports/2022.yaml');
  expect((await here.commit()).code).toBe(0);
  await here.write({ 'reports/2023.yaml': wrong });
  await here.git('add', '--all');
  await here.git('commit', '--no-verify', '-m', 'x');
  await here.write({ 'notes.txt': 'x' });
  expect(await here.commit()).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('not-a-row') });
});

test('a report that only the folder has does not count', async () => {
  await here.write({ '2023.yaml': sound, 'notes.txt': 'x' });
  await here.git('add', 'notes.txt');
  expect((await here.git('commit', '-m', 'x')).code).toBe(1);
});

test('without the package the commit is stopped', async () => {
  await here.write({ 'reports/2023.yaml': sound });
  await here.run('rm', '-r', 'node_modules');
  const { code, stderr } = await here.commit();
  expect([code, await commits()]).toEqual([1, 0]);
  expect(stderr).toContain('没有 report 命令，先运行 npm install');
});

test('core.hooksPath: one hook in the repository for everybody', async () => {
  await here.run('rm', '.git/hooks/pre-commit');
  await hookIn('.githooks');
  await here.write({ 'reports/2023.yaml': wrong });
  await here.git('config', 'core.hooksPath', '.githooks');
  expect((await here.commit()).code).toBe(1);
  await here.write({ 'reports/2023.yaml': sound });
  expect((await here.commit()).code).toBe(0);
});
