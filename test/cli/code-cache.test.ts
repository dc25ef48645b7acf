import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';
import { COMMANDS } from '../../src/cli/command-list.ts';
import { asProcess, inProcess, type Outcome } from './run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'report-test-'));
const cache = join(folder, 'cache');
const asRoot = process.getuid?.() === 0;
const broken = ['validate', 'examples/broken.yaml'];
const EXAMPLE = 'examples/wenzhou-hrss-2023.yaml';
const wrong = ['validate', 'test/fixtures/numbers/fees-unit.yaml'];

const run = (argv: readonly string[] = wrong, env: Record<string, string> = {}, bin?: string): Promise<Outcome> =>
  asProcess(argv, { cwd: root, env: { REPORT_CACHE_DIR: cache, ...env }, bin });
const version = (copy: string): Promise<Outcome> => run(['--version'], {}, join(copy, 'bin/report.js'));
const kept = (): string[] => (existsSync(cache) ? readdirSync(cache) : []);
const content = (): Buffer => readFileSync(join(cache, kept()[0] ?? ''));
const inode = (): number => statSync(join(cache, kept()[0] ?? '')).ino;

let asEver: Outcome;
let whole: Buffer | undefined;
/** The code that a first run keeps. */
async function wholeCode(): Promise<Buffer> {
  if (whole === undefined) {
    await run();
    whole = content();
    rmSync(cache, { recursive: true });
  }
  return whole;
}
beforeEach(async () => {
  chmodSync(folder, 0o700);
  rmSync(cache, { recursive: true, force: true });
  asEver ??= await inProcess(wrong, { cwd: root });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the compiled code of a bundle', () => {
  test('is kept by the first run, for this user alone, and only read by the second', async () => {
    expect(await run()).toEqual(asEver);
    expect(kept()).toEqual([lightCode()]);
    expect(statSync(cache).mode & 0o777).toBe(0o700);
    expect(statSync(join(cache, kept()[0] ?? '')).mode & 0o777).toBe(0o600);
    const first = inode();
    expect(await run()).toEqual(asEver);
    expect(inode()).toBe(first);
  });

  test('is what runs the second time', async () => {
    const copy = copyOf('used');
    expect((await version(copy)).stdout).toBe('0.1.0\n');
    // The code is read by the bundle's hash, which this change leaves as it was: so the code of the first run answers.
    replaceIn(join(copy, 'dist/light.cjs'), '"0.1.0"', '"9.9.9"');
    expect((await version(copy)).stdout).toBe('0.1.0\n');
  });

  test('is not taken for that of another bundle of the same length', async () => {
    const copy = copyOf('rebuilt');
    await version(copy);
    const before = hashOf('dist/light.cjs');
    replaceIn(join(copy, 'dist/light.cjs'), '"0.1.0"', '"9.9.9"');
    replaceIn(join(copy, 'dist/start.cjs'), before, hashOf(join(copy, 'dist/light.cjs')));
    expect((await version(copy)).stdout).toBe('9.9.9\n');
    expect(kept()).toHaveLength(2);
  });

  test.each<[string, (code: Buffer) => Buffer]>([
    ['one byte is another', (code) => changed(code, code.length >> 2)],
    ['the last byte is another', (code) => changed(code, code.length - 1)],
    ['it was cut in half', (code) => code.subarray(0, code.length >> 1)],
    ['its last byte is missing', (code) => code.subarray(0, -1)],
    ['it is empty', () => Buffer.alloc(0)],
    ['it is all zeros', (code) => Buffer.alloc(code.length)],
    ['it is something else', () => Buffer.from('console.log(1)'.repeat(100))],
  ])('is made anew where %s', async (_, damage) => {
    const code = damage(await wholeCode());
    mkdirSync(cache, { mode: 0o700 });
    writeFileSync(join(cache, lightCode()), code, { mode: 0o600 });
    const first = inode();
    expect(await run()).toEqual(asEver);
    expect(inode()).not.toBe(first);
    expect(content().length).toBeGreaterThan(100_000);
  });

  test.each([
    ['folder', 0o777],
    ['folder', 0o770],
    ['file', 0o666],
  ])('is not read from a %s of mode %o', async (what, mode) => {
    const copy = copyOf(`${what}-${mode}`);
    await version(copy);
    replaceIn(join(copy, 'dist/light.cjs'), '"0.1.0"', '"9.9.9"');
    chmodSync(what === 'file' ? join(cache, kept()[0] ?? '') : cache, mode);
    expect((await version(copy)).stdout).toBe('9.9.9\n');
  });

  test('is not written to a folder that others can write to', async () => {
    mkdirSync(cache);
    chmodSync(cache, 0o777);
    expect(await run()).toEqual(asEver);
    expect(kept()).toEqual([]);
  });

  test.runIf(asRoot)('is neither read from nor written to what belongs to another user', async () => {
    mkdirSync(cache, { mode: 0o700 });
    chownSync(cache, 65534, 65534);
    expect(await run()).toEqual(asEver);
    expect(kept()).toEqual([]);
    rmSync(cache, { recursive: true });
    chownSync(folder, 65534, 65534);
    expect(await run()).toEqual(asEver);
    expect(existsSync(cache)).toBe(false);
    chownSync(folder, 0, 0);
  });

  test('is done without where the folder can not be made, and nothing is said of it', async () => {
    writeFileSync(cache, 'a file');
    expect(await run()).toEqual(asEver);
    expect(await run(wrong, { REPORT_CACHE_DIR: join(cache, 'below') })).toEqual(asEver);
    expect(await run(wrong, { REPORT_CACHE_DIR: '/proc/nowhere' })).toEqual(asEver);
    expect(readFileSync(cache, 'utf8')).toBe('a file');
  });

  test('has a file of its own for each setting of flags', async () => {
    await run();
    expect(await run(wrong, { NODE_OPTIONS: '--max-old-space-size=512' })).toEqual(asEver);
    expect(kept()).toHaveLength(2);
    const inodes = kept().map((name) => statSync(join(cache, name)).ino);
    await run();
    await run(wrong, { NODE_OPTIONS: '--max-old-space-size=512' });
    expect(kept().map((name) => statSync(join(cache, name)).ino)).toEqual(inodes);
  });

  test('of the last eight is kept, and nothing else is touched', async () => {
    mkdirSync(cache, { mode: 0o700 });
    writeFileSync(join(cache, 'chromium'), '');
    const old = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((age) => `code-${age}${age}-v20.0.${age}-x64`);
    for (const [age, name] of old.entries()) {
      writeFileSync(join(cache, name), '');
      utimesSync(join(cache, name), 1000 - age, 1000 - age);
    }
    await run();
    expect(kept().filter((name) => old.includes(name))).toEqual(old.slice(0, 7));
    expect(kept()).toHaveLength(9);
  });

  test('is not kept after a run that could not do its work, nor by a heavy command', async () => {
    expect((await run(['validate', 'nowhere.yaml'])).code).toBe(2);
    expect((await run(['build', 'nowhere.yaml', '--format', 'html'])).code).toBe(2);
    expect(kept()).toEqual([]);
  });

  test('of the whole program is kept by a build that printed, and the next run gives the same', async () => {
    const { path, env: needs } = await findBrowser();
    // Without it, the packaged browser would be inflated into the empty cache folder.
    const env: Record<string, string> = Object.keys(needs).length === 0 ? { REPORT_BROWSER: path } : {};
    const build = (out: string, ...more: string[]) =>
      run(['build', 'examples/wenzhou-hrss-2023.yaml', '-o', join(folder, out), ...more], env);
    const code = `code-${hashOf('dist/whole.cjs')}-${process.version}-${process.arch}`;
    expect((await build('web', '--format', 'html')).code).toBe(0);
    expect((await run(['build', '--help'])).code).toBe(0);
    expect(kept()).not.toContain(code);
    expect((await build('one')).code).toBe(0);
    expect(kept()).toContain(code);
    const first = statSync(join(cache, code)).ino;
    expect((await build('two')).code).toBe(0);
    expect(statSync(join(cache, code)).ino).toBe(first);
    for (const file of ['wenzhou-hrss-2023.html', 'wenzhou-hrss-2023.pdf'])
      expect(readFileSync(join(folder, 'two', file))).toEqual(readFileSync(join(folder, 'one', file)));
  });

  test('of the whole program is kept by a build in threads, as complete as that of one report', async () => {
    const { path, env: needs } = await findBrowser();
    const env: Record<string, string> = Object.keys(needs).length === 0 ? { REPORT_BROWSER: path } : {};
    const many = join(folder, 'many');
    const names = ['a', 'b', 'c', 'd'].map((name) => join(many, `${name}.yaml`));
    for (const name of names) cpSync(join(root, EXAMPLE), name);
    const code = join(cache, `code-${hashOf('dist/whole.cjs')}-${process.version}-${process.arch}`);
    const sizeOf = async (reports: readonly string[]) => {
      rmSync(cache, { recursive: true, force: true });
      expect((await run(['build', ...reports, '-o', join(folder, 'all'), '--concurrency', '1'], env)).code).toBe(0);
      return statSync(code).size;
    };
    const alone = await sizeOf([EXAMPLE]);
    // What only the first thread does is missing, such as driving the browser. Its own code would be 0.78.
    expect(await sizeOf(names)).toBeGreaterThan(0.83 * alone);
  });

  test('serves every command, whichever came first', async () => {
    await run(['--version']);
    const first = content().length;
    rmSync(cache, { recursive: true });
    await run(broken);
    // Most of it stems from the sample that is checked before the code is kept.
    expect(first).toBeGreaterThan(content().length * 0.8);
  });
});

describe('the light bundle', () => {
  test.each(COMMANDS.filter(({ light }) => light))('has the work of $name', async ({ name }) => {
    const copy = copyOf(`only-${name}`);
    rmSync(join(copy, 'dist/whole.cjs'));
    rmSync(join(copy, 'dist/chunks'), { recursive: true });
    const results = join(copy, 'results.json');
    await run(['validate', EXAMPLE, '--shard', '1/1', '--reporter', `json=${results}`]);
    const argv = {
      init: ['init', join(copy, '2024.yaml')],
      explain: ['explain'],
      schema: ['schema'],
      diff: ['diff', EXAMPLE, EXAMPLE],
      migrate: ['migrate', 'examples/2019-form.yaml'],
      cache: ['cache'],
      merge: ['merge', results],
    }[name] ?? [name, EXAMPLE];
    expect((await run(argv, {}, join(copy, 'bin/report.js'))).code).toBe(0);
  });

  test('says and does what the whole program does', async () => {
    const copy = copyOf('whole');
    cpSync(join(root, 'dist/whole.cjs'), join(copy, 'dist/light.cjs'));
    for (const argv of [['--help'], ['help', 'build'], ['-V'], ['schema'], ['validate', '--nonsense'], broken]) {
      const [light, whole] = await Promise.all([run(argv), run(argv, {}, join(copy, 'bin/report.js'))]);
      expect(light).toEqual(whole);
    }
    expect(kept()).toHaveLength(1);
  });
});

/** A copy of what is installed, so that its bundles can be changed. */
function copyOf(name: string): string {
  const copy = join(folder, name);
  for (const part of ['bin', 'dist', 'schemas', 'package.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

const lightCode = (): string => `code-${hashOf('dist/light.cjs')}-${process.version}-${process.arch}`;

const hashOf = (path: string): string =>
  createHash('sha256')
    .update(readFileSync(join(path.startsWith('/') ? '' : root, path)))
    .digest('hex')
    .slice(0, 16);

function changed(code: Buffer, at: number): Buffer {
  const copy = Buffer.from(code);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

function replaceIn(path: string, before: string, after: string): void {
  const text = readFileSync(path, 'latin1');
  expect(text.split(before)).toHaveLength(2);
  expect(after).toHaveLength(before.length);
  writeFileSync(path, text.replace(before, after), 'latin1');
}
