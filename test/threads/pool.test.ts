import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { openPool, type PoolOptions, ThreadEnded, type ThreadPool } from '../../src/threads/pool.ts';

/** A thread that does what its task says. */
const OBEDIENT = `
  const { parentPort, threadId } = require('node:worker_threads');
  parentPort.on('message', (task) => {
    if (task === 'end') process.exit(3);
    if (task === 'throw') throw new Error('thrown');
    if (task === 'fill') { const all = []; for (;;) all.push(new Array(10000).fill(all.length)); }
    if (task === 'wait') return;
    parentPort.postMessage({ task, threadId });
  });`;

interface Answer {
  readonly task: string;
  readonly threadId: number;
}

const pools: ThreadPool<string, Answer>[] = [];
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

function open(options: Partial<PoolOptions> = {}) {
  let started = 0;
  const start = () => {
    started++;
    return new Worker(OBEDIENT, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });
  };
  const pool = openPool<string, Answer>({ start, threads: 2, limit: () => new AbortController().signal, ...options });
  pools.push(pool);
  return { pool, started: () => started };
}

describe('a pool of threads', () => {
  test('gives each task its own answer, with no more threads than it may have', async () => {
    const { pool, started } = open();
    const tasks = Array.from({ length: 20 }, (_, index) => `task ${index}`);
    const answers = await Promise.all(tasks.map((task) => pool.run(() => task)));
    expect(answers.map(({ task }) => task)).toEqual(tasks);
    expect(started()).toBe(2);
  });

  test('makes a task only when a thread is free for it', async () => {
    const { pool } = open({ threads: 1 });
    let made = 0;
    const waiting = [1, 2, 3].map(() => pool.run(() => `task ${++made}`));
    await waiting[0];
    expect(made).toBeLessThan(3);
    await Promise.all(waiting);
    expect(made).toBe(3);
  });

  test('a free thread first takes what is about the same as an earlier task of its own', async () => {
    const { pool } = open();
    const [a, b] = await Promise.all([pool.run(() => 'one', 'a'), pool.run(() => 'two', 'b')]);
    const again = await Promise.all([pool.run(() => 'three', 'b'), pool.run(() => 'four', 'a')]);
    expect(again.map(({ threadId }) => threadId)).toEqual([b.threadId, a.threadId]);
    const order: string[] = [];
    const noted = (task: string, about: string) =>
      pool.run(() => {
        order.push(task);
        return task;
      }, about);
    pool.run(() => 'wait', 'a').catch(() => undefined);
    const all = await Promise.all([noted('five', 'b'), noted('six', 'a'), noted('seven', 'b')]);
    expect(order).toEqual(['five', 'seven', 'six']);
    expect(all.map(({ threadId }) => threadId)).toEqual([b.threadId, b.threadId, b.threadId]);
  });

  test.each([
    ['end', 'died'],
    ['throw', 'died'],
    ['fill', 'memory'],
  ])('a thread that does “%s” is told (%s) and replaced', async (task, why) => {
    const { pool, started } = open({ threads: 1 });
    const error = await pool.run(() => task).catch((one) => one);
    expect(error).toBeInstanceOf(ThreadEnded);
    expect(error.why).toBe(why);
    expect((await pool.run(() => 'after')).task).toBe('after');
    expect(started()).toBe(2);
  });

  test('a thread that reaches its limit is stopped', async () => {
    const limit = new AbortController();
    const { pool } = open({ threads: 1, limit: () => limit.signal });
    const late = pool.run(() => 'wait');
    limit.abort();
    await expect(late).rejects.toMatchObject({ why: 'late' });
  });

  test('a thread that ended while it had nothing to do is not used again', async () => {
    const workers: Worker[] = [];
    const start = () => {
      const worker = new Worker(OBEDIENT, { eval: true });
      workers.push(worker);
      return worker;
    };
    const { pool } = open({ threads: 1, start });
    await pool.run(() => 'first');
    await workers[0]?.terminate();
    expect((await pool.run(() => 'second')).task).toBe('second');
    expect(workers).toHaveLength(2);
  });

  test('that can have no more threads does the work with those it has', async () => {
    let started = 0;
    const start = () => {
      if (++started > 1) throw new Error('ERR_WORKER_INIT_FAILED');
      return new Worker(OBEDIENT, { eval: true });
    };
    const { pool } = open({ threads: 3, start });
    const tasks = ['1', '2', '3', '4', '5', '6'];
    const answers = await Promise.all(tasks.map((task) => pool.run(() => task)));
    expect(answers.map(({ task }) => task)).toEqual(tasks);
  });

  test('that can have no thread at all tells it for each task', async () => {
    const start = () => {
      throw new Error('ERR_WORKER_INIT_FAILED');
    };
    const { pool } = open({ start });
    for (const task of ['1', '2']) await expect(pool.run(() => task)).rejects.toMatchObject({ why: 'died' });
  });

  test('what making a task throws is thrown, and the thread stays free', async () => {
    const { pool } = open({ threads: 1 });
    const failing = pool.run(() => {
      throw new Error('no file');
    });
    await expect(failing).rejects.toThrow('no file');
    expect((await pool.run(() => 'next')).task).toBe('next');
  });

  test('an abort ends the task in hand and those that wait, with its reason', async () => {
    const controller = new AbortController();
    const { pool } = open({ threads: 1, signal: controller.signal });
    const all = ['wait', 'later'].map((task) => pool.run(() => task));
    controller.abort(new Error('interrupted'));
    for (const one of await Promise.allSettled(all)) expect(one).toMatchObject({ reason: { message: 'interrupted' } });
  });

  test('a thread that can be asked to stop gives its answer after an abort', async () => {
    const controller = new AbortController();
    const ask = (worker: Worker) => worker.postMessage('asked');
    const { pool } = open({ threads: 1, signal: controller.signal, ask });
    const task = pool.run(() => 'wait');
    // The thread has got its task.
    await new Promise((done) => setImmediate(done));
    controller.abort();
    expect((await task).task).toBe('asked');
  });
});
