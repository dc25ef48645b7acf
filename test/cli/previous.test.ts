import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Data, nothingHappened, put, yamlOf } from '../reports.ts';
import { folderWith, inProcess } from './run.ts';

const APPLICATIONS = {
  received: 0,
  carried_over: { natural_person: 3 },
  outcomes: {
    disclosed: { natural_person: 3 },
    ...Object.fromEntries(
      ['partially_disclosed', 'not_disclosed', 'unable_to_provide', 'not_processed', 'other_handling'].map((row) => [
        row,
        0,
      ]),
    ),
  },
  carried_forward: 0,
};
/** A report of 2023 that carried three requests over; nothing had been left in 2022. */
const now = (previous?: string, more: Data = {}): string => {
  const data = put(nothingHappened(2023), 'applications', APPLICATIONS);
  return yamlOf({ ...data, ...more, ...(previous !== undefined && { previous }) });
};
const before = (year = 2022, name = '清溪县教育局'): string => yamlOf(put(nothingHappened(year), 'agency.name', name));

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith({
    '2022.yaml': before(),
    'repo/.git/HEAD': '',
    'repo/old/2022.yaml': before(),
    'repo/2022.yaml': before(),
    'repo/old/2022.other.yaml': before(2022, '清溪县水利局'),
    'repo/old/2021.yaml': before(2021),
    'repo/old/notes.yaml': 'editor: vim\n',
    'repo/old/broken.yaml': 'year: [2022\n',
    'repo/old/gbk.yaml': Uint8Array.from([0xc7, 0xe5, 0x0a]),
    'repo/old/large.yaml': new Uint8Array(6 * 1024 * 1024).fill(0x20),
    'repo/folder.yaml': null,
  });
});
afterEach(() => folder.remove());

interface Found {
  readonly rule: string;
  readonly message: string;
  readonly path: string;
  readonly related: readonly { file: string; path: string; line: number }[];
}

const report = (...argv: string[]) => inProcess(argv, { cwd: join(folder.path, 'repo') });
async function found(file: string, ...flags: string[]): Promise<Found[]> {
  const { stdout } = await report('validate', file, '--reporter', 'json', '--lang', 'en', ...flags);
  return JSON.parse(stdout).diagnostics;
}
const write = (text: string, file = 'repo/a.yaml') => folder.write({ [file]: text });
const rules = (all: readonly Found[]): string[] => [...new Set(all.map(({ rule }) => rule))].sort();

describe('previous outside', () => {
  const hint = async () => (await report('validate', 'a.yaml', '--lang', 'en')).stdout.replace(/\s+/g, ' ');

  test('the repository: the hint names --against', async () => {
    await write(now('../2022.yaml'));
    expect(await hint()).toMatch(/must be in the same repository; if it is elsewhere, give it with --against/);
  });

  test('the folder, without a repository: the hint names the settings, and they help', async () => {
    await folder.remove('repo/.git');
    await write(now('../2022.yaml'));
    expect(await hint()).toMatch(/Put a report\.config\.yaml, which may be empty, in the folder that contains both/);
    await folder.write({ 'report.config.yaml': '' });
    expect(await hint()).not.toContain('previous-unreadable');
  });
});

describe('previous', () => {
  test.each([
    ['beside the report', 'a.yaml', '2022.yaml'],
    ['in a folder below', 'a.yaml', './old/2022.yaml'],
    ['in a folder above, inside the repository', 'sub/a.yaml', '../2022.yaml'],
  ])('%s is compared', async (_, file, previous) => {
    await write(now(previous), `repo/${file}`);
    const all = await found(file);
    expect(rules(all)).toEqual(['carried-over']);
    expect(all[0]?.related.map(({ file }) => file)).toEqual([
      previous === '../2022.yaml' ? '2022.yaml' : previous.replace('./', ''),
    ]);
  });

  test.each([
    ['is not there', '2020.yaml', 'There is no file 2020.yaml'],
    ['is a folder', 'folder.yaml', 'There is no file folder.yaml'],
    ['lies outside the repository', '../2022.yaml', '../2022.yaml is outside'],
    ['would lie outside, were it there', '../../etc/missing.yaml', '../../etc/missing.yaml is outside'],
    ['is a link that leads outside', 'link.yaml', 'link.yaml is outside'],
    ['is an absolute path', '/etc/2022.yaml', 'must be relative'],
    ['is too large', 'old/large.yaml', 'The file has 6.0 MB'],
    ['is broken', 'old/broken.yaml', 'old/broken.yaml cannot be read: line 1'],
    ['is in GBK', 'old/gbk.yaml', 'The file is encoded in GBK'],
    ['is no report', 'old/notes.yaml', 'old/notes.yaml has no year, so it is not a report'],
  ])('that %s is named, once, and nothing is compared', async (_, previous, message) => {
    await symlink(join(folder.path, '2022.yaml'), join(folder.path, 'repo/link.yaml'));
    await write(now(previous));
    const all = await found('a.yaml');
    expect(all.map(({ rule, path }) => [rule, path])).toEqual([['previous-unreadable', 'previous']]);
    expect(all[0]?.message).toContain(message);
    expect((await report('validate', 'a.yaml')).code).toBe(1);
  });

  test('that is a link inside the repository is compared', async () => {
    await symlink('old/2022.yaml', join(folder.path, 'repo/inside.yaml'));
    await write(now('inside.yaml'));
    expect(rules(await found('a.yaml'))).toEqual(['carried-over']);
  });

  test('that is the report itself is not the year before', async () => {
    await write(now('a.yaml'));
    expect(rules(await found('a.yaml'))).toEqual(['previous-year']);
  });

  test.each(['2022.txt', 'https://example.com/2022.json'])('%s is for the schema to name', async (previous) => {
    await write(now(previous));
    expect(rules(await found('a.yaml'))).toEqual(['wrong-type']);
  });

  test('is relative to the name that standard input was given', async () => {
    const cwd = join(folder.path, 'repo');
    const run = (name: string) =>
      inProcess(['validate', '-', '--stdin-filename', name], { cwd, stdin: now('../2022.yaml') });
    expect((await run('old/a.yaml')).stdout).toMatch(/old\/a\.yaml:\d+:\d+ {2}错误 {2}carried-over/);
    // The folder need not be there.
    expect((await run('new/a.yaml')).stdout).toContain('carried-over');
    expect((await run('a.yaml')).stdout).toContain('previous-unreadable');
  });

  test('outside a repository, must lie in the folder of the report, or of the settings', async () => {
    await folder.remove('repo/.git');
    await write(now('../2022.yaml'), 'repo/sub/a.yaml');
    expect(rules(await found('sub/a.yaml'))).toEqual(['previous-unreadable']);
    await folder.write({ 'repo/report.config.yaml': '' });
    expect(rules(await found('sub/a.yaml'))).toEqual(['carried-over']);
  });

  test.each(['text', 'json', 'sarif', 'junit'])(
    "%s, which prints related places, names last year's file",
    async (reporter) => {
      await write(now('old/2022.yaml'));
      const { stdout } = await report('validate', 'a.yaml', '--reporter', reporter);
      expect(stdout).toContain('old/2022.yaml');
    },
  );
});

describe('--against', () => {
  const against = (path: string) => report('validate', 'a.yaml', '--against', path);

  test('FILE is compared, wherever it lies, instead of what previous names', async () => {
    await write(now('missing.yaml'));
    const { code, stdout } = await against('../2022.yaml');
    expect(code).toBe(1);
    expect(stdout).toMatch(/carried-over(?![\s\S]*previous-unreadable)/);
  });

  test('FOLDER: by agency and year', async () => {
    await write(now());
    const all = await found('a.yaml', '--against', 'old');
    expect(rules(all)).toEqual(['carried-over']);
    expect(all[0]?.related[0]?.file).toBe('old/2022.yaml');
  });

  test('FOLDER without it: said on standard error, and nothing is compared', async () => {
    await write(now(undefined, { agency: { name: '清溪县文旅局', level: 'county', kind: 'department' } }));
    const { code, stdout, stderr } = await against('old');
    expect([code, stdout]).toEqual([0, expect.stringContaining('没有发现问题')]);
    expect(stderr).toContain('old 里没有 a.yaml 的机关上一年的报告，没有做跨年核对');
  });

  test('FILE of another year, or that is no report, is an error', async () => {
    await write(now());
    expect((await against('old/2021.yaml')).stdout).toContain('previous-year');
    for (const file of ['notes', 'broken', 'gbk', 'large']) {
      const { code, stdout } = await against(`old/${file}.yaml`);
      expect.soft([code, stdout], file).toEqual([1, expect.stringContaining('previous-unreadable')]);
    }
  });

  test('what is not there is for the command to say', async () => {
    await write(now());
    const { code, stdout, stderr } = await against('nowhere');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('找不到文件 nowhere');
  });
});
