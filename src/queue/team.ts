import { setMaxListeners } from 'node:events';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { serveBrowser } from '../browser/through-port.ts';
import { timeoutFrom } from '../browser/timeout.ts';
import type { Text } from '../diagnostics/text.ts';
import { packageFile } from '../package/package-file.ts';
import { browserOnDemand, type PrintingMachine, type StartingBrowser } from '../publish/browser-on-demand.ts';
import { openPool, ThreadEnded } from '../threads/pool.ts';
import type { JobAnswer } from './answer.ts';
import type { JobThreadAnswer, JobThreadData } from './serve-jobs.ts';

export interface TeamOptions {
  /** The number of threads. */
  readonly slots: number;
  readonly browser?: string | undefined;
  readonly browserUrl?: string | undefined;
  /** What whoever runs the worker has to know. */
  readonly warn: (text: Text) => void;
}

/** The threads that do the jobs of a worker, with a browser for all of them. */
export interface Team {
  /** Does a job, which can be anything. Throws an Error if its thread ends or fails. */
  run(json: unknown): Promise<JobAnswer>;
  close(): Promise<void>;
}

/** Milliseconds for one report beside the browser, which has its own limit, and the number of calls to the browser. */
const [OWN, CALLS] = [120_000, 6];
const MEGABYTES = 1024;

/** The jobs in hand are finished when `machine.signal` is aborted. */
export function openTeam({ slots, browser, browserUrl, warn }: TeamOptions, machine: PrintingMachine): Team {
  const { env, startBrowser } = machine;
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const unstopped = { env, signal, ...(startBrowser && { startBrowser }) };
  const usual = browserOnDemand({ browser, browserUrl, onProgress: warn }, unstopped);
  const withSystemFonts = browserOnDemand({ browser, browserUrl, systemFonts: true, onProgress: warn }, unstopped);
  const milliseconds = OWN + CALLS * timeoutFrom(undefined, env as NodeJS.ProcessEnv);
  const pool = openPool<unknown, JobThreadAnswer>({
    start: () => startThread(machine, portTo(usual), portTo(withSystemFonts)),
    threads: slots,
    limit: () => AbortSignal.timeout(milliseconds),
  });
  return {
    run: async (json) => {
      const given = await pool
        .run(() => json)
        .catch((error) => {
          throw error instanceof ThreadEnded ? new Error(`the thread ended: ${error.why}`) : error;
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

function startThread({ cwd, env, now }: PrintingMachine, port: MessagePort, systemFontsPort: MessagePort): Worker {
  const orders = { checking: {}, withBaseline: true };
  const own = { command: 'worker', light: false, orders, cwd, env: { ...env }, now: now().getTime() };
  const workerData: JobThreadData = { ...own, port, systemFontsPort };
  return new Worker(packageFile('dist/thread.cjs'), {
    workerData,
    transferList: [port, systemFontsPort],
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
}

function portTo({ get }: StartingBrowser): MessagePort {
  const { port1, port2 } = new MessageChannel();
  serveBrowser(get, port1);
  port1.unref();
  return port2;
}
