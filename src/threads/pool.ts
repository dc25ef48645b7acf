import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { Crew } from './crew.ts';
import { Slots } from './slots.ts';

/** Runs tasks in threads, each thread one task at a time. A task that takes forever or fills the memory ends only its thread. */
export interface ThreadPool<Task, Answer> {
  /**
   * Runs a task, which is made when a thread is free for it. Throws a `ThreadEnded`, what `task` throws, and the reason of the
   * pool's signal. Of the tasks that wait, a free thread takes the first about the same thing as an earlier task of this thread,
   * and else the first of all.
   */
  run(task: () => Task | Promise<Task>, about?: string): Promise<Answer>;
  /** Stops all threads. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** Starts a thread. It answers each message with one message, in order. */
  readonly start: () => Worker;
  /** The number of threads; they start when they are needed, and again after one has ended. */
  readonly threads?: number | undefined;
  /** Called for each task; the thread is stopped if its signal is aborted. */
  readonly limit: () => AbortSignal;
  /** Stops the work. */
  readonly signal?: AbortSignal | undefined;
  /** Asks a thread at work to stop when `signal` is aborted; its answer is awaited. Without it, the thread is stopped. */
  readonly ask?: ((worker: Worker) => void) | undefined;
}

/** A thread gave no answer: it took longer than its limit, needed more memory than it may have, ended, or could not be started. */
export class ThreadEnded extends Error {
  constructor(
    readonly why: 'late' | 'memory' | 'died',
    options?: ErrorOptions,
  ) {
    super(`the thread ended: ${why}`, options);
  }
}

/** Opens a pool. No thread keeps the process running while it has no task. */
export function openPool<Task, Answer>({
  start,
  threads = availableParallelism(),
  limit,
  signal,
  ask,
}: PoolOptions): ThreadPool<Task, Answer> {
  const crew = new Crew(start);
  const slots = new Slots(threads);
  const doneBy = new Map<string | undefined, Worker>();
  const take = async (about: string | undefined): Promise<Worker> => {
    for (;;) {
      try {
        return crew.take(doneBy.get(about));
      } catch (cause) {
        if (crew.isEmpty) throw new ThreadEnded('died', { cause });
        // The system gives no more threads: this task waits for one of the others.
        await slots.wait(about);
      }
    }
  };
  return {
    run: async (task, about) => {
      await slots.take(about);
      let worker: Worker | undefined;
      try {
        signal?.throwIfAborted();
        const message = await task();
        worker = await take(about);
        signal?.throwIfAborted();
        if (about !== undefined) doneBy.set(about, worker);
        const answer = await answerOf<Answer>(worker, message, { limit: limit(), signal, ask });
        crew.release(worker);
        return answer;
      } catch (error) {
        if (worker) await crew.stop(worker);
        throw error;
      } finally {
        slots.end((other) => worker !== undefined && doneBy.get(other) === worker);
      }
    },
    close: () => crew.stopAll(),
  };
}

/** The limits of one task. */
interface TaskLimits extends Pick<PoolOptions, 'signal' | 'ask'> {
  readonly limit: AbortSignal;
}

async function answerOf<Answer>(worker: Worker, message: unknown, { limit, signal, ask }: TaskLimits): Promise<Answer> {
  worker.ref();
  const listening = new AbortController();
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const on = (target: AbortSignal | undefined, listener: () => void) => {
        if (target?.aborted) listener();
        target?.addEventListener('abort', listener, { signal: listening.signal });
      };
      const end = (why: ThreadEnded['why'], cause?: unknown) => reject(new ThreadEnded(why, { cause }));
      const events = {
        message: resolve,
        error: (error: NodeJS.ErrnoException) =>
          end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'died', error),
        exit: (code: number) => end('died', new Error(`exit code ${code}`)),
      };
      for (const [name, listener] of Object.entries(events)) worker.on(name, listener);
      listening.signal.addEventListener('abort', () => {
        for (const [name, listener] of Object.entries(events)) worker.off(name, listener);
      });
      on(limit, () => end('late'));
      on(signal, () => (ask ? ask(worker) : reject(signal?.reason)));
      worker.postMessage(message);
    });
  } finally {
    listening.abort();
    worker.unref();
  }
}
