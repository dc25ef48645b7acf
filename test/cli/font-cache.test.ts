import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFontCache } from '../../src/publish/font-cache.ts';
import { inProcess } from './run.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'report-fonts-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const cache = () => join(home, 'cache');
const kept = () => readdirSync(cache()).filter((name) => name.startsWith('fonts-'));
const example = resolve('examples/wenzhou-hrss-2023.yaml');
const build = async () => {
  const argv = ['build', example, '--format', 'html', '-o', '-'];
  const { code, stdout } = await inProcess(argv, { cwd: home, env: { REPORT_CACHE_DIR: cache() } });
  expect(code).toBe(0);
  return stdout;
};

test('the subsets of a report are kept, for this user alone, and give the same page', async () => {
  const first = await build();
  const [file] = kept();
  expect(kept()).toHaveLength(1);
  expect(statSync(join(cache(), file as string)).mode & 0o777).toBe(0o600);
  expect(await build()).toBe(first);
  expect(kept()).toEqual([file]);
});

test('what is kept is used: a page is made from it and not from the fonts', async () => {
  const first = await build();
  const path = join(cache(), kept()[0] as string);
  // Another report's fonts under this one's name: whole, and not what the fonts would give.
  writeFileSync(join(home, 'other.yaml'), readFileSync(example, 'utf8').replaceAll('群众', '百姓'));
  const other = mkdtempSync(join(tmpdir(), 'report-fonts-'));
  await inProcess(['build', 'other.yaml', '--format', 'html', '-o', '-'], {
    cwd: home,
    env: { REPORT_CACHE_DIR: other },
  });
  const [stranger] = readdirSync(other).filter((name) => name.startsWith('fonts-'));
  writeFileSync(path, readFileSync(join(other, stranger as string)));
  rmSync(other, { recursive: true });
  expect(await build()).not.toBe(first);
});

test.each([
  ['empty', () => ''],
  ['cut short', (content: Buffer) => content.subarray(0, 5000)],
  [
    'with one bit flipped',
    (content: Buffer) => Buffer.from(content.map((byte, at) => (at === 9000 ? byte ^ 1 : byte))),
  ],
])('a file that is %s is no harm', async (_, damage) => {
  const first = await build();
  const path = join(cache(), kept()[0] as string);
  writeFileSync(path, damage(readFileSync(path)));
  expect(await build()).toBe(first);
});

test('what others could have written is not read; where nothing can be kept, nothing is', async () => {
  const own = createFontCache({ REPORT_CACHE_DIR: cache() });
  own.write('0a', Buffer.from('x'));
  expect(own.read('0a')?.toString()).toBe('x');
  chmodSync(cache(), 0o777);
  expect(own.read('0a')).toBeUndefined();
  own.write('0b', Buffer.from('x'));
  expect(kept()).toEqual(['fonts-0a']);
  writeFileSync(join(home, 'file'), '');
  const nowhere = createFontCache({ REPORT_CACHE_DIR: join(home, 'file/below') });
  nowhere.write('0a', Buffer.from('x'));
  expect([nowhere.isUsed, nowhere.read('0a')]).toEqual([false, undefined]);
});

test('the last ones are kept', () => {
  const own = createFontCache({ REPORT_CACHE_DIR: cache() });
  for (let index = 1000; index < 1300; index++) {
    own.write(String(index), Buffer.from('x'));
    utimesSync(join(cache(), `fonts-${index}`), index, index);
  }
  expect(kept().length).toBeLessThanOrEqual(256);
  expect(kept()).toContain('fonts-1299');
  expect(kept()).not.toContain('fonts-1000');
});
