import { execFileSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeLeftovers, temporaryName } from '../../src/disk/leftovers.ts';
import { makeFolder } from '../../src/disk/make-folder.ts';
import { ownerTag } from '../../src/disk/owner.ts';
import { writeNew, writeWhole } from '../../src/disk/write-whole.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-test-'));
  path = join(folder, 'a.txt');
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (file: string): number => statSync(file).mode & 0o777;

test('a file is written, and nothing stands beside it', () => {
  writeWhole(path, 'one', { mode: 0o600 });
  writeWhole(path, Buffer.from('two'), { mode: 0o600 });
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(modeOf(path)).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('a new file is written completely or not at all, and never over another', ({ skip }) => {
  writeNew(path, 'one');
  expect(() => writeNew(path, 'two')).toThrow('EEXIST');
  symlinkSync('nowhere', join(folder, 'link'));
  expect(() => writeNew(join(folder, 'link'), 'two')).toThrow('EEXIST');
  expect(readFileSync(path, 'utf8')).toBe('one');
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    skip('a tmpfs cannot be mounted here');
  }
  try {
    expect(() => writeNew(join(disk, 'a.txt'), 'x'.repeat(5000))).toThrow('ENOSPC');
    expect(readdirSync(disk)).toEqual([]);
  } finally {
    execFileSync('umount', [disk]);
  }
});

test('a file that cannot be renamed to its place leaves nothing', () => {
  mkdirSync(path);
  expect(() => writeWhole(path, 'one')).toThrow(expect.objectContaining({ code: 'EISDIR' }));
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('the file that it replaces gives its mode', () => {
  writeFileSync(path, 'one', { mode: 0o640 });
  writeWhole(path, 'two', { like: statSync(path) });
  expect(modeOf(path)).toBe(0o640);
});

test('a file name of the greatest length can be written', () => {
  const longest = join(folder, '报'.repeat(84).padEnd(87, '.'));
  writeWhole(longest, 'one');
  expect(readFileSync(longest, 'utf8')).toBe('one');
  expect(() => writeWhole(`${longest}x`, 'one')).toThrow(expect.objectContaining({ code: 'ENAMETOOLONG' }));
});

describe('a folder', () => {
  test('is created with those above it, and may be there', () => {
    makeFolder(join(folder, 'a/b/c'), 0o700);
    makeFolder(join(folder, 'a/b/c'));
    expect(modeOf(join(folder, 'a/b'))).toBe(0o700);
  });

  test('that cannot be created throws', () => {
    writeFileSync(path, '');
    expect(() => makeFolder(join(path, 'b/c'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }));
    expect(() => makeFolder(join(folder, 'x'.repeat(300)))).toThrow(expect.objectContaining({ code: 'ENAMETOOLONG' }));
  });

  test.runIf(existsSync('/proc/self'))('in /proc is no endless loop', () => {
    expect(() => makeFolder('/proc/ogi-report/a/b')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});

describe('temporary names', () => {
  test('cannot be guessed, and name this process', () => {
    const names = Array.from({ length: 100 }, temporaryName);
    expect(new Set(names).size).toBe(100);
    for (const name of names) expect(name).toMatch(new RegExp(`^ogi-report-${ownerTag()}-[0-9a-f]{16}$`));
  });

  test('of processes that have ended are removed, others stay', () => {
    // No process has this id: Linux counts to 4,194,304 at most.
    const gone = `ogi-report-${ownerTag().replace(/\d+$/, '99999999')}`;
    const stay = [
      'victim',
      temporaryName(),
      `.${temporaryName()}.tmp`,
      'ogi-report-00000000-99999999-abcdef',
      `${gone}-link`,
      `${gone}-abcdef.pdf`,
      `my-${gone}-abcdef`,
      gone,
    ];
    for (const name of stay) if (!name.endsWith('-link')) writeFileSync(join(folder, name), 'kept');
    symlinkSync(join(folder, 'victim'), join(folder, `${gone}-link`));
    mkdirSync(join(folder, `${gone}-abcdef`));
    writeFileSync(join(folder, `${gone}-abcdef`, 'Preferences'), '');
    writeFileSync(join(folder, `.${gone}-0123456789abcdef.tmp`), 'half');
    writeWhole(path, 'one');
    expect(readdirSync(folder).sort()).toEqual([...stay, 'a.txt'].sort());
    expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('kept');
  });

  test.runIf(process.getuid?.() === 0)('of another user stay', () => {
    const other = join(folder, `ogi-report-${ownerTag().replace(/\d+$/, '99999999')}-abcdef`);
    mkdirSync(other);
    chownSync(other, 65534, 65534);
    removeLeftovers(folder);
    expect(existsSync(other)).toBe(true);
  });

  test('in a folder that is not there are no problem', () => {
    removeLeftovers(join(folder, 'nothing'));
  });
});
