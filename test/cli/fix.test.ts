import { execFileSync } from 'node:child_process';
import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { asProcess, folderWith, inProcess } from './run.ts';

const rough = yamlOf(put(nothingHappened(), 'applications.received', { natural_person: '12件', total: null }));
const sound = yamlOf(nothingHappened());
const left = yamlOf(put(nothingHappened(), 'active_disclosure.rules', { issued: '12.5' }));

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith({
    'rough.yaml': rough,
    'sound.yaml': sound,
    'left.yaml': left,
    'mark.yaml': `\ufeff${rough.replaceAll('\n', '\r\n')}`,
    'broken.yaml': 'year: 2023\nagency: [\n',
    'reports/报告 1.yaml': rough,
    'reports/settings.yaml': 'editor: vim\n',
  });
});
afterEach(() => folder.remove());

const fix = (...argv: string[]) => inProcess(['fix', ...argv], { cwd: folder.path });
const path = (file: string) => join(folder.path, file);
const read = (file: string) => readFile(path(file), 'utf8');

test('writes the file and tells each change; the second time there is none', async () => {
  const first = await fix('rough.yaml');
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/^rough\.yaml：改了 5 处\n {2}第 \d+ 行 .*\n/);
  expect(first.stdout).toMatch(/\n {2}第 \d+ 行 一、本年新收政府信息公开申请数量 · 总计：填上 12\n/);
  const text = await read('rough.yaml');
  expect(text).toContain('    natural_person: 12\n    total: 12\n');
  expect(first.stderr).toMatch(REMAIN);
  const second = await fix('rough.yaml');
  expect([second.code, second.stdout]).toEqual([0, '']);
  expect(second.stderr).toMatch(/^rough\.yaml：没有要改的\n/);
  expect(second.stderr).toMatch(REMAIN);
  expect(await read('rough.yaml')).toBe(text);
  expect((await readdir(folder.path)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

const REMAIN = /还有 \d+ 个错误、0 个警告，要由人来改；逐条看：report validate rough\.yaml\n$/;

test('the last line says what there still is, and the next command; the exit code does not depend on it', async () => {
  const nothing = await fix('sound.yaml');
  expect(nothing).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/没有发现别的问题；下一步：report build sound\.yaml\n$/),
  });
  const some = await fix('rough.yaml', '--lang', 'en');
  expect(some.code).toBe(0);
  expect(some.stderr).toMatch(/Left for you: \d+ errors, 0 warnings; report validate rough\.yaml lists them\n$/);
  expect((await fix('sound.yaml', '-q')).stderr).toBe('');
});

test('in English', async () => {
  const { stdout } = await fix('rough.yaml', '--lang', 'en');
  expect(stdout).toMatch(/^rough\.yaml: 5 changes\n {2}line \d+ .*: "12件" is now 12\n/);
});

test('quiet says nothing of changes, but of what is left', async () => {
  expect(await fix('rough.yaml', '-q')).toEqual({ code: 0, stdout: '', stderr: '' });
  const { code, stdout, stderr } = await fix('left.yaml', '-q');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^left\.yaml:\d+:\d+ 没有改：规章 · 本年制发件数：“12\.5”是小数/);
});

test('mode, links and the byte order mark stay', async () => {
  await chmod(path('mark.yaml'), 0o640);
  await symlink('mark.yaml', path('link.yaml'));
  expect((await fix('link.yaml')).code).toBe(0);
  expect((await lstat(path('link.yaml'))).isSymbolicLink()).toBe(true);
  expect((await stat(path('mark.yaml'))).mode & 0o7777).toBe(0o640);
  const text = await read('mark.yaml');
  expect(text).toMatch(/^\ufeffyear: 2023\r\n/);
  expect(text).toContain('natural_person: 12\r\n    total: 12\r\n');
  expect(text).not.toMatch(/(?<!\r)\n/);
});

test('a file that is read-only is left alone', async () => {
  await chmod(path('rough.yaml'), 0o444);
  const { code, stdout, stderr } = await fix('rough.yaml', 'sound.yaml');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/不能完成：不能写 rough\.yaml：没有权限\n建议：检查权限和磁盘空间\n$/);
  expect(await read('rough.yaml')).toBe(rough);
});

test('a file that can not be read is left alone, with its findings; the others are done', async () => {
  const { code, stdout, stderr } = await fix('broken.yaml', 'rough.yaml');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^broken\.yaml:2:9 {2}错误 {2}yaml-syntax\n/);
  expect(stdout).toMatch(/^rough\.yaml：/);
  expect(await read('broken.yaml')).toBe('year: 2023\nagency: [\n');
});

test('a file over the limit is left alone', async () => {
  const large = `${rough}# ${'x'.repeat(5 * 1024 * 1024)}\n`;
  await writeFile(path('large.yaml'), large);
  const { code, stderr } = await fix('large.yaml');
  expect(code).toBe(1);
  expect(stderr).toContain('file-too-large');
  expect(await read('large.yaml')).toBe(large);
});

test('a file just below the limit is done', async () => {
  const lines = `# ${'字'.repeat(40)}\n`.repeat(39_000);
  await writeFile(path('large.yaml'), rough + lines);
  expect((await fix('large.yaml')).code).toBe(0);
  expect((await read('large.yaml')).endsWith(lines)).toBe(true);
  expect((await fix('large.yaml', '--dry-run')).code).toBe(0);
});

test('a file that is no report is not made one', async () => {
  const { code, stderr } = await fix('reports/settings.yaml');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^跳过 reports\/settings\.yaml/);
  expect(await read('reports/settings.yaml')).toBe('editor: vim\n');
  expect((await fix('reports')).code).toBe(0);
});

test('an interrupted run has written whole files or none', async () => {
  const controller = new AbortController();
  controller.abort();
  const output = { write: () => undefined, isTTY: false, columns: 80 };
  const io = { stdout: output, stderr: output, stdin: (async function* () {})(), cwd: folder.path, env: {} };
  expect(await run(['fix', 'rough.yaml'], { ...io, now: () => new Date(), signal: controller.signal })).toBe(130);
  expect(await read('rough.yaml')).toBe(rough);
});

describe('standard input', () => {
  const piped = (stdin: string, ...argv: string[]) => asProcess(['fix', '-', ...argv], { cwd: folder.path, stdin });

  test('goes to standard output, what was done to standard error', async () => {
    await fix('rough.yaml', '-q');
    const { code, stdout, stderr } = await piped(`\ufeff${rough}`);
    expect([code, stdout]).toEqual([0, `\ufeff${await read('rough.yaml')}`]);
    expect(stderr).toMatch(/^<stdin>：改了 5 处\n/);
    expect(await piped(sound)).toMatchObject({ code: 0, stdout: sound });
  });

  test('that can not be read gives nothing', async () => {
    expect(await piped('a: [1\n')).toMatchObject({ code: 1, stdout: '' });
    expect(await piped('')).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('--dry-run', () => {
  test('prints a patch that git and patch take, and writes nothing', async () => {
    const names = ['rough.yaml', 'mark.yaml', 'reports/报告 1.yaml'];
    const before = await Promise.all(names.map(read));
    const { code, stdout } = await fix('--dry-run', ...names);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^--- a\/mark\.yaml\n\+\+\+ b\/mark\.yaml\n@@ /);
    expect(await Promise.all(names.map(read))).toEqual(before);
    const tools: [string, string[]][] = [
      ['git', ['apply', '-']],
      ['patch', ['-p1', '--binary', '-s']],
    ];
    for (const [tool, argv] of tools) {
      for (const [index, name] of names.entries()) await writeFile(path(name), before[index] ?? '');
      execFileSync(tool, argv, { cwd: folder.path, input: stdout });
      const after = await Promise.all(names.map(read));
      expect(await fix('--dry-run', ...names), tool).toMatchObject({ code: 0, stdout: '' });
      for (const [index, name] of names.entries()) await writeFile(path(name), before[index] ?? '');
      await fix(...names);
      expect(await Promise.all(names.map(read)), tool).toEqual(after);
    }
  });

  test('of a file outside the working folder is for the folder above', async () => {
    const cwd = path('reports');
    const one = await inProcess(['fix', '--dry-run', '../rough.yaml'], { cwd });
    expect(one.stdout).toContain('--- a/rough.yaml\n+++ b/rough.yaml\n');
    expect(one.stderr).toContain('补丁里的路径从 .. 算起：用 git -C .. apply 应用\n');
    const two = await inProcess(['fix', '--dry-run', '../rough.yaml', '报告 1.yaml'], { cwd });
    expect(two.stdout).toContain('--- a/rough.yaml\n');
    expect(two.stdout).toContain('--- a/reports/报告 1.yaml\t\n');
    execFileSync('git', ['init', '-q'], { cwd: folder.path });
    execFileSync('git', ['-C', '..', 'apply'], { cwd, input: two.stdout });
    expect(await read('rough.yaml')).toContain('    natural_person: 12\n    total: 12\n');
    expect(await read('reports/报告 1.yaml')).toContain('    total: 12\n');
  });

  test('of a file with its whole path is relative to the working folder', async () => {
    const { stdout } = await fix('--dry-run', path('rough.yaml'));
    expect(stdout).toContain('--- a/rough.yaml\n');
  });

  test('with nothing to change prints nothing', async () => {
    expect(await fix('--dry-run', '-q', 'sound.yaml')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('names what is left where it stands in the file as it is', async () => {
    const text = left.replace('active_disclosure:', 'active_disclosure:\n  normative_documents: 0');
    await writeFile(path('left.yaml'), text);
    const { stderr } = await fix('--dry-run', 'left.yaml');
    const line = text.split('\n').findIndex((one) => one.includes('12.5')) + 1;
    expect(stderr).toMatch(new RegExp(`^left\\.yaml:${line}:13 没有改：`));
  });

  test('in colours where asked', async () => {
    const esc = String.fromCharCode(27);
    const { stdout } = await fix('--dry-run', '--color', 'rough.yaml');
    expect(stdout).toContain(`${esc}[31m-    natural_person: 12件${esc}[39m\n`);
    expect(stdout).toContain(`${esc}[32m+    natural_person: 12${esc}[39m\n`);
    expect(stdout).toContain(`${esc}[1m--- a/rough.yaml${esc}[22m\n`);
  });
});
