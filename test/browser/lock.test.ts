import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { takeLock } from '../../src/browser/lock.ts';
import { ownerTag } from '../../src/disk/owner.ts';
import { temporary, until } from './harness.ts';

const folder = temporary();
/** Called each time that the lock is still taken. */
const never = () => false;

test('a lock is held until it is released', async () => {
  const path = join(folder, 'a.lock');
  const release = await takeLock(path, never);
  let second = false;
  const settled = vi.fn(never);
  const waiting = takeLock(path, settled).then((free) => {
    second = true;
    return free;
  });
  await until(() => settled.mock.calls.length >= 3);
  expect(second).toBe(false);
  await release?.();
  await (await waiting)?.();
  expect(existsSync(path)).toBe(false);
});

test('a lock whose process has ended is taken over at once', async () => {
  const path = join(folder, 'b.lock');
  // No process has this id: Linux counts to 4,194,304 at most.
  writeFileSync(path, ownerTag().replace(/\d+$/, '99999999'));
  await takeLock(path, never);
  expect(readFileSync(path, 'utf8')).toBe(ownerTag());
});

test('a lock of another machine is taken over when it is old', async () => {
  const path = join(folder, 'c.lock');
  writeFileSync(path, '00000000-1');
  const settled = vi.fn(never);
  const waiting = takeLock(path, settled);
  await until(() => settled.mock.calls.length >= 3);
  expect(readFileSync(path, 'utf8')).toBe('00000000-1');
  utimesSync(path, 0, 0);
  await waiting;
  expect(readFileSync(path, 'utf8')).toBe(ownerTag());
});

test('waiting ends when the work is done or given up', async () => {
  const path = join(folder, 'd.lock');
  writeFileSync(path, ownerTag());
  expect(await takeLock(path, () => true)).toBeUndefined();
  const reason = new Error('given up');
  await expect(takeLock(path, never, AbortSignal.abort(reason))).rejects.toBe(reason);
});
