import { cp, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { folderWith } from '../cli/run.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import {
  available,
  ENVIRONMENT,
  install,
  type Repository,
  ROOT,
  registryReachable,
  repository,
  runIn,
} from './repository.ts';

const sound = yamlOf(nothingHappened());
const wrong = yamlOf(put(nothingHappened(), 'applications', 3));

const there = available('pre-commit');
const online = there && registryReachable();
if (!there) console.warn('skipped: pre-commit is not on the PATH (apt-get install pre-commit)');
else if (!online) console.warn('skipped: report-validate-node, since the npm registry can not be reached');

describe.skipIf(!there)('pre-commit', () => {
  let project: { path: string; revision: string };
  let home: Awaited<ReturnType<typeof folderWith>>;
  let here: Repository;

  beforeAll(async () => {
    home = await folderWith({ project: null });
    project = await clone(join(home.path, 'project'));
  });
  afterEach(() => here.remove());
  afterAll(() => home.remove());

  /** A repository with these settings of one of our hooks, `pre-commit install` done. */
  async function withHook(settings: string): Promise<void> {
    here = await repository({ PRE_COMMIT_HOME: join(home.path, 'cache'), npm_config_prefer_offline: 'true' });
    await here.write({
      '.pre-commit-config.yaml': `repos:\n- repo: ${project.path}\n  rev: ${project.revision}\n  hooks: [${settings}]\n`,
      '.github/workflows/ci.yaml': 'on: push\n',
    });
    expect((await here.run('pre-commit', 'install')).code).toBe(0);
  }

  /** No report and a wrong report are stopped; a sound report passes, and so do other files beside it. */
  async function guards(): Promise<void> {
    // Hidden files are YAML too, and no reports.
    await here.write({ 'compose.yaml': 'services: {}\n' });
    expect(saidBy(await here.commit())).toMatch(/Failed[\s\S]*exit code: 2[\s\S]*没有找到任何报告/);
    await here.write({ '年报/清溪县 教育局 2023.yaml': sound });
    expect(saidBy(await here.commit())).toMatch(/核对政府信息公开工作年度报告\.+Passed/);
    await here.write({ 'notes.txt': 'x' });
    expect(saidBy(await here.commit())).toMatch(/Passed/);
    await here.write({ '年报/清溪县 教育局 2023.yaml': wrong });
    const stopped = await here.commit();
    expect(stopped.code).toBe(1);
    expect(saidBy(stopped)).toMatch(
      /Failed[\s\S]*exit code: 1[\s\S]*清溪县 教育局 2023\.yaml:10:15 {2}错误 {2}not-a-row/,
    );
    expect((await here.git('rev-list', '--all', '--count')).stdout).toBe('2\n');
  }

  test('report-validate runs what the repository has installed', async () => {
    await withHook('{ id: report-validate }');
    await install(here.path);
    await guards();
  });

  test('report-validate is stopped where nothing is installed', async () => {
    await withHook('{ id: report-validate }');
    await here.write({ 'reports/2023.yaml': sound });
    const stopped = await here.commit();
    expect([stopped.code, saidBy(stopped)]).toEqual([
      1,
      expect.stringMatching(/Failed\s+- hook id: report-validate\n/),
    ]);
  });

  test('a changed report is checked by itself; if none is changed, or nothing is staged, all are', async () => {
    await withHook('{ id: report-validate, args: [reports/] }');
    await install(here.path);
    await here.write({ 'reports/2022.yaml': sound, 'reports/2023.yaml': wrong });
    await here.git('add', '--all');
    await here.git('commit', '--no-verify', '-m', 'x');
    await here.write({ 'reports/2022.yaml': `${sound}# changed\n` });
    expect((await here.commit()).code).toBe(0);
    const all = await here.run('pre-commit', 'run', '--all-files');
    expect([all.code, all.stdout]).toEqual([1, expect.stringContaining('reports/2023.yaml:10:15')]);
    await here.write({ 'notes.txt': 'x' });
    const { code, stdout, stderr } = await here.commit();
    expect([code, stdout + stderr]).toEqual([1, expect.stringContaining('reports/2023.yaml:10:15')]);
  });

  test('a repository that may have no report says so', async () => {
    await withHook('{ id: report-validate, args: [., --pass-with-no-reports] }');
    await install(here.path);
    expect(saidBy(await here.commit())).toMatch(/Passed/);
  });

  // pre-commit installs and builds the project: half a minute, or several times that on a busy machine.
  test.skipIf(!online)('report-validate-node installs itself, without browser and fonts', async () => {
    await withHook('{ id: report-validate-node }');
    await guards();
    const environment = await nodeEnvironment(join(home.path, 'cache'));
    const packages = await readdir(join(environment, 'lib/node_modules/ogi-report/node_modules'));
    expect(packages.filter((name) => !name.startsWith('.'))).toEqual(['harfbuzzjs', 'yaml']);
    const megabytes = (await sizeOf(environment)) / 1e6;
    console.log(`report-validate-node keeps ${megabytes.toFixed(1)} MB`);
    // The pages in docs/ say 8 MB.
    expect(megabytes).toBeLessThan(8.5);
  });
});

describe('the package', () => {
  const packed = async (env: Readonly<Record<string, string>>, environment?: string) => {
    const folder = await folderWith({ 'node_env-system': null });
    for (const file of ['package.json', 'scripts/pack-for-pre-commit.mjs']) await copy(file, folder.path);
    const own = environment === undefined ? {} : { NODE_VIRTUAL_ENV: environment.replace('<folder>', folder.path) };
    const run = runIn(folder.path, { ...ENVIRONMENT, ...env, ...own });
    expect(await run('node', 'scripts/pack-for-pre-commit.mjs')).toEqual({ code: 0, stdout: '', stderr: '' });
    const manifest = JSON.parse(await readFile(join(folder.path, 'package.json'), 'utf8'));
    await folder.remove();
    return manifest;
  };
  const ours = readFile(join(ROOT, 'package.json'), 'utf8').then((text) => JSON.parse(text));

  test('holds browser and fonts wherever it is made but in a clone of pre-commit', async () => {
    expect((await ours).optionalDependencies).toHaveProperty('@sparticuz/chromium');
    for (const environment of [undefined, '', '/nowhere/node_env-system', '/tmp/node_env-system', '<folder>/env']) {
      expect(await packed({}, environment), environment).toEqual(await ours);
    }
  });

  test('names neither in a clone of pre-commit, leaves out what makes files and the docs, and is the same otherwise', async () => {
    const { optionalDependencies, ...others } = await ours;
    expect(await packed({}, '<folder>/node_env-system')).toEqual({
      ...others,
      files: [
        ...others.files,
        '!docs',
        '!dist/word.cjs*',
        '!dist/workbook.cjs*',
        '!dist/charts.cjs*',
        '!dist/chunks/puppeteer-core-*',
      ],
    });
  });
});

const saidBy = ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr;

async function copy(file: string, folder: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await cp(join(ROOT, file), join(folder, file));
}

/** A clean clone of this project with what is in the working folder, committed or not. */
async function clone(path: string): Promise<{ path: string; revision: string }> {
  const listed = await runIn(ROOT, ENVIRONMENT)('git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  const files = listed.stdout.split('\0').filter((file) => file !== '' && file !== 'node_modules');
  expect(files).toContain('.pre-commit-hooks.yaml');
  for (const file of files) await copy(file, path);
  const run = runIn(path, ENVIRONMENT);
  await run('git', 'init', '--quiet');
  await run('git', 'add', '--all');
  await run('git', 'commit', '--quiet', '-m', 'x');
  return { path, revision: (await run('git', 'rev-parse', 'HEAD')).stdout.trim() };
}

async function nodeEnvironment(cache: string): Promise<string> {
  for (const name of await readdir(cache)) {
    const found = (await readdir(join(cache, name)).catch(() => [])).find((entry) => entry.startsWith('node_env-'));
    if (found) return join(cache, name, found);
  }
  throw new Error(`no Node environment in ${cache}`);
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
