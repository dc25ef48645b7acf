import { randomBytes } from 'node:crypto';
import type { Queue } from 'bullmq';
import type { Redis as Connection } from 'ioredis';
import type { Text } from '../diagnostics/text.ts';
import { VERSION } from '../package/version.ts';
import type { QueueAddress } from './address.ts';
import { LARGEST_ANSWER } from './answer.ts';
import { connect, loadEngine } from './connect.ts';
import { ALIVE, aliveKey, answerKey, doneKey, JOBS, KEPT, PREFIX, TRIES, WORKERS } from './names.ts';

/** Milliseconds that removing what is in Redis may take, and closing the queue. */
const [TIDYING, CLOSING] = [5000, 1000];

/** What an asker has in Redis: a sign of life, its jobs, and the answers to them. */
export interface RunInRedis {
  /** Whether there is a connection at the moment. Without one, all calls wait until it is back. */
  isConnected(): boolean;
  newId(): string;
  giveSign(): Promise<void>;
  put(id: string, json: string): Promise<void>;
  /** Waits a second for the next job that has an answer, and returns its id. */
  nextAnswered(): Promise<string | undefined>;
  /** Takes the answer to a job: undefined if there is none yet, null if it is too large. */
  takeAnswer(id: string): Promise<Buffer | null | undefined>;
  /** A job whose answer was taken has nothing in Redis any more. */
  forget(id: string): void;
  stateOf(id: string): Promise<'there' | 'failed' | 'gone'>;
  /** Removes a job that failed, and returns the reason. */
  removeFailed(id: string): Promise<string>;
  /** How many jobs all workers together do at a time. */
  slots(): Promise<number>;
  /** Removes everything of this run and disconnects. */
  close(): Promise<void>;
}

/** Connects to the queue. Throws a UserError. */
export async function openRunInRedis(address: QueueAddress, tell: (text: Text) => void): Promise<RunInRedis> {
  const engine = await loadEngine();
  const { redis, end } = await connect(engine, address, tell);
  const listening = redis.duplicate();
  listening.on('error', () => undefined);
  const queue: Queue = new engine.Queue(JOBS, { connection: redis, prefix: PREFIX });
  queue.on('error', () => undefined);
  const run = randomBytes(16).toString('hex');
  /** The jobs that are there, with those that nobody waits for any more. */
  const ids = new Set<string>();
  let number = 0;
  return {
    isConnected: () => redis.status === 'ready',
    newId: () => `${run}-${++number}`,
    giveSign: async () => {
      await redis.set(aliveKey(run), VERSION, 'EX', ALIVE);
    },
    put: async (id, json) => {
      ids.add(id);
      await queue.add('report', { json }, jobOptions(id));
    },
    nextAnswered: async () => (await listening.blpop(doneKey(run), 1))?.[1],
    takeAnswer: async (id) => {
      const length = await redis.strlen(answerKey(id));
      if (length === 0) return undefined;
      return length <= LARGEST_ANSWER ? redis.getdelBuffer(answerKey(id)) : null;
    },
    forget: (id) => ids.delete(id),
    stateOf: async (id) => {
      const state = await queue.getJobState(id);
      return state === 'unknown' ? 'gone' : state === 'failed' ? state : 'there';
    },
    removeFailed: async (id) => {
      const job = await queue.getJob(id);
      await job?.remove();
      return job?.failedReason ?? '';
    },
    slots: () => slotsOfWorkers(redis),
    close: async () => {
      const tidy = async () => {
        for (const id of ids) await queue.remove(id).catch(() => undefined);
        await redis.del(aliveKey(run), doneKey(run), ...[...ids].map(answerKey));
      };
      if (redis.status === 'ready') await Promise.race([tidy().catch(() => undefined), pause(TIDYING)]);
      listening.disconnect();
      await Promise.race([queue.close().catch(() => undefined), pause(CLOSING)]);
      end();
    },
  };
}

const jobOptions = (id: string) => ({
  jobId: id,
  attempts: TRIES,
  backoff: { type: 'fixed', delay: 1000 },
  removeOnComplete: true,
  removeOnFail: { age: KEPT },
  stackTraceLimit: 1,
});

async function slotsOfWorkers(redis: Connection): Promise<number> {
  const [second] = await redis.time();
  const alive = await redis.zrangebyscore(WORKERS, Number(second), '+inf');
  return alive.reduce((sum, worker) => sum + (Number(worker.split(':')[1]) || 1), 0);
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds).unref();
  });

/** Whether Redis has no memory left. There will be some when answers have been taken. */
export const isFull = (error: unknown): boolean => error instanceof Error && /\bOOM\b/u.test(error.message);
