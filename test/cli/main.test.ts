import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { nothingHappened, yamlOf } from '../reports.ts';
import { asProcess, type Folder, folderWith, inProcess } from './run.ts';

const REPORT = yamlOf(nothingHappened());
let folder: Folder;
beforeEach(async () => {
  folder = await folderWith({ 'reports/a.yaml': REPORT });
});
afterEach(() => folder.remove());

test('the text of a bug has no password of the command line', async () => {
  const stderr: string[] = [];
  const output = { write: (text: string | Uint8Array) => void stderr.push(String(text)), isTTY: false, columns: 80 };
  const { signal } = new AbortController();
  const io = {
    stdout: output,
    stderr: output,
    stdin: (async function* () {})(),
    get cwd(): string {
      throw new Error('redis://u:secret-1@h is broken');
    },
    env: {},
    now: () => new Date(0),
    signal,
  };
  const addresses = ['redis://:secret-2@h', 'ws://u:secret-3/@h', 'ws://h/?token=secret-4&x=1'];
  expect(await run(['validate', ...addresses], io)).toBe(70);
  expect(stderr.join('')).toContain('report validate redis://:***@h ws://u:***@h ws://h/?token=***&x=1\n');
  expect(stderr.join('')).toContain('redis://u:***@h is broken');
  expect(stderr.join('')).not.toContain('secret');
});

test('an empty file in a folder is told, even with -q', async () => {
  await folder.write({ 'reports/b.yaml': '', 'reports/c.yml': '\ufeff\n\0\0', 'reports/d.yaml': 'x: 1\n' });
  const { code, stderr } = await inProcess(['validate', 'reports', '-q', '--lang', 'en'], { cwd: folder.path });
  expect([code, stderr]).toEqual([
    0,
    'reports/b.yaml is empty and was not checked\nreports/c.yml is empty and was not checked\n',
  ]);
});

test('however many threads listen to the end of a run, Node does not warn', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `reports/${index}.yaml`);
  await folder.write(Object.fromEntries(names.map((name) => [name, REPORT])));
  const few = `data:text/javascript,import events from 'node:events'; events.defaultMaxListeners = 3;`;
  const env = { HOME: folder.path, NODE_OPTIONS: `--import ${JSON.stringify(encodeURI(few))}` };
  const argv = ['build', 'reports', '--format', 'html', '--concurrency', '8', '-o', 'out'];
  const { code, stderr } = await asProcess(argv, { cwd: folder.path, env });
  expect(readFileSync(join(folder.path, 'out/a.html')).length).toBeGreaterThan(0);
  expect(code).toBe(0);
  expect(stderr).not.toMatch(/(?:EventTarget|AbortSignal).*leak/);
});

test('a second build says which files were there already', async () => {
  const build = (...more: string[]) =>
    inProcess(['build', 'reports', ...more, '--format', 'html', '--lang', 'en'], { cwd: folder.path });
  expect((await build()).stderr).not.toContain('as they were');
  expect((await build()).stderr).toContain('All files are as they were; none was written\n');
  await folder.write({ 'reports/b.yaml': REPORT.replace('agency: ', 'agency: 新') });
  const { code, stderr } = await build();
  expect([code, stderr]).toEqual([0, expect.stringContaining('The files of 1 report are as they were and were not')]);
});

test('a line of progress in a log does not repeat the files, which are listed at the end', async () => {
  await folder.write(Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`reports/${index}.yaml`, REPORT])));
  const argv = ['build', 'reports', '--format', 'html', '--lang', 'en', '--concurrency', '1'];
  const { stdout, stderr } = await inProcess(argv, { cwd: folder.path });
  expect(stderr).toMatch(/^\[1\/6\] reports\/0\.yaml {2}[\d.]+ s$/m);
  expect(stderr).not.toContain('.html');
  expect(stdout.match(/^→ out\/.\.html$/gm)).toHaveLength(6);
});

test('a number below the least is told as such', async () => {
  const argv = ['validate', 'reports', '--queue-timeout', '-1', '--lang', 'en'];
  const { code, stderr } = await inProcess(argv, { cwd: folder.path });
  expect([code, stderr]).toEqual([2, expect.stringContaining('-1 is not between 1 and 86400')]);
});

test('results that are not there are about the path', async () => {
  const { code, stderr } = await inProcess(['merge', 'none.json', '--lang', 'en'], { cwd: folder.path });
  expect([code, stderr]).toEqual([2, expect.stringContaining('Check the path')]);
});
