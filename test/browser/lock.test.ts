import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from '../../src/browser/lock.ts';
import { temporary } from './harness.ts';

const folder = temporary();
const never = () => false;

test('a lock is held until it is released', async () => {
  const path = join(folder, 'a.lock');
  const release = await takeLock(path, never);
  let second = false;
  const waiting = takeLock(path, never).then((free) => {
    second = true;
    return free;
  });
  await new Promise((done) => setTimeout(done, 120));
  expect(second).toBe(false);
  await release?.();
  await (await waiting)?.();
  expect(existsSync(path)).toBe(false);
});

test('a lock whose process has ended is taken over at once', async () => {
  const path = join(folder, 'b.lock');
  // No process has this id: Linux counts to 4,194,304 at most.
  writeFileSync(path, `${hostname()}@99999999`);
  await takeLock(path, never);
  expect(readFileSync(path, 'utf8')).toBe(`${hostname()}@${process.pid}`);
});

test('a lock of another machine is taken over when it is old', async () => {
  const path = join(folder, 'c.lock');
  writeFileSync(path, 'elsewhere@1');
  const anHourAgo = Date.now() / 1000 - 3600;
  const waiting = takeLock(path, never);
  await new Promise((done) => setTimeout(done, 120));
  expect(readFileSync(path, 'utf8')).toBe('elsewhere@1');
  utimesSync(path, anHourAgo, anHourAgo);
  await waiting;
  expect(readFileSync(path, 'utf8')).toContain(hostname());
});

test('waiting ends when the work is done or given up', async () => {
  const path = join(folder, 'd.lock');
  writeFileSync(path, `${hostname()}@${process.pid}`);
  expect(await takeLock(path, () => true)).toBeUndefined();
  const reason = new Error('given up');
  await expect(takeLock(path, never, AbortSignal.abort(reason))).rejects.toBe(reason);
});
