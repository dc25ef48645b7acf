import { chmod, chown, lchown, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nothingHappened, yamlOf } from '../reports.ts';
import { folderWith, inProcess } from './run.ts';

/** Published ten days late: a warning. */
const late = yamlOf({ ...nothingHappened(), published: '2024-02-10' });
const rule = (severity: string) => `rules: { published-late: ${severity} }\n`;

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith({ 'repo/.git/HEAD': '', 'repo/sub/a.yaml': late, 'repo/b.yaml': late });
});
afterEach(() => folder.remove());

const report = (...argv: string[]) => inProcess(argv, { cwd: join(folder.path, 'repo') });
const codeOf = async (file = 'sub/a.yaml') => (await report('validate', file, '-q')).code;
const write = (file: string, text: string) => folder.write({ [file]: text });

describe('report.config.yaml', () => {
  test('is found upward: the severity it gives decides the exit code', async () => {
    expect(await codeOf()).toBe(0);
    await write('repo/report.config.yaml', rule('error'));
    expect(await codeOf()).toBe(1);
    await write('repo/report.config.yaml', rule('off'));
    expect((await report('validate', 'sub/a.yaml')).stdout).toContain('没有发现问题');
  });

  test('is no report that a folder passes over', async () => {
    await write('repo/report.config.yaml', rule('off'));
    expect((await report('validate', '.')).stderr).toBe('');
  });

  test('the nearest one decides, alone', async () => {
    await write('repo/report.config.yaml', rule('error'));
    await write('repo/sub/report.config.yaml', '# nothing\n');
    expect([await codeOf('sub/a.yaml'), await codeOf('b.yaml')]).toEqual([0, 1]);
  });

  test('outside the repository is not looked at', async () => {
    await write('report.config.yaml', rule('error'));
    expect(await codeOf()).toBe(0);
    await folder.remove('repo/.git');
    expect(await codeOf()).toBe(1);
  });

  test('a linked worktree, whose .git is a file, is a repository as well', async () => {
    await folder.remove('repo/.git');
    await write('repo/.git', 'gitdir: elsewhere\n');
    await write('report.config.yaml', rule('error'));
    expect(await codeOf()).toBe(0);
  });

  test('a local deadline is what counts', async () => {
    await write('repo/report.config.yaml', 'deadlines: { department: 02-10 }\n');
    expect((await report('validate', 'b.yaml')).stdout).toContain('没有发现问题');
    await write('repo/report.config.yaml', 'deadlines: { department: 02-09 }\n');
    expect((await report('validate', 'b.yaml')).stdout).toContain('期限是 2024-02-09，晚 1 天');
  });

  test('switches on what is off by default', async () => {
    const left = `
applications:
  received: { natural_person: 20 }
  carried_over: 0
  outcomes: { disclosed: 0, partially_disclosed: 0, not_disclosed: 0, unable_to_provide: 0, not_processed: 0, other_handling: 0 }
  carried_forward: { natural_person: 20 }
`;
    const text = yamlOf(nothingHappened()).replace(/\napplications: 0\n/, left);
    await write('repo/left.yaml', text);
    expect((await report('validate', 'left.yaml')).stdout).not.toContain('carried-forward-share');
    await write('repo/report.config.yaml', 'rules: { carried-forward-share: error }\n');
    const { code, stdout } = await report('validate', 'left.yaml');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/错误 {2}carried-forward-share/)]);
  });

  test.each([
    ['a rule there is not', 'rules:\n  published-lat: off\n', /report\.config\.yaml:2:3 .*（是不是 published-late？）/],
    ['two faults', 'rules: { x: off }\nbuild: 1\n', /report\.config\.yaml:1:10 [\s\S]*report\.config\.yaml:2:8 /],
    ['an anchor', 'rules: &a {}\n', /report\.config\.yaml:1:\d+ /],
  ])('with %s stops the run', async (_, text, stderr) => {
    await write('repo/report.config.yaml', text);
    const outcome = await report('validate', 'sub/a.yaml', 'b.yaml');
    expect([outcome.code, outcome.stdout]).toEqual([2, '']);
    expect(outcome.stderr).toMatch(stderr);
    // Said once, however many reports stand below it.
    expect(outcome.stderr.match(/不能完成/g)).toHaveLength(1);
  });

  test('that is wrong in one folder does not keep the reports of another from being checked', async () => {
    await write('repo/sub/report.config.yaml', 'rule: {}\n');
    const { code, stdout, stderr } = await report('validate', '.');
    expect([code, stdout]).toEqual([2, expect.stringContaining('b.yaml:')]);
    expect(stderr).toContain('sub/report.config.yaml:1:1');
  });

  test('that is a folder is said to be one', async () => {
    await folder.write({ 'repo/report.config.yaml': null });
    const { code, stderr } = await report('validate', 'b.yaml');
    expect([code, stderr]).toEqual([2, expect.stringContaining('那里是一个文件夹')]);
  });

  test.skipIf(process.getuid?.() === 0)('that can not be read', async () => {
    await write('repo/report.config.yaml', rule('error'));
    await chmod(join(folder.path, 'repo/report.config.yaml'), 0);
    const { code, stderr } = await report('validate', 'b.yaml');
    expect([code, stderr]).toEqual([2, expect.stringContaining('检查文件权限')]);
  });

  test('that is a link to nothing sets nothing', async () => {
    await symlink('nowhere', join(folder.path, 'repo/report.config.yaml'));
    expect(await codeOf()).toBe(0);
  });
});

describe.skipIf(process.getuid === undefined)('settings above the report that somebody else could have written', () => {
  const settings = () => join(folder.path, 'repo/report.config.yaml');
  const other = 65534;
  beforeEach(() => write('repo/report.config.yaml', rule('error')));
  /** The exit code, and whether the settings are said not to be used: 1 with the settings, 0 without. */
  const outcome = async (...argv: string[]) => {
    const { code, stderr } = await report('validate', ...argv, '-q');
    return [code, stderr.match(/没有用 report\.config\.yaml/g)?.length ?? 0];
  };

  test('are not used, which is said once', async () => {
    await chmod(settings(), 0o666);
    await write('repo/sub/c.yaml', late);
    expect(await outcome('sub/a.yaml', 'sub/c.yaml')).toEqual([0, 1]);
    await chmod(settings(), 0o644);
    expect(await outcome('sub/a.yaml', 'sub/c.yaml')).toEqual([1, 0]);
  });

  test('do not hide those further above', async () => {
    await folder.remove('repo/.git');
    await write('report.config.yaml', rule('error'));
    await write('repo/report.config.yaml', rule('off'));
    await chmod(settings(), 0o602);
    expect(await outcome('sub/a.yaml')).toEqual([1, 1]);
  });

  test('are used beside the report, except in a folder such as /tmp', async () => {
    await chmod(settings(), 0o666);
    expect(await outcome('b.yaml')).toEqual([1, 0]);
    await chmod(join(folder.path, 'repo'), 0o1777);
    expect(await outcome('b.yaml')).toEqual([0, 1]);
    await chmod(settings(), 0o644);
    expect(await outcome('b.yaml')).toEqual([1, 0]);
  });

  test('are used where everybody can write the folder of the report too', async () => {
    await chmod(settings(), 0o666);
    await chmod(join(folder.path, 'repo/sub'), 0o777);
    expect(await outcome('sub/a.yaml')).toEqual([1, 0]);
  });

  test('a baseline as well', async () => {
    await report('validate', 'sub/a.yaml', '--write-baseline');
    expect(await outcome('sub/a.yaml')).toEqual([0, 0]);
    await chmod(join(folder.path, 'repo/report.baseline.json'), 0o666);
    const { code, stderr } = await report('validate', 'sub/a.yaml');
    expect([code, stderr]).toEqual([1, expect.stringContaining('没有用 report.baseline.json')]);
  });

  test.runIf(process.getuid?.() === 0)('because they belong to somebody else', async () => {
    await chown(settings(), other, other);
    expect(await outcome('sub/a.yaml')).toEqual([0, 1]);
    // Whose folder it is can change the results anyway.
    await chown(join(folder.path, 'repo/sub'), other, other);
    expect(await outcome('sub/a.yaml')).toEqual([1, 0]);
  });

  test.runIf(process.getuid?.() === 0)('because a group that is not that of one user can', async () => {
    await chmod(settings(), 0o664);
    expect(await outcome('sub/a.yaml')).toEqual([1, 0]);
    await chown(settings(), 0, other);
    expect(await outcome('sub/a.yaml')).toEqual([0, 1]);
    await chown(join(folder.path, 'repo/sub'), 0, other);
    await chmod(join(folder.path, 'repo/sub'), 0o775);
    expect(await outcome('sub/a.yaml')).toEqual([1, 0]);
  });

  test.runIf(process.getuid?.() === 0)('because the link to them does', async () => {
    await folder.remove('repo/report.config.yaml');
    await write('repo/mine.yaml', rule('error'));
    await symlink('mine.yaml', settings());
    expect(await outcome('sub/a.yaml')).toEqual([1, 0]);
    await lchown(settings(), other, other);
    expect(await outcome('sub/a.yaml')).toEqual([0, 1]);
  });
});

describe('what build writes', () => {
  const build = (cwd: string, ...argv: string[]) =>
    inProcess(['build', join(folder.path, 'repo/b.yaml'), ...argv], { cwd: join(folder.path, cwd) });
  beforeEach(() => write('repo/report.config.yaml', 'build: { out: public, formats: [html] }\n'));

  test('goes where the settings say, relative to their folder, in their formats', async () => {
    const { code, stdout } = await build('repo/sub');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/→ \.\.\/public\/b\.html\n/)]);
    expect(stdout).not.toContain('.pdf');
  });

  test('goes where the command line says', async () => {
    expect((await build('repo', '-o', 'here')).stdout).toContain('→ here/b.html');
  });

  test.each([
    ['above', '../public'],
    ['elsewhere', '/tmp/public'],
    ['below a folder above', 'sub/../../public'],
    ['behind a link', 'link/public'],
  ])('does not go %s, unless the command line says so', async (_, out) => {
    await symlink(folder.path, join(folder.path, 'repo/link'));
    await write('repo/report.config.yaml', `build: { out: ${out}, formats: [html] }\n`);
    const { code, stderr } = await build('repo');
    expect([code, stderr.replace(/\s/g, '')]).toEqual([2, expect.stringContaining('在设置文件的文件夹之外')]);
    expect(stderr).toMatch(/-o\s/);
    expect((await build('repo', '-o', '../public')).stdout).toContain('→ ../public/b.html');
  });

  test('a format of the settings that there is not', async () => {
    await write('repo/report.config.yaml', 'build: { formats: [odt] }\n');
    const { code, stderr } = await build('repo');
    expect([code, stderr]).toEqual([2, expect.stringContaining('没有“odt”这种格式')]);
  });
});
