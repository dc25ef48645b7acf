import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { folderWith, inProcess } from './run.ts';

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith({
    'sound.yaml': yamlOf(nothingHappened()),
    'wrong.yaml': yamlOf(put(nothingHappened(), 'applications', 3)),
  });
});
afterEach(() => folder.remove());

const report = (...argv: string[]) => inProcess(argv, { cwd: folder.path });
const read = (file: string) => readFile(join(folder.path, file), 'utf8');

test('every reporter writes its file, with its folder, and nothing else is left there', async () => {
  const names = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab'];
  const flags = names.flatMap((name) => ['--reporter', `${name}=results/${name}.out`]);
  expect(await report('validate', 'wrong.yaml', ...flags)).toEqual({ code: 1, stdout: '', stderr: '' });
  expect((await readdir(join(folder.path, 'results'))).sort()).toEqual(names.map((name) => `${name}.out`).sort());
  for (const name of names) {
    const { stdout } = await report('validate', 'wrong.yaml', '--reporter', name);
    expect.soft(await read(`results/${name}.out`), name).toBe(stdout);
  }
});

test('a file has no colours and is whole, however the terminal is', async () => {
  const { stdout } = await report('validate', 'sound.yaml', '--color', '-q', '--reporter', 'text=a.txt');
  expect([stdout, await read('a.txt')]).toEqual(['', '✓ 1 份报告，没有发现问题\n']);
});

test('an older file is replaced', async () => {
  await report('validate', 'wrong.yaml', '--reporter', 'gitlab=a.json');
  await report('validate', 'sound.yaml', '--reporter', 'gitlab=a.json');
  expect(await read('a.json')).toBe('[]\n');
});

test('build writes them too, and names what it built', async () => {
  const { code, stdout } = await report(
    ...['build', 'sound.yaml', 'wrong.yaml', '--format', 'html', '--reporter', 'json=a.json', '--reporter', 'text'],
  );
  expect(code).toBe(1);
  expect(stdout).toContain('→ out/sound.html');
  expect(JSON.parse(await read('a.json'))).toMatchObject({ errors: 1, outputs: ['out/sound.html'] });
});

test('a name with = in it', async () => {
  await report('validate', 'sound.yaml', '--reporter', 'json=a=b.json');
  expect(JSON.parse(await read('a=b.json')).files).toEqual(['sound.yaml']);
});

test('--fail-on says which cases fail', async () => {
  const { stdout } = await report('validate', 'wrong.yaml', '--reporter', 'junit', '--fail-on', 'warning');
  expect(stdout).toMatch(/^<\?xml[\s\S]*<failure message="[^"]*" type="error">/);
});
