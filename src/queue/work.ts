import { randomBytes } from 'node:crypto';
import { MessageChannel, Worker as Thread } from 'node:worker_threads';
import type { Redis as Connection } from 'ioredis';
import { serveBrowser } from '../browser/through-port.ts';
import { timeoutFrom } from '../browser/timeout.ts';
import { plural, type Text } from '../diagnostics/text.ts';
import { packageFile } from '../package/package-file.ts';
import { browserOnDemand, type PrintingMachine } from '../publish/browser-on-demand.ts';
import { openPool, ThreadEnded } from '../threads/pool.ts';
import type { QueueAddress } from './address.ts';
import { answerAsBytes, type JobAnswer } from './answer.ts';
import { connect, loadEngine } from './connect.ts';
import { ALIVE, aliveKey, answerKey, doneKey, JOBS, KEPT, lockKey, PREFIX, runOf, TRIES, WORKERS } from './names.ts';
import type { JobThreadAnswer, JobThreadData } from './serve-jobs.ts';

export interface WorkerOptions {
  readonly address: QueueAddress;
  /** Jobs at a time. */
  readonly slots: number;
  readonly browser?: string | undefined;
  readonly browserUrl?: string | undefined;
  /** A line about a job. */
  readonly log: (text: Text) => void;
  /** What whoever runs the worker has to know. */
  readonly warn: (text: Text) => void;
}

/** Milliseconds for one report beside the browser, which has its own limit, and the number of calls to the browser. */
const [OWN, CALLS] = [120_000, 6];
/**
 * Milliseconds: how often a worker gives a sign of life for a job, after how long without one the job is taken up by another, and
 * how often this is looked for. Several signs may be late: a machine that does as many reports as it can is slow to everything else.
 */
const [SIGN, LOCK, LOOK] = [5000, 30_000, 5000];
const MEGABYTES = 1024;

/** Does jobs of the queue until `machine.signal` is aborted; then it finishes those in hand. Throws a UserError. */
export async function work(options: WorkerOptions, machine: PrintingMachine): Promise<void> {
  const { address, slots, log, warn } = options;
  const engine = await loadEngine();
  const { redis, end } = await connect(engine, address, warn);
  const team = openTeam(options, machine);
  const worker = new engine.Worker(
    JOBS,
    async (job, token) => {
      const run = runOf(job.id ?? '');
      // Nobody waits for the answer any more.
      if (run === undefined || job.id === undefined || (await redis.exists(aliveKey(run))) === 0) return;
      const answer = await team.run((job.data as { json?: unknown }).json);
      // Another worker has taken it up.
      if ((await redis.get(lockKey(job.id))) !== token) return;
      const sent = answerAsBytes(answer, job.attemptsStarted);
      const told = redis.multi().set(answerKey(job.id), sent, 'EX', KEPT);
      const ended = await told.rpush(doneKey(run), job.id).expire(doneKey(run), KEPT).exec();
      for (const [error] of ended ?? []) if (error) throw error;
      log(doneLine(answer));
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
  worker.on('failed', (_, error) => log({ zh: `没有做成：${error.message}`, en: `Failed: ${error.message}` }));
  worker.on('error', () => undefined);
  // Without memory in Redis, a sign is missing.
  const present = setInterval(() => sign().catch(() => undefined), (ALIVE * 1000) / 6);
  const id = randomBytes(8).toString('hex');
  async function sign(): Promise<void> {
    const [second] = await redis.time();
    await redis.zadd(WORKERS, Number(second) + ALIVE, `${id}:${slots}`);
  }
  try {
    await worker.waitUntilReady();
    await sign();
    warn({
      zh: `在 ${address.shown} 等着做，一次 ${slots} 份；Ctrl-C 做完手上的就结束`,
      en: `Waiting for jobs at ${address.shown}, ${slots} at a time; Ctrl-C finishes those in hand and ends`,
    });
    await aborted(machine.signal);
    if (redis.status === 'ready') await redis.zrem(WORKERS, `${id}:${slots}`);
    // Without a connection, its jobs are taken up by others after that time.
    await Promise.race([worker.pause(), lostFor(redis, LOCK)]);
    await worker.close(redis.status !== 'ready');
  } finally {
    clearInterval(present);
    await team.close();
    end();
  }
}

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

function doneLine(answer: JobAnswer): Text {
  if ('problem' in answer)
    return { zh: `没有做成：${answer.problem.text.zh}`, en: `Failed: ${answer.problem.text.en}` };
  const { result, files } = answer;
  const found = result.diagnostics.length;
  return {
    zh: `${result.file}：${found} 个问题，${files.length} 个文件`,
    en: `${result.file}: ${plural(found, 'finding')}, ${plural(files.length, 'file')}`,
  };
}

/** The threads that do the jobs, with a browser for all of them. */
function openTeam({ slots, browser, browserUrl, warn }: WorkerOptions, machine: PrintingMachine) {
  const { cwd, env, now, startBrowser } = machine;
  // The jobs in hand are finished after an interrupt.
  const { signal } = new AbortController();
  const unstopped = { env, signal, ...(startBrowser && { startBrowser }) };
  const usual = browserOnDemand({ browser, browserUrl, onProgress: warn }, unstopped);
  const withSystemFonts = browserOnDemand({ browser, browserUrl, systemFonts: true, onProgress: warn }, unstopped);
  const portTo = (get: typeof usual.get) => {
    const { port1, port2 } = new MessageChannel();
    serveBrowser(get, port1);
    port1.unref();
    return port2;
  };
  const milliseconds = OWN + CALLS * timeoutFrom(undefined, env as NodeJS.ProcessEnv);
  const pool = openPool<unknown, JobThreadAnswer>({
    start: () => {
      const [port, systemFontsPort] = [portTo(usual.get), portTo(withSystemFonts.get)];
      const orders = { checking: {}, withBaseline: true };
      const own = { command: 'worker', light: false, orders, cwd, env: { ...env }, now: now().getTime() };
      const workerData: JobThreadData = { ...own, port, systemFontsPort };
      return new Thread(packageFile('dist/thread.cjs'), {
        workerData,
        transferList: [port, systemFontsPort],
        resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
      });
    },
    threads: slots,
    limit: () => AbortSignal.timeout(milliseconds),
  });
  return {
    run: async (json: unknown): Promise<JobAnswer> => {
      const given = await pool
        .run(() => json)
        .catch((error) => {
          if (error instanceof ThreadEnded) throw new Error(`the thread ended: ${error.why}`);
          throw error;
        });
      if ('bug' in given) throw new Error(given.bug.split('\n', 1)[0]);
      return given.answer;
    },
    close: async () => {
      await pool.close();
      await Promise.all([usual.close(), withSystemFonts.close()]);
    },
  };
}
