import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VERSION } from '../../src/package/version.ts';
import { asProcess, type Folder, folderWith } from '../cli/run.ts';
import { nothingHappened, yamlOf } from '../reports.ts';
import { LACKS_REDIS, leftIn, type RedisServer, startRedis, startWorker, until } from './redis.ts';

const REPORT = yamlOf(nothingHappened(2022));
const PRELOADED = { NODE_OPTIONS: `--import ${fileURLToPath(new URL('./thread-habits.mjs', import.meta.url))}` };

let redis: RedisServer;
beforeAll(async () => {
  if (!LACKS_REDIS) redis = await startRedis();
});
afterAll(() => redis?.remove());

let folder: Folder;
beforeEach(async () => {
  folder = await folderWith({});
  if (!LACKS_REDIS) redis.cli('flushall');
});
afterEach(() => folder.remove());

const run = (argv: readonly string[], { queue = redis?.url as string | undefined, cwd = folder.path } = {}) =>
  asProcess([...argv, '--lang', 'en'], {
    cwd,
    env: { HOME: process.env.HOME ?? '', SOURCE_DATE_EPOCH: '1700000000', ...(queue && { REPORT_QUEUE: queue }) },
  });

/** What happened to the jobs. */
const events = (): string[] =>
  [...redis.cli('xrange', 'ogi-report:jobs:events', '-', '+').matchAll(/^event\n(added|active|completed)$/gm)].map(
    ([, event = '']) => event,
  );

/** The path of a copy of this program that has another version. */
async function otherVersion(): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const copy = join(folder.path, 'copy');
  for (const name of ['bin', 'dist', 'package.json']) cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const name of ['node_modules', 'templates']) symlinkSync(join(root, name), join(copy, name));
  for (const name of ['light.cjs', 'whole.cjs']) {
    const bundle = join(copy, 'dist', name);
    writeFileSync(bundle, readFileSync(bundle, 'utf8').replace(`version:"${VERSION}"`, 'version:"9.9.9"'));
  }
  return join(copy, 'bin/report.js');
}

describe.skipIf(LACKS_REDIS)('a worker', () => {
  test('that cannot do a report in three tries gives it up; the others are done, and nothing is left', async () => {
    await folder.write({ 'a.yaml': REPORT, 'deadly.yaml': `# END\n${REPORT}`, 'z.yaml': REPORT });
    const worker = await startWorker(redis.url, { env: { ...PRELOADED, END_AT: '# END' } });
    const { code, stdout, stderr } = await run(['build', '.', '--format', 'json', '-o', 'out']);
    await worker.end('SIGKILL');
    expect([code, stderr]).toEqual([2, expect.stringContaining('deadly.yaml: failed in 3 tries')]);
    expect(stdout + stderr).not.toContain('a.yaml: failed');
    expect(['a', 'deadly', 'z'].map((name) => existsSync(join(folder.path, 'out', `${name}.view.json`)))).toEqual([
      true,
      false,
      true,
    ]);
    expect(worker.printed().match(/Failed: the thread ended/g)).toHaveLength(3);
    expect(leftIn(redis)).toEqual([]);
  });

  test('finishes the job in hand after Ctrl-C', async () => {
    await folder.write({ 'a.yaml': `# HOLD\n${REPORT}` });
    const go = join(folder.path, 'go');
    const env = { ...PRELOADED, HOLD_AT: '# HOLD', HOLD_UNTIL: go };
    const worker = await startWorker(redis.url, { env });
    const checked = run(['validate', 'a.yaml']);
    await until(() => existsSync(`${go}.held`));
    const ended = worker.end('SIGINT');
    await until(() => redis.cli('zcard', 'ogi-report:workers') === '0');
    await folder.write({ go: '' });
    expect(await ended).toBe(0);
    expect((await checked).code).toBe(0);
    expect(leftIn(redis)).toEqual([]);
  });

  test('ends at once after a second Ctrl-C, and another does the job', async () => {
    await folder.write({ 'a.yaml': `# HOLD\n${REPORT}` });
    const env = { ...PRELOADED, HOLD_AT: '# HOLD', HOLD_UNTIL: join(folder.path, 'never') };
    const worker = await startWorker(redis.url, { env });
    const checked = run(['validate', 'a.yaml']);
    await until(() => existsSync(`${env.HOLD_UNTIL}.held`));
    const ended = worker.end('SIGINT');
    await until(() => redis.cli('zcard', 'ogi-report:workers') === '0');
    worker.process.kill('SIGINT');
    expect(await ended).toBe(130);
    const other = await startWorker(redis.url);
    const { code, stderr } = await checked;
    await other.end('SIGKILL');
    expect([code, stderr]).toEqual([0, expect.stringContaining('1 report had to be started more than once')]);
  });

  test('ends after Ctrl-C if Redis is gone', async () => {
    const other = await startRedis();
    const worker = await startWorker(other.url);
    await other.remove();
    await worker.says('was lost; reconnecting');
    expect(await worker.end('SIGINT')).toBe(0);
  });

  test('of another version tells it at once', async () => {
    await folder.write({ 'a.yaml': REPORT });
    // The compiled code of this version would fit the copy.
    const env = { XDG_CACHE_HOME: join(folder.path, 'cache') };
    const worker = await startWorker(redis.url, { bin: await otherVersion(), env });
    const { code, stderr } = await run(['validate', 'a.yaml']);
    await worker.end('SIGKILL');
    expect([code, stderr]).toEqual([2, expect.stringContaining('The worker is report 9.9.9, and this is ')]);
    expect(events()).toEqual(['added', 'active', 'completed']);
  });

  test('never has more jobs waiting than it can do four times', async () => {
    const names = Array.from({ length: 14 }, (_, index) => `${index}.yaml`);
    await folder.write(Object.fromEntries(names.map((name) => [name, REPORT])));
    const worker = await startWorker(redis.url, { argv: ['--concurrency', '1'] });
    expect((await run(['validate', '.'])).code).toBe(0);
    await worker.end('SIGKILL');
    let waiting = 0;
    const counts = events().flatMap((event) => {
      if (event === 'completed') return [];
      waiting += event === 'added' ? 1 : -1;
      return waiting;
    });
    expect(counts).toHaveLength(2 * names.length);
    expect(Math.max(...counts)).toBeGreaterThan(1);
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  });

  test('gives each asker its own result of reports with the same names', async () => {
    const other = await folderWith({ 'a.yaml': yamlOf(nothingHappened(2021)), 'b.yaml': REPORT });
    await folder.write({ 'a.yaml': REPORT, 'b.yaml': 'year: x\n' });
    const worker = await startWorker(redis.url);
    const argv = ['build', '.', '--format', 'json', '-o', 'out', '--reporter', 'json'];
    const both = await Promise.all([folder.path, other.path].map((cwd) => run(argv, { cwd })));
    const built = (cwd: string, out: string) =>
      ['a', 'b'].map((name) => {
        const path = join(cwd, out, `${name}.view.json`);
        return existsSync(path) && readFileSync(path, 'utf8');
      });
    for (const [index, cwd] of [folder.path, other.path].entries()) {
      const there = built(cwd, 'out');
      // A build says which files were there already.
      await rm(join(cwd, 'out'), { recursive: true });
      expect(both[index]).toEqual(await run(argv, { cwd, queue: undefined }));
      expect(there).toEqual(built(cwd, 'out'));
      expect(there[0]).toBeTruthy();
    }
    await worker.end('SIGKILL');
    await other.remove();
  });

  test('uses an own template, and refuses one with a script as a build without a queue does', async () => {
    await folder.write({
      'a.yaml': REPORT,
      'plain/screen.css': 'body { color: #123456; }\n',
      'unsafe/fragment.hbs': '<p></p><script>alert(1)</script>\n',
    });
    const worker = await startWorker(redis.url);
    const argv = (template: string, out: string) => [
      'build',
      'a.yaml',
      '--format',
      'html,fragment',
      '--template',
      template,
      '-o',
      out,
    ];
    const there = await run(argv('plain', 'there'));
    expect(there.code, there.stderr).toBe(0);
    await run(argv('plain', 'here'), { queue: undefined });
    const page = (out: string) => readFileSync(join(folder.path, out, 'a.html'), 'utf8');
    expect(page('there')).toContain('#123456');
    expect(page('there')).toBe(page('here'));
    const unsafe = await run(argv('unsafe', 'out'));
    expect([unsafe.code, unsafe.stderr]).toEqual([2, expect.stringContaining('script')]);
    expect(unsafe).toEqual(await run(argv('unsafe', 'out'), { queue: undefined }));
    await worker.end('SIGKILL');
  });
});
