import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isInShard } from '../../src/workspace/shard.ts';
import { type Folder, folderWith, inProcess } from '../cli/run.ts';
import { nothingHappened, yamlOf } from '../reports.ts';

const report = yamlOf(nothingHappened(2023));
const NAMES = Array.from({ length: 40 }, (_, index) => `${index % 3}/${index}.yaml`);
let folder: Folder;
beforeEach(async () => {
  folder = await folderWith(Object.fromEntries(NAMES.map((name) => [name, report])));
});
afterEach(() => folder.remove());

async function filesOf(shard: string, ...inputs: string[]): Promise<string[]> {
  const argv = ['validate', ...inputs, '--shard', shard, '--reporter', 'json', '--lang', 'en'];
  const { code, stdout, stderr } = await inProcess(argv, { cwd: folder.path });
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('cannot')]);
  return JSON.parse(stdout).files;
}
const all = async (...inputs: string[]) =>
  Promise.all(['1/4', '2/4', '3/4', '4/4'].map((one) => filesOf(one, ...inputs)));

describe('the shares of a run', () => {
  test('have every file once, wherever it was found', async () => {
    const shares = await all('.');
    expect(shares.flat().sort()).toEqual([...NAMES].sort());
    expect(await all('**/*.yaml')).toEqual(shares);
    expect(await all(...NAMES)).toEqual(shares);
    expect(Math.max(...shares.map((share) => share.length))).toBeLessThan(20);
  });

  test('stay the same when a file is added', async () => {
    const before = await all('.');
    await folder.write({ '0/new.yaml': report });
    const after = await all('.');
    expect(after.map((share) => share.filter((name) => name !== '0/new.yaml'))).toEqual(before);
  });

  test('can be empty', async () => {
    const outcomes = await Promise.all(
      ['1/2', '2/2'].map((shard) =>
        inProcess(['validate', '0/0.yaml', '--shard', shard, '--lang', 'en'], { cwd: folder.path }),
      ),
    );
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
    expect(outcomes.map(({ stderr }) => stderr).sort()).toEqual([
      '',
      expect.stringMatching(/^Shard .\/2 has no reports\n$/),
    ]);
  });

  test('do not hide that a file is missing', async () => {
    const { code, stderr } = await inProcess(['validate', 'none.yaml', '--shard', '1/2', '--lang', 'en'], {
      cwd: folder.path,
    });
    expect([code, stderr]).toEqual([2, expect.stringContaining('There is no file none.yaml')]);
  });

  test('have the published files only of folders without reports, whichever share the reports are in', async () => {
    const pages = Object.fromEntries(NAMES.map((name) => [name.replace('.yaml', '.html'), '<p>nothing</p>']));
    await folder.write(pages);
    expect((await all('0')).flat().filter((name) => name.endsWith('.html'))).toEqual([]);
  });

  test.each(['0/8', '9/8', '2/0', 'x', '1', '1/2/3', '-1/2', '1.5/2'])('%s is none', async (shard) => {
    const { code, stderr } = await inProcess(['validate', '.', `--shard=${shard}`, '--lang', 'en'], {
      cwd: folder.path,
    });
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not a share such as 2/8')]);
  });

  test('have no baseline of their own', async () => {
    const argv = ['validate', '.', '--shard', '1/2', '--write-baseline', '--lang', 'en'];
    expect((await inProcess(argv, { cwd: folder.path })).code).toBe(2);
  });
});

test('names that look the same are in the same share', () => {
  for (let count = 1; count < 20; count++) {
    const shards = Array.from({ length: count }, (_, at) => ({ index: at + 1, count }));
    expect(shards.filter((shard) => isInShard('caf\u00e9.yaml', shard))).toEqual(
      shards.filter((shard) => isInShard('cafe\u0301.yaml', shard)),
    );
  }
});

test('shares never change: a matrix may run on several versions', () => {
  expect([1, 2, 3].map((index) => isInShard('reports/2024.yaml', { index, count: 3 }))).toEqual([false, true, false]);
});
