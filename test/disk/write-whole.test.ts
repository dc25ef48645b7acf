import {
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
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/disk/write-whole.ts';

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

test('a file that already has the temporary name is not written to', () => {
  const victim = join(folder, 'victim');
  writeFileSync(victim, 'kept');
  symlinkSync(victim, join(folder, `.a.txt.${process.pid}.tmp`));
  writeWhole(path, 'one');
  expect(readFileSync(victim, 'utf8')).toBe('kept');
  expect(readFileSync(path, 'utf8')).toBe('one');
});
