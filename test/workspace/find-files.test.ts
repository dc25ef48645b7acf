import { execFileSync } from 'node:child_process';
import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFiles } from '../../src/workspace/files.ts';
import { asProcess, type Folder, folderWith, inProcess } from '../cli/run.ts';
import { nothingHappened, yamlOf } from '../reports.ts';

const report = yamlOf(nothingHappened(2023));
let folder: Folder;
beforeEach(async () => {
  folder = await folderWith({ 'a/2023.yaml': report, 'b/2023.yaml': report, 'b/deep/2022.yaml': report });
});
afterEach(() => folder.remove());

const link = (target: string, name: string) => symlink(target, join(folder.path, name));

async function namesOf(...inputs: string[]): Promise<string[]> {
  const { files, problems } = await findFiles(inputs, { cwd: folder.path });
  expect(problems).toEqual([]);
  return files.map(({ name }) => name);
}

describe('links', () => {
  test('to a folder above it lead nowhere', async () => {
    await link('..', 'b/deep/up');
    await link('.', 'self');
    expect(await namesOf('.')).toEqual(['a/2023.yaml', 'b/2023.yaml', 'b/deep/2022.yaml']);
  });

  test('to a folder that is searched anyway add nothing', async () => {
    await link('b', '0');
    await link('b/deep', 'z');
    expect(await namesOf('.')).toEqual(['a/2023.yaml', 'b/2023.yaml', 'b/deep/2022.yaml']);
    expect(await namesOf('**/*.yaml')).toEqual(['a/2023.yaml', 'b/2023.yaml', 'b/deep/2022.yaml']);
  });

  test('to another folder are followed, and of two the first name counts', async () => {
    await link('../b', 'a/two');
    await link('../b', 'a/one');
    expect(await namesOf('a')).toEqual(['a/2023.yaml', 'a/one/2023.yaml', 'a/one/deep/2022.yaml']);
  });

  test('to a hidden folder, which is not searched itself, are followed', async () => {
    await folder.write({ '.kept/2021.yaml': report });
    await link('.kept', 'kept');
    expect(await namesOf('.')).toContain('kept/2021.yaml');
  });

  test('to a file count once, by the name of the file', async () => {
    await link('2023.yaml', 'a/0.yaml');
    expect(await namesOf('a')).toEqual(['a/2023.yaml']);
    expect(await namesOf('a', 'a/0.yaml')).toEqual(['a/0.yaml']);
    expect(await namesOf('a/0.yaml', 'a/2023.yaml')).toEqual(['a/2023.yaml']);
  });

  test('that double the ways with every folder are followed once a folder', async () => {
    for (let depth = 0; depth < 40; depth++) {
      await folder.write({ [`${depth}/r.yaml`]: report });
      for (const name of ['x', 'y']) await link(`../${depth + 1}`, `${depth}/${name}`);
    }
    expect(await namesOf('0')).toHaveLength(40);
    expect(await namesOf('.')).toHaveLength(43);
  });

  test('that are broken, or lead to themselves, are passed over', async () => {
    await link('round.yaml', 'a/round.yaml');
    await link('nowhere', 'a/broken.yaml');
    await link('nowhere', 'a/broken');
    expect(await namesOf('a')).toEqual(['a/2023.yaml']);
  });
});

describe('what is not a file', () => {
  test.each(['validate', 'fix', 'bind', 'claims', 'build'])(
    '%s refuses a pipe, and does the others',
    async (command) => {
      execFileSync('mkfifo', [join(folder.path, 'pipe.yaml')]);
      const out = command === 'build' ? ['--format', 'json'] : [];
      const { code, stderr } = await inProcess([command, 'a/2023.yaml', 'pipe.yaml', ...out, '--lang', 'en'], {
        cwd: folder.path,
      });
      expect([code, stderr]).toEqual([2, expect.stringContaining('pipe.yaml is a pipe, not a file, and was not read')]);
    },
  );

  test.each([
    ['--against', ['validate', 'a/2023.yaml', '--against', 'pipe.yaml']],
    ['verify', ['verify', 'pipe.yaml']],
    ['the settings', ['validate', 'set/a.yaml']],
    ['the baseline', ['validate', 'base/a.yaml']],
  ])('a pipe as %s is refused', async (_, argv) => {
    await folder.write({ 'set/a.yaml': report, 'base/a.yaml': report });
    const names = ['pipe.yaml', 'set/report.config.yaml', 'base/report.baseline.json'];
    for (const name of names) execFileSync('mkfifo', [join(folder.path, name)]);
    const { code, stderr } = await inProcess([...argv, '--lang', 'en'], { cwd: folder.path });
    expect([code, stderr.replace(/\s+/gu, ' ')]).toEqual([2, expect.stringMatching(/ is a pipe, not a file/u)]);
  });

  test('a pipe as previous is a finding', async () => {
    execFileSync('mkfifo', [join(folder.path, 'pipe.yaml')]);
    await folder.write({ 'c.yaml': yamlOf({ ...nothingHappened(2023), previous: 'pipe.yaml' }) });
    const { code, stdout } = await inProcess(['validate', 'c.yaml'], { cwd: folder.path });
    expect([code, stdout]).toEqual([1, expect.stringContaining('previous-unreadable')]);
  });

  test('a pipe in a folder is not searched', async () => {
    execFileSync('mkfifo', [join(folder.path, 'a/pipe.yaml')]);
    expect(await namesOf('a')).toEqual(['a/2023.yaml']);
  });
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be read is named, and the others are done', async () => {
  await chmod(join(folder.path, 'b/deep'), 0);
  const { code, stdout, stderr } = await asProcess(['validate', '.', '--lang', 'en'], { cwd: folder.path });
  await chmod(join(folder.path, 'b/deep'), 0o700);
  expect([code, stdout, stderr]).toEqual([
    2,
    expect.stringContaining('2 reports'),
    expect.stringContaining('The folder b/deep cannot be read (EACCES)'),
  ]);
});
