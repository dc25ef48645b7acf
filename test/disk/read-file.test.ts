import { execFileSync } from 'node:child_process';
import { appendFileSync, readSync, truncateSync, utimesSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/diagnostics/user-error.ts';
import { readWholeFile } from '../../src/disk/read-file.ts';
import { type Folder, folderWith } from '../cli/run.ts';

let folder: Folder;
beforeEach(async () => {
  folder = await folderWith({ 'a.txt': 'twelve bytes', 'empty.txt': '', sub: null });
  execFileSync('mkfifo', [join(folder.path, 'pipe')]);
});
afterEach(() => folder.remove());

const read = (name: string, most = 100) => readWholeFile(join(folder.path, name), name, most);

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a file', () => {
  test('is read to its end', () => {
    expect(read('a.txt')?.toString()).toBe('twelve bytes');
    expect(read('a.txt', 12)?.toString()).toBe('twelve bytes');
    expect(read('empty.txt')?.toString()).toBe('');
  });

  test('that is larger than the limit is not read', () => {
    expect(read('a.txt', 11)).toBe(12);
  });

  test('of the kernel, whose size is said to be 0, is read', () => {
    expect(readWholeFile('/proc/self/status', 'status', 100_000).toString()).toContain('Pid:');
  });

  test('that is missing is said to be so', () => {
    expect(messageOf(() => read('none'))).toContain('none cannot be read: the file or folder does not exist');
  });
});

describe('refused at once, without waiting', () => {
  test.each([
    ['sub', 'a folder'],
    ['pipe', 'a pipe'],
  ])('%s', (name, kind) => {
    expect(messageOf(() => read(name))).toBe(`${name} is ${kind}, not a file, and was not read`);
  });

  test('a device', () => {
    expect(messageOf(() => readWholeFile('/dev/zero', 'zero', 100))).toContain('zero is a device');
  });

  test('a socket', async () => {
    const server = createServer().listen(join(folder.path, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    expect(messageOf(() => read('socket'))).toContain('socket is a socket');
    server.close();
  });
});

test.each([
  ['grows', () => appendFileSync(join(folder.path, 'a.txt'), ' and more')],
  ['is cut', () => truncateSync(join(folder.path, 'a.txt'), 3)],
  ['is written anew', () => utimesSync(join(folder.path, 'a.txt'), 1, 1)],
])('a file that %s while it is read is refused', (_, change) => {
  const reading = ((...args: Parameters<typeof readSync>) => {
    change();
    return readSync(...args);
  }) as typeof readSync;
  const path = join(folder.path, 'a.txt');
  expect(messageOf(() => readWholeFile(path, 'a.txt', 100, { read: reading }))).toBe(
    'a.txt changed while it was being read',
  );
});
