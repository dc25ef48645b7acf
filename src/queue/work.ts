import { randomBytes } from 'node:crypto';
import type { Job as QueuedJob, Worker } from 'bullmq';
import type { Redis as Connection } from 'ioredis';
import { plural, type Text } from '../diagnostics/text.ts';
import type { PrintingMachine } from '../publish/browser-on-demand.ts';
import type { QueueAddress } from './address.ts';
import { answerAsBytes, type JobAnswer } from './answer.ts';
import { connect, loadEngine } from './connect.ts';
import { ALIVE, aliveKey, answerKey, doneKey, JOBS, KEPT, lockKey, PREFIX, runOf, TRIES, WORKERS } from './names.ts';
import { openTeam, type Team, type TeamOptions } from './team.ts';

/** `slots` is the number of jobs at a time. */
export interface WorkerOptions extends TeamOptions {
  readonly address: QueueAddress;
  /** A line about a job. */
  readonly log: (text: Text) => void;
}

/**
 * Milliseconds: how often a worker gives a sign of life for a job, after how long without one the job is taken up by another, and
 * how often this is looked for. Several signs may be late: a machine that does as many reports as it can is slow to everything else.
 */
const [SIGN, LOCK, LOOK] = [5000, 30_000, 5000];

/** Does jobs of the queue until `machine.signal` is aborted; then it finishes those in hand. Throws a UserError. */
export async function work(options: WorkerOptions, machine: PrintingMachine): Promise<void> {
  const { address, slots, log, warn } = options;
  const engine = await loadEngine();
  const { redis, end } = await connect(engine, address, warn);
  const team = openTeam(options, machine);
  const worker = new engine.Worker(
    JOBS,
    async (job, token) => {
      const answer = await doJob(job, token, redis, team);
      if (answer) log(doneLine(answer));
    },
    {
      connection: redis,
      prefix: PREFIX,
      concurrency: slots,
      lockDuration: LOCK,
      lockRenewTime: SIGN,
      stalledInterval: LOOK,
      maxStalledCount: TRIES - 1,
      removeOnComplete: { count: 0 },
    },
  );
  worker.on('failed', (_, error) => log({ zh: `没有完成：${error.message}`, en: `Failed: ${error.message}` }));
  worker.on('error', () => undefined);
  try {
    await worker.waitUntilReady();
    const presence = await showPresence(redis, slots);
    try {
      warn(waits(address.shown, slots));
      await aborted(machine.signal);
      warn(ENDING);
    } finally {
      await presence.end();
    }
    await finish(worker, redis);
    warn(ENDED);
  } finally {
    await team.close();
    end();
  }
}

/** Does a job and sends the answer, which is returned; undefined if nobody waits for it, or another worker has the job now. */
async function doJob(
  { id, data, attemptsStarted }: QueuedJob,
  token: string | undefined,
  redis: Connection,
  team: Team,
): Promise<JobAnswer | undefined> {
  const run = runOf(id ?? '');
  if (run === undefined || id === undefined || (await redis.exists(aliveKey(run))) === 0) return undefined;
  const answer = await team.run((data as { json?: unknown }).json);
  if ((await redis.get(lockKey(id))) !== token) return undefined;
  const sending = redis.multi().set(answerKey(id), answerAsBytes(answer, attemptsStarted), 'EX', KEPT);
  const sent = await sending.rpush(doneKey(run), id).expire(doneKey(run), KEPT).exec();
  for (const [error] of sent ?? []) if (error) throw error;
  return answer;
}

/** Tells askers that there is a worker, until `end` is called. */
async function showPresence(redis: Connection, slots: number): Promise<{ readonly end: () => Promise<void> }> {
  const name = `${randomBytes(8).toString('hex')}:${slots}`;
  const giveSign = async () => {
    const [second] = await redis.time();
    await redis.zadd(WORKERS, Number(second) + ALIVE, name);
  };
  await giveSign();
  // A sign for which Redis has no memory is left out.
  const timer = setInterval(() => giveSign().catch(() => undefined), (ALIVE * 1000) / 6);
  return {
    end: async () => {
      clearInterval(timer);
      if (redis.status === 'ready') await redis.zrem(WORKERS, name);
    },
  };
}

/** Finishes the jobs in hand, unless there is no connection for so long that others take them up. */
async function finish(worker: Worker, redis: Connection): Promise<void> {
  await Promise.race([worker.pause(), lostFor(redis, LOCK)]);
  await worker.close(redis.status !== 'ready');
}

const ENDING: Text = {
  zh: '不再接新的报告，做完手上的就结束；再按一次 Ctrl-C 马上结束',
  en: 'No new reports are taken; those in hand are finished. Ctrl-C again ends at once',
};
const ENDED: Text = { zh: '手上的报告做完了，已经结束', en: 'The worker has ended' };

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done();
    signal.addEventListener('abort', () => done());
  });

/** Waits until there was no connection for so many milliseconds. */
const lostFor = (redis: Connection, milliseconds: number): Promise<void> =>
  new Promise((done) => {
    let seconds = 0;
    setInterval(() => {
      seconds = redis.status === 'ready' ? 0 : seconds + 1;
      if (seconds * 1000 >= milliseconds) done();
    }, 1000).unref();
  });

const waits = (shown: string, slots: number): Text => ({
  zh: `在 ${shown} 等着做，一次 ${slots} 份；Ctrl-C 做完手上的就结束`,
  en: `Waiting for jobs at ${shown}, ${slots} at a time; Ctrl-C finishes those in hand and ends`,
});

function doneLine(answer: JobAnswer): Text {
  if ('problem' in answer)
    return { zh: `没有完成：${answer.problem.text.zh}`, en: `Failed: ${answer.problem.text.en}` };
  const { result, files } = answer;
  const found = result.diagnostics.length;
  return {
    zh: `${result.file}：${found} 个问题，${files.length} 个文件`,
    en: `${result.file}: ${plural(found, 'finding')}, ${plural(files.length, 'file')}`,
  };
}
