import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { repairPackaged } from '../../src/browser/packaged.ts';
import { packagedSource } from '../../src/browser/packaged-source.ts';
import { answer, bundle, run, temporary, until } from './harness.ts';

const here = process.platform === 'linux' && packagedSource() !== undefined;
const root = process.getuid?.() === 0;

test.runIf(root)(
  'the cache of a user that the system does not know, without HOME, is below the root folder',
  async () => {
    const folder = temporary();
    const program = await bundle('cache-folder', folder);
    for (const one of [folder, program]) chmodSync(one, 0o755);
    expect(await answer(run(program, {}, [], 54_321))).toMatchObject({ folder: '/.cache/ogi-report' });
  },
);

/** Each test inflates 200 MB anew, in processes of its own. */
describe.runIf(here).sequential('the packaged browser', () => {
  const folder = temporary();
  const cache = join(folder, 'cache');
  const entry = packagedSource()?.name ?? '';
  let program: string;

  beforeAll(async () => {
    program = await bundle('find', folder);
  });

  const find = (env: Record<string, string> = {}) => run(program, { REPORT_CACHE_DIR: cache, ...env }, ['--run']);

  test('is inflated once when two processes want it at once', async () => {
    const [one, two] = await Promise.all([answer(find()), answer(find())]);
    expect(one.path).toBe(join(cache, entry, 'chrome-headless-shell'));
    expect(two.path).toBe(one.path);
    expect(one.version).toMatch(/^Chromium 147\./);
    expect(one.stderr).toContain('Unpacking the packaged browser');
    expect(readdirSync(cache)).toEqual([entry]);
    expect(statSync(cache).mode & 0o777).toBe(0o700);
    expect(statSync(join(cache, entry)).mode & 0o777).toBe(0o700);
  });

  test('is taken from the cache without a message the next time', async () => {
    expect((await answer(find())).stderr).toBe('');
  });

  test('is refused where others could have changed it', async () => {
    for (const path of [cache, join(cache, entry)]) {
      chmodSync(path, 0o770);
      expect(await answer(find())).toMatchObject({ error: expect.stringContaining(path) });
      chmodSync(path, 0o700);
    }
    if (!root) return;
    chownSync(cache, 65534, 65534);
    expect(await answer(find())).toMatchObject({ hint: expect.stringContaining('REPORT_CACHE_DIR') });
    chownSync(cache, 0, 0);
  });

  test('is inflated again when a file of it was cut short', async () => {
    truncateSync(join(cache, entry, 'chrome-headless-shell'), 1000);
    expect((await answer(find())).version).toMatch(/^Chromium/);
    expect(readdirSync(cache)).toEqual([entry]);
  });

  test('is inflated again when a byte of it was changed and it does not start, once for all who wait', async () => {
    const path = join(cache, entry, 'chrome-headless-shell');
    const { size } = statSync(path);
    const file = openSync(path, 'r+');
    // The code of the program; its ELF header stays.
    writeSync(file, Buffer.alloc(1 << 20), 0, 1 << 20, Math.floor(size / 2));
    writeSync(file, Buffer.alloc(4096), 0, 4096, 64);
    closeSync(file);
    const print = await bundle('print', folder);
    const start = () => answer(run(print, { REPORT_CACHE_DIR: cache }));
    const both = await Promise.all([start(), start()]);
    for (const { length } of both) expect(Number(length)).toBeGreaterThan(500);
    expect(both.map(({ stderr }) => stderr).join('')).toContain('is damaged; unpacking it again');
    expect(statSync(path).size).toBe(size);
    expect((await start()).stderr).toBe('');
    expect(readdirSync(cache)).toEqual([entry]);
  });

  test('that is not damaged is not inflated again when it does not start', async () => {
    const { mtimeMs } = statSync(join(cache, entry));
    const found = {
      path: join(cache, entry, 'chrome-headless-shell'),
      source: 'packaged',
      kind: 'chrome',
      env: {},
    } as const;
    expect(await repairPackaged(found, { env: { REPORT_CACHE_DIR: cache } })).toBeUndefined();
    expect(statSync(join(cache, entry)).mtimeMs).toBe(mtimeMs);
  });

  test('is inflated again after a process was killed at it, and nothing is left of that', async () => {
    const other = join(folder, 'killed');
    const left = () => (existsSync(other) ? readdirSync(other) : []);
    // Again if it was done before we looked.
    do {
      rmSync(other, { recursive: true, force: true });
      const { child, done } = find({ REPORT_CACHE_DIR: other });
      await until(() => left().some((name) => name === entry || name.startsWith(`${entry}.new.`)));
      child.kill('SIGKILL');
      await done;
    } while (left().includes(entry));
    expect(readdirSync(other)).toHaveLength(2);
    expect(existsSync(join(other, `${entry}.lock`))).toBe(true);
    expect((await answer(find({ REPORT_CACHE_DIR: other }))).version).toMatch(/^Chromium/);
    expect(readdirSync(other)).toEqual([entry]);
  });

  test('is inflated for one run where the cache folder cannot be written to', async () => {
    const file = join(folder, 'file');
    const temp = join(folder, 'temp');
    writeFileSync(file, '');
    mkdirSync(temp);
    const found = await answer(find({ REPORT_CACHE_DIR: join(file, 'cache'), TMPDIR: temp }));
    expect(found.stderr).toContain(': a part of the path is a file, not a folder. This run uses a temporary folder.');
    expect(found.path?.startsWith(temp)).toBe(true);
    expect(found.version).toMatch(/^Chromium/);
    expect(readdirSync(temp)).toEqual([]);
  });

  test('is an error that says what to do when the disk is full', async ({ skip }) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      skip('a tmpfs cannot be mounted here');
    }
    try {
      const env = { REPORT_CACHE_DIR: join(disk, 'cache'), TMPDIR: disk };
      const { error, hint } = await answer(find(env));
      expect(error).toContain(': the disk is full');
      expect(hint).toContain('250 MB');
      expect(readdirSync(disk)).toEqual(['cache']);
      expect(readdirSync(join(disk, 'cache'))).toEqual([]);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});
