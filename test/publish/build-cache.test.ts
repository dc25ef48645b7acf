import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
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
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBuildCache } from '../../src/publish/build-cache.ts';
import { trimBuilt } from '../../src/publish/trim-built.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'report-built-'));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

const folder = () => join(home, 'cache/built');
const open = (limits = {}) => {
  const cache = openBuildCache({ REPORT_CACHE_DIR: join(home, 'cache') }, limits);
  if (!cache) throw new Error('no cache');
  return cache;
};
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const nameOf = (text: string) => `${hashOf(text).slice(0, 16)}-${hashOf(text)}`;
const NAME = nameOf('a');
const FORMATS = ['html', 'pdf'];
const FILES = [
  { format: 'html', content: Buffer.from('the page') },
  { format: 'pdf', content: Buffer.from('the paper') },
];
const nowhere = () => undefined;
const textsIn = (found: ReturnType<ReturnType<typeof open>['find']>) =>
  found?.map(({ content }) => Buffer.from(content).toString());

test('what was kept is found, in files for this user alone', () => {
  open().keep(NAME, FILES);
  expect(textsIn(open().find(NAME, FORMATS, nowhere))).toEqual(['the page', 'the paper']);
  expect(statSync(folder()).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder()).map((name) => statSync(join(folder(), name)).mode & 0o777)).toEqual([
    0o600, 0o600, 0o600,
  ]);
  expect(open().find(nameOf('b'), FORMATS, nowhere)).toBeUndefined();
});

test('it tells whether there is an entry', () => {
  open().keep(NAME, FILES);
  expect([open().has(NAME), open().has(nameOf('b'))]).toEqual([true, false]);
});

test('it tells which reports may have been built', () => {
  expect(open().knows([])).toBe(false);
  open().keep(NAME, FILES);
  const [known, unknown] = [NAME.slice(0, 16), nameOf('b').slice(0, 16)];
  expect(open().knows([])).toBe(true);
  expect(open().knows([known])).toBe(true);
  expect(open().knows([known, unknown])).toBe(false);
});

test('a file that is right in the output folder is not read from the cache; another one is', () => {
  open().keep(NAME, FILES);
  const at = (format: string) => join(home, `x.${format}`);
  for (const { format, content } of FILES) writeFileSync(at(format), content);
  rmSync(join(folder(), hashOf('the page')));
  expect(textsIn(open().find(NAME, FORMATS, at))).toEqual(['the page', 'the paper']);
  writeFileSync(at('pdf'), 'the PAPER');
  expect(textsIn(open().find(NAME, FORMATS, at))).toEqual(['the page', 'the paper']);
  writeFileSync(at('html'), 'the PAGE');
  expect(open().find(NAME, FORMATS, at)).toBeUndefined();
});

describe('a damaged cache', () => {
  const damages: [string, (path: string) => void][] = [
    ['is empty', (path) => writeFileSync(path, '')],
    ['is cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, 5))],
    [
      'has another bit',
      (path) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte, at) => (at === 3 ? byte ^ 1 : byte)),
        ),
    ],
    ['is longer', (path) => writeFileSync(path, `${readFileSync(path, 'latin1')}x`, 'latin1')],
  ];
  test.each(damages)('a file that %s is a miss, and removed', (_, damage) => {
    open().keep(NAME, FILES);
    damage(join(folder(), hashOf('the paper')));
    expect(open().find(NAME, FORMATS, nowhere)).toBeUndefined();
    expect(readdirSync(folder())).toEqual([hashOf('the page')]);
    open().keep(NAME, FILES);
    expect(textsIn(open().find(NAME, FORMATS, nowhere))).toEqual(['the page', 'the paper']);
  });
  test.each(damages.slice(0, 3))('an entry that %s is a miss, and removed', (_, damage) => {
    open().keep(NAME, FILES);
    damage(join(folder(), NAME));
    expect(open().find(NAME, FORMATS, nowhere)).toBeUndefined();
    expect(readdirSync(folder())).not.toContain(NAME);
  });
});

test.each([
  ['a path out of the folder', [['html', 8, '../../secret']]],
  ['another format', [['../../html', 8, hashOf('the page')]]],
  ['fewer files', [['html', 8, hashOf('the page')]]],
  ['no list', 'x'],
  ['no triples', [null]],
])('an entry with %s is a miss, whoever has written it', (_, list) => {
  open().keep(NAME, FILES);
  writeFileSync(join(home, 'secret'), 'the page');
  const json = JSON.stringify(list);
  writeFileSync(join(folder(), NAME), `${hashOf(json)}\n${json}\n`);
  expect(open().find(NAME, FORMATS, nowhere)).toBeUndefined();
});

describe('what other users could have written', () => {
  test.each(['cache', 'cache/built'])('is not read if they can write to %s', (name) => {
    open().keep(NAME, FILES);
    chmodSync(join(home, name), 0o777);
    expect(open().find(NAME, FORMATS, nowhere)).toBeUndefined();
    open().keep(nameOf('b'), FILES);
    chmodSync(join(home, name), 0o700);
    expect(readdirSync(folder())).toHaveLength(3);
  });
  test('is not read if they can write to a file', () => {
    open().keep(NAME, FILES);
    chmodSync(join(folder(), hashOf('the page')), 0o666);
    expect(open().find(NAME, FORMATS, nowhere)).toBeUndefined();
  });
  test.runIf(process.getuid?.() === 0)('is not read if a file is theirs', () => {
    open().keep(NAME, FILES);
    chownSync(join(folder(), NAME), 4711, 4711);
    expect(open().find(NAME, FORMATS, nowhere)).toBeUndefined();
  });
  test('is not read through a link', () => {
    open().keep(NAME, FILES);
    writeFileSync(join(home, 'elsewhere'), 'the page', { mode: 0o600 });
    rmSync(join(folder(), hashOf('the page')));
    symlinkSync(join(home, 'elsewhere'), join(folder(), hashOf('the page')));
    expect(open().find(NAME, FORMATS, nowhere)).toBeUndefined();
  });
});

describe('where nothing can be kept', () => {
  test('a full disk leaves no entry and does not stop the build', () => {
    let count = 0;
    const write = () => {
      if (++count > 1) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    open({ write }).keep(NAME, FILES);
    expect(count).toBe(2);
    expect(readdirSync(folder())).toEqual([]);
  });
  test('a file in place of the folder is left alone', () => {
    mkdirSync(join(home, 'cache'));
    writeFileSync(folder(), 'x');
    open().keep(NAME, FILES);
    expect(open().find(NAME, FORMATS, nowhere)).toBeUndefined();
    expect(readFileSync(folder(), 'utf8')).toBe('x');
  });
  test('a folder that is removed meanwhile is made anew', () => {
    const cache = open();
    cache.keep(NAME, FILES);
    rmSync(join(home, 'cache'), { recursive: true });
    expect(cache.find(NAME, FORMATS, nowhere)).toBeUndefined();
    cache.keep(NAME, FILES);
    cache.close();
    expect(textsIn(cache.find(NAME, FORMATS, nowhere))).toEqual(['the page', 'the paper']);
  });
});

describe('the size', () => {
  const build = (index: number) => [{ format: 'html', content: Buffer.from(String(index).padEnd(1000)) }];
  const sizes = () => readdirSync(folder()).map((name) => lstatSync(join(folder(), name)).size);

  test('is bounded: what was not used for longest goes first', () => {
    const cache = open({ most: 8000 });
    for (let index = 10; index < 18; index++) {
      cache.keep(nameOf(String(index)), build(index));
      utimesSync(join(folder(), hashOf(String(index).padEnd(1000))), index, index);
    }
    expect(cache.find(nameOf('10'), ['html'], nowhere)).toBeDefined();
    cache.keep(nameOf('18'), build(18));
    cache.close();
    const found = (index: number) => open().find(nameOf(String(index)), ['html'], nowhere) !== undefined;
    expect([10, 11, 12, 13, 17, 18].map(found)).toEqual([true, false, false, true, true, true]);
    expect(sizes().reduce((sum, size) => sum + size)).toBeLessThan(9000);
  });

  test('the number of entries is bounded too; what is not ours is left alone', () => {
    const cache = open();
    for (let index = 10; index < 30; index++) {
      cache.keep(nameOf(String(index)), build(10));
      utimesSync(join(folder(), nameOf(String(index))), index, index);
    }
    writeFileSync(join(folder(), 'notes.txt'), 'x');
    trimBuilt(folder(), 1e9, 16);
    const left = readdirSync(folder());
    expect(left).toHaveLength(14 + 1 + 1);
    expect(left).toContain('notes.txt');
    expect(left).toContain(nameOf('29'));
  });
});
