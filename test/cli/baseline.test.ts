import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { folderWith, inProcess } from './run.ts';

const sound = yamlOf(nothingHappened());
const RESULT = 'reconsideration_and_litigation';
/** A report whose row of results does not add up to its total. */
const wrong = (total = 3) =>
  yamlOf(put(nothingHappened(), RESULT, { reconsideration: { upheld: 1, total }, litigation: 0 }));

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith({
    'repo/.git/HEAD': '',
    'repo/a.yaml': wrong(),
    'repo/sub/b.yaml': wrong(5),
    'repo/sound.yaml': sound,
    'repo/unread.yaml': 'year: [2023\nagency: x\n',
  });
});
afterEach(() => folder.remove());

const at = (below: string, ...argv: string[]) => inProcess(argv, { cwd: join(folder.path, below) });
const report = (...argv: string[]) => at('repo', ...argv);
const known = async (file = 'repo/report.baseline.json') =>
  JSON.parse(await readFile(join(folder.path, file), 'utf8')).findings;
const write = (file: string, text: string) => folder.write({ [file]: text });
const adopt = () => report('validate', 'a.yaml', 'sub', '--write-baseline');

describe('--write-baseline', () => {
  test('writes the findings there are, by file, and does not fail', async () => {
    const { code, stdout, stderr } = await adopt();
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/已把 2 份报告现有的 2 个问题记进 report\.baseline\.json；.*提交到仓库\n$/s);
    expect(Object.keys(await known())).toEqual(['a.yaml', 'sub/b.yaml']);
  });

  test('then only new findings count; known ones are told apart in the results', async () => {
    await adopt();
    const { code, stdout } = await report('validate', 'a.yaml', 'sub', 'sound.yaml', '--reporter', 'json');
    expect([code, JSON.parse(stdout).errors, JSON.parse(stdout).waived]).toMatchObject([0, 0, 2]);
  });

  test('keeps what it knows of other files, and forgets what was mended', async () => {
    await adopt();
    await write('repo/a.yaml', sound);
    await report('validate', 'a.yaml', '--write-baseline');
    expect(Object.keys(await known())).toEqual(['sub/b.yaml']);
  });

  test('finds its file from a folder below, and its reports from there', async () => {
    await adopt();
    expect((await at('repo/sub', 'validate', 'b.yaml')).code).toBe(0);
    await at('repo/sub', 'validate', '../a.yaml', '--write-baseline');
    expect(Object.keys(await known())).toEqual(['a.yaml', 'sub/b.yaml']);
  });

  test('stands beside the settings, where there are some', async () => {
    await write('repo/report.config.yaml', '');
    await at('repo/sub', 'validate', 'b.yaml', '--write-baseline');
    expect(Object.keys(await known())).toEqual(['sub/b.yaml']);
  });

  test('from above the repository, stands inside it: nothing outside decides about its reports', async () => {
    const { code } = await at('.', 'validate', 'repo/a.yaml', '--write-baseline');
    expect([code, Object.keys(await known())]).toEqual([0, ['a.yaml']]);
    expect((await at('.', 'validate', 'repo/a.yaml')).code).toBe(0);
  });

  test('a report that can not be read is not in it: its fault would hide every other', async () => {
    const { code, stderr } = await report('validate', 'unread.yaml', 'a.yaml', '--write-baseline');
    expect(code).toBe(1);
    expect(stderr).toContain('unread.yaml 读不出来，没有记进基线');
    expect(Object.keys(await known())).toEqual(['a.yaml']);
  });

  test('nor does a file that knows of it make it pass', async () => {
    await write(
      'repo/report.baseline.json',
      JSON.stringify({ version: 1, findings: { 'unread.yaml': ['yaml-syntax@'] } }),
    );
    expect((await report('validate', 'unread.yaml')).code).toBe(1);
  });
});

describe('a known finding', () => {
  beforeEach(adopt);

  test('is still known when it has moved', async () => {
    await write('repo/a.yaml', `# 注\n\n${wrong()}`);
    expect((await report('validate', 'a.yaml')).code).toBe(0);
  });

  test('is a new one when its numbers change', async () => {
    await write('repo/a.yaml', wrong(4));
    expect((await report('validate', 'a.yaml')).code).toBe(1);
  });

  test('counts with --no-baseline', async () => {
    expect((await report('validate', 'a.yaml', '--no-baseline')).code).toBe(1);
  });

  test('keeps a report from being built all the same', async () => {
    const { code, stdout } = await report('build', 'a.yaml', '--format', 'html');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/results-total(?![\s\S]*→ out)/)]);
  });

  test('of another file is none', async () => {
    await write('repo/c.yaml', wrong());
    expect((await report('validate', 'c.yaml')).code).toBe(1);
  });
});

describe('a baseline', () => {
  const fingerprint = async (): Promise<string> => {
    await adopt();
    return (await known())['a.yaml'][0];
  };

  test('above the repository is not read', async () => {
    const one = await fingerprint();
    await folder.remove('repo/report.baseline.json');
    await write('report.baseline.json', JSON.stringify({ version: 1, findings: { 'repo/a.yaml': [one] } }));
    expect((await report('validate', 'a.yaml')).code).toBe(1);
  });

  test.each([
    ['no JSON', 'x'],
    ['of another shape', '{"version":1,"findings":{"a.yaml":3}}'],
  ])('that is %s stops the run, and says what to do', async (_, text) => {
    await write('repo/report.baseline.json', text);
    const { code, stderr } = await report('validate', 'a.yaml', '--lang', 'en');
    expect(code).toBe(2);
    expect(stderr).toBe(
      'error: report.baseline.json is not a baseline written by report\nHint: Delete it and write a new one: report validate --write-baseline\n',
    );
  });

  test('knows nothing of files named like a prototype', async () => {
    await write('repo/report.baseline.json', '{"version":1,"findings":{}}');
    await write('repo/constructor', wrong());
    await write('repo/__proto__', wrong());
    expect((await report('validate', 'constructor', '__proto__')).code).toBe(1);
  });

  test('of 50 MB is read', async () => {
    const many = Array.from({ length: 500_000 }, (_, index) => `fingerprint-${index}`.padEnd(98, '.'));
    await write('repo/report.baseline.json', JSON.stringify({ version: 1, findings: { 'a.yaml': many } }));
    expect((await report('validate', 'a.yaml')).code).toBe(1);
  });
});
