import { afterAll, beforeAll, expect, test } from 'vitest';
import { displayWidth } from '../../src/diagnostics/display-width.ts';
import { nothingHappened, yamlOf } from '../reports.ts';
import { folderWith, inProcess } from './run.ts';

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeAll(async () => {
  const report = yamlOf(nothingHappened(2023));
  folder = await folderWith({ 'a.yaml': report, 'b.yaml': report, 'bad.yaml': 'year: [' });
});
afterAll(() => folder.remove());

const runHere = (...argv: string[]) => inProcess(argv, { cwd: folder.path });

test('--timings lists the phases of a check, aligned, in both languages', async () => {
  const { code, stdout, stderr } = await runHere('validate', 'a.yaml', 'b.yaml', '--timings');
  expect(code).toBe(0);
  expect(stdout).not.toContain('阶段');
  const lines = stderr.trimEnd().split('\n');
  const rows = lines.slice(0, -1).map((line) => line.split(/\s{2,}/u).slice(0, 2));
  expect(rows.map(([name]) => name)).toEqual(['阶段', '启动 Node', '装载程序', '读报告', '核对']);
  expect(rows.slice(-2).map(([, times]) => times)).toEqual(['2', '2']);
  const ends = lines.slice(0, -1).map((line) => displayWidth(/^\S+(?: Node)?\s+\S+\s+\S+/u.exec(line)?.[0] ?? ''));
  expect(new Set(ends).size).toBe(1);
  const english = await runHere('validate', 'a.yaml', '--timings', '--lang', 'en');
  expect(english.stderr).toMatch(/^phase +times +ms\n/u);
  expect(english.stderr).not.toMatch(/\p{Script=Han}/u);
});

test('--timings-json writes the same as one line for programs, also with -q and when the work fails', async () => {
  const { code, stderr } = await runHere('validate', 'bad.yaml', '-q', '--timings-json');
  expect(code).toBe(1);
  expect(stderr.split('\n')).toHaveLength(2);
  const { phases, total, cpu } = JSON.parse(stderr);
  expect(phases.map(({ phase }: { phase: string }) => phase)).toEqual(['node', 'program', 'read', 'check']);
  expect([typeof total, typeof cpu]).toEqual(['number', 'number']);
  const missing = await runHere('validate', 'missing.yaml', '--timings-json');
  expect(missing.code).toBe(2);
  expect(JSON.parse(missing.stderr.trimEnd().split('\n').at(-1) ?? '').phases).toHaveLength(2);
});

test('a build has all phases up to the end of its files', async () => {
  const { code, stderr } = await runHere('build', 'a.yaml', '--source', '--timings-json');
  expect(code).toBe(0);
  const { phases } = JSON.parse(stderr.split('\n').find((line) => line.startsWith('{')) ?? '');
  const names = phases.map(({ phase }: { phase: string }) => phase);
  expect(names.slice(2, -1).join(' ')).toBe('read check browser page fonts show look print finish readBack write');
});

test('the phases of a build in threads are those of all its reports', async () => {
  const names = ['1.yaml', '2.yaml', '3.yaml', '4.yaml'];
  const many = await folderWith(
    Object.fromEntries(names.map((name, of) => [name, yamlOf(nothingHappened(2020 + of))])),
  );
  const argv = ['build', ...names, '--format', 'json', '--source', '--timings-json', '--concurrency', '2'];
  const { stderr } = await inProcess(argv, { cwd: many.path });
  await many.remove();
  const { phases } = JSON.parse(stderr.split('\n').find((line) => line.startsWith('{')) ?? '');
  const counts = new Map(phases.map(({ phase, count }: { phase: string; count: number }) => [phase, count]));
  expect(['page', 'write'].map((phase) => counts.get(phase))).toEqual([4, 4]);
  // A report that another thread builds than checked it is read again.
  expect(counts.get('read')).toBeGreaterThanOrEqual(4);
});

test('nothing is written without them', async () => {
  expect((await runHere('validate', 'a.yaml')).stderr).toBe('');
});
