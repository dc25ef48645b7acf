import { randomBytes } from 'node:crypto';
import type { Queue } from 'bullmq';
import { plural, type Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { VERSION } from '../package/version.ts';
import type { QueueAddress } from './address.ts';
import { type JobAnswer, LARGEST_ANSWER, readAnswer } from './answer.ts';
import { connect, loadEngine } from './connect.ts';
import type { Job } from './job.ts';
import { ALIVE, aliveKey, answerKey, doneKey, JOBS, KEPT, PREFIX, TRIES, WORKERS } from './names.ts';

export interface AskOptions {
  readonly address: QueueAddress;
  /** Seconds that are waited if there is no worker, no connection or no memory in Redis. */
  readonly timeout: number;
  readonly tell: (text: Text) => void;
  readonly signal: AbortSignal;
}

/** Puts jobs into the queue and waits for their answers. */
export interface Asker {
  /**
   * Returns the answer to a job. It is put into the queue when there is room: only a few for each worker. Throws a UserError if
   * nobody can do it, and the signal's reason.
   */
  ask(job: Job): Promise<JobAnswer>;
  /** Removes the jobs that nobody has begun. */
  close(): Promise<void>;
}

/** Jobs in the queue for each job that all workers together do at a time, and if no worker is known. */
const [FOR_EACH, FOR_NOBODY] = [4, 4];
/** Characters of JSON that are in the queue at a time. */
const MOST_WAITING = 64 * 1024 * 1024;
/** How often a job that vanished from Redis is put there again. */
const MOST_LOST = 3;

interface Asked {
  readonly job: Job;
  readonly json: string;
  readonly resolve: (answer: JobAnswer) => void;
  readonly reject: (error: unknown) => void;
  /** How often it was seen neither in the queue nor answered. */
  unseen: number;
  lost: number;
}

/** Connects to the queue. Throws a UserError. */
export async function openAsker({ address, timeout, tell, signal }: AskOptions): Promise<Asker> {
  const engine = await loadEngine();
  const { redis, end: disconnect } = await connect(engine, address, tell);
  const listening = redis.duplicate();
  listening.on('error', () => undefined);
  const queue: Queue = new engine.Queue(JOBS, { connection: redis, prefix: PREFIX });
  queue.on('error', () => undefined);
  const run = randomBytes(16).toString('hex');
  const inside = new Map<string, Asked>();
  const waiting: Asked[] = [];
  /** The jobs that are in Redis, with those that nobody waits for any more. */
  const there = new Set<string>();
  let [number, room, stuck, again, adding, closed] = [0, FOR_NOBODY, 0, 0, false, false];
  /** Why nothing more can be asked. */
  let broken: unknown;

  const fail = (error: unknown) => {
    broken ??= error;
    const all = [...inside.values(), ...waiting.splice(0)];
    inside.clear();
    for (const one of all) one.reject(error);
  };
  const size = () => [...inside.values()].reduce((sum, { json }) => sum + json.length, 0);
  const hasRoom = (next: Asked) =>
    inside.size === 0 || (inside.size < room && size() + next.json.length <= MOST_WAITING);
  const add = (id: string, { json }: Asked) =>
    queue.add(
      'report',
      { json },
      {
        jobId: id,
        attempts: TRIES,
        backoff: { type: 'fixed', delay: 1000 },
        removeOnComplete: true,
        removeOnFail: { age: KEPT },
        stackTraceLimit: 1,
      },
    );
  const pump = async () => {
    if (adding || closed) return;
    adding = true;
    try {
      for (let [next] = waiting; next && hasRoom(next) && !closed; [next] = waiting) {
        const id = `${run}-${++number}`;
        inside.set(id, next);
        there.add(id);
        waiting.shift();
        try {
          await add(id, next);
        } catch (error) {
          inside.delete(id);
          if (!isFull(error)) throw error;
          waiting.unshift(next);
          break;
        }
      }
    } catch (error) {
      fail(refused(address.shown, error as Error));
    } finally {
      adding = false;
    }
  };

  /** Takes the answer to a job, if there is one. */
  const take = async (id: string): Promise<boolean> => {
    const asked = inside.get(id);
    if (!asked) return true;
    const length = await redis.strlen(answerKey(id));
    if (length === 0) return false;
    const sent = length <= LARGEST_ANSWER ? await redis.getdelBuffer(answerKey(id)) : null;
    if (!inside.delete(id)) return true;
    stuck = 0;
    const read = sent ? readAnswer(sent, asked.job) : undefined;
    // Otherwise the job may still be there.
    if (read) there.delete(id);
    if ((read?.tries ?? 1) + asked.lost > 1) again++;
    asked.resolve(read?.answer ?? { problem: strange(asked.job.name) });
    void pump();
    return true;
  };
  const listen = async () => {
    while (!closed) {
      const popped = await listening.blpop(doneKey(run), 1);
      if (popped) await take(popped[1]);
    }
  };

  /** Looks after a job that has no answer: it may have failed in all tries, or Redis may have lost it. */
  const lookAfter = async (id: string, asked: Asked) => {
    const state = await queue.getJobState(id);
    if (await take(id)) return;
    if (state === 'failed') {
      const job = await queue.getJob(id);
      inside.delete(id);
      asked.resolve({ problem: dead(asked.job.name, job?.failedReason ?? '') });
      await job?.remove();
      void pump();
      return;
    }
    // It may have been looked at between its end and its answer.
    asked.unseen = state === 'unknown' ? asked.unseen + 1 : 0;
    if (asked.unseen < 2) return;
    asked.unseen = 0;
    if (++asked.lost > MOST_LOST) {
      inside.delete(id);
      asked.resolve({ problem: dead(asked.job.name, 'Redis lost it') });
    } else await add(id, asked);
  };
  let looking = false;
  const look = async () => {
    const [second] = await redis.time();
    await redis.set(aliveKey(run), VERSION, 'EX', ALIVE);
    const workers = await redis.zrangebyscore(WORKERS, Number(second), '+inf');
    const slots = workers.reduce((sum, one) => sum + (Number(one.split(':')[1]) || 1), 0);
    room = Math.max(FOR_NOBODY, Math.min(slots, 1000) * FOR_EACH);
    for (const [id, asked] of [...inside]) await lookAfter(id, asked);
    await pump();
    const isFull = waiting.length > 0 && inside.size === 0;
    if (slots > 0 && !isFull) stuck = 0;
    else if (slots === 0 && inside.size > 0 && stuck === 2) tell(noWorkerYet(address.shown, timeout));
  };
  const second = setInterval(() => {
    if (closed) return;
    if (inside.size + waiting.length === 0) stuck = 0;
    else if (++stuck > timeout) fail(nobody(address.shown, timeout));
    if (looking || redis.status !== 'ready') return;
    looking = true;
    look()
      .catch((error) => isFull(error) || fail(refused(address.shown, error)))
      .finally(() => {
        looking = false;
      });
  }, 1000);

  let closing: Promise<void> | undefined;
  const end = async () => {
    closed = true;
    clearInterval(second);
    const ids = [...there];
    fail(signal.reason ?? new Error('the queue was closed'));
    const tidy = async () => {
      for (const id of ids) await queue.remove(id).catch(() => undefined);
      await redis.del(aliveKey(run), doneKey(run), ...ids.map(answerKey));
    };
    if (again > 0) tell(doneAgain(again));
    if (redis.status === 'ready') await Promise.race([tidy().catch(() => undefined), pause(5000)]);
    listening.disconnect();
    await Promise.race([queue.close().catch(() => undefined), pause(1000)]);
    disconnect();
  };
  const close = () => {
    closing ??= end();
    return closing;
  };
  signal.addEventListener('abort', () => void close());
  try {
    await redis.set(aliveKey(run), VERSION, 'EX', ALIVE);
  } catch (error) {
    if (!isFull(error)) {
      await close();
      throw refused(address.shown, error as Error);
    }
  }
  listen().catch((error) => closed || fail(refused(address.shown, error)));
  return {
    ask: (job) =>
      new Promise<JobAnswer>((resolve, reject) => {
        if (broken !== undefined) throw broken;
        waiting.push({ job, json: JSON.stringify(job), resolve, reject, unseen: 0, lost: 0 });
        void pump();
      }),
    close,
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds).unref();
  });

/** Redis has no memory left; there will be some when answers were taken. */
const isFull = (error: unknown): boolean => error instanceof Error && /\bOOM\b/u.test(error.message);

const noWorkerYet = (shown: string, timeout: number): Text => ({
  zh: `队列 ${shown} 上还没有 report worker，等 ${timeout} 秒；在别的机器上运行 report worker --queue …`,
  en: `No report worker is at the queue ${shown} yet; waiting ${timeout} seconds. Run report worker --queue … on other machines`,
});

const doneAgain = (count: number): Text => ({
  zh: `${count} 份报告开始做了不止一次：有 worker 中途结束，或者太忙`,
  en: `${plural(count, 'report')} had to be begun more than once: a worker ended, or was too busy`,
});

const nobody = (shown: string, timeout: number): UserError =>
  new UserError(
    {
      zh: `队列 ${shown} 在 ${timeout} 秒里没有动静：没有 report worker，连不上 Redis，或者它的内存满了`,
      en: `Nothing happened at the queue ${shown} for ${timeout} seconds: no report worker, no connection to Redis, or its memory is full`,
    },
    {
      zh: '运行 report worker --queue …；要等得久一点，用 --queue-timeout',
      en: 'Run report worker --queue …; to wait longer, use --queue-timeout',
    },
  );

const refused = (shown: string, { message }: Error): UserError =>
  new UserError(
    { zh: `队列 ${shown} 出错：${message}`, en: `The queue ${shown} failed: ${message}` },
    { zh: '检查 Redis 和它的权限', en: 'Check Redis and its permissions' },
  );

const dead = (name: string, reason: string): UserError =>
  new UserError(
    { zh: `${name}：试了 ${TRIES} 次都没有做成（${reason}）`, en: `${name}: failed in ${TRIES} tries (${reason})` },
    { zh: '在本机单独再试这一份', en: 'Try this report alone, without --queue' },
  );

const strange = (name: string): UserError =>
  new UserError(
    {
      zh: `${name}：队列送回的不是这一份的结果`,
      en: `${name}: the answer of the queue is not the result of this report`,
    },
    { zh: '检查谁能写这个 Redis', en: 'Check who can write to this Redis' },
  );
