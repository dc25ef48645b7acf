import { afterEach, expect, test } from 'vitest';
import { addTimings, PHASES, startTimings, type Timing, takeTimings, timed } from '../../src/diagnostics/timings.ts';

afterEach(takeTimings);

const counts = (timings: readonly Timing[]) => timings.map(({ phase, count }) => [phase, count]);

test('nothing is kept unless it was asked for', () => {
  expect(timed('read', () => 1)).toBe(1);
  addTimings([{ phase: 'read', count: 1, ms: 1, from: 0, to: 1 }]);
  expect(takeTimings()).toEqual([]);
});

test('a phase is counted once for each time, whatever came of it', async () => {
  startTimings();
  expect(timed('read', () => 1)).toBe(1);
  expect(await timed('print', async () => 2)).toBe(2);
  expect(() => timed('read', () => fails('read'))).toThrow('read');
  await expect(timed('print', async () => fails('print'))).rejects.toThrow('print');
  const timings = takeTimings();
  expect(counts(timings)).toEqual([
    ['read', 2],
    ['print', 2],
  ]);
  for (const { from, to } of timings) expect(to).toBeGreaterThanOrEqual(from);
});

function fails(reason: string): never {
  throw new Error(reason);
}

test('asynchronous work is measured until it is settled', async () => {
  startTimings();
  const work = timed('show', () => new Promise<void>((resolve) => setImmediate(resolve)));
  expect(counts(takeTimings())).toEqual([]);
  await work;
});

test('the times of a thread are added up', () => {
  startTimings();
  addTimings([{ phase: 'check', count: 2, ms: 30, from: 100, to: 140 }]);
  addTimings([
    { phase: 'check', count: 1, ms: 12, from: 90, to: 102 },
    { phase: 'write', count: 1, ms: 1, from: 150, to: 151 },
  ]);
  expect(takeTimings()).toEqual([
    { phase: 'check', count: 3, ms: 42, from: 90, to: 140 },
    { phase: 'write', count: 1, ms: 1, from: 150, to: 151 },
  ]);
});

test('every phase has its own name', () => {
  const names = Object.values(PHASES);
  expect(new Set(names.map(({ zh }) => zh)).size).toBe(names.length);
  expect(new Set(names.map(({ en }) => en)).size).toBe(names.length);
});
