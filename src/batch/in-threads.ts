import { dirname, resolve } from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Text } from '../diagnostics/text.ts';
import { addTimings, areTimed, type Timing } from '../diagnostics/timings.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { removeOwnLeftovers } from '../disk/leftovers.ts';
import { packageFile } from '../package/package-file.ts';
import { openPool, ThreadEnded } from '../threads/pool.ts';
import type { InputFile } from '../workspace/files.ts';
import type { Machine } from '../workspace/machine.ts';
import { isPublished } from '../workspace/published-source.ts';
import type { CheckedReport } from './checked-report.ts';
import { inThisProcess } from './in-process.ts';
import { inlineAsUsual, inlineLess } from './inline-less.ts';
import type { BuiltReport, Orders, Workshop } from './workshop.ts';

/** What a thread is started with, as plain data. */
export interface ThreadData {
  /** The command whose work the thread does. */
  readonly command: string;
  readonly light: boolean;
  readonly orders: Orders;
  readonly cwd: string;
  readonly env: Machine['env'];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the phases of each task are measured. */
  readonly timed?: boolean;
  /** The thread's end of the port given to `connect`. */
  readonly port?: MessagePort;
}

/** A message to a thread: a task, or that it should stop at once. */
export type ThreadTask = { readonly kind: 'check' | 'build'; readonly input: CheckedReport['input'] } | 'stop';

/** The answer of a thread. An error loses its class on the way. */
export type ThreadAnswer = (
  | { readonly done: CheckedReport | BuiltReport | undefined }
  | { readonly error: Pick<UserError, 'text' | 'hint' | 'details'> }
  | { readonly bug: string }
) & { readonly timings?: readonly Timing[] };

export interface ThreadsOptions {
  readonly command: string;
  /** The thread runs the light bundle. */
  readonly light?: boolean;
  readonly threads: number;
  /** The time limit of one report. */
  readonly milliseconds: number;
  /** The memory of one thread. */
  readonly megabytes: number;
  /** Called for each new thread, with a port to it. */
  readonly connect?: (port: MessagePort) => void;
}

/**
 * Opens a workshop in threads. A report whose thread ends without an answer is tried once more, and then told. Published files
 * and given contents are checked in this process.
 */
export async function inThreads(orders: Orders, options: ThreadsOptions, machine: Machine): Promise<Workshop> {
  const { threads, milliseconds, light } = options;
  const pool = openPool<ThreadTask, ThreadAnswer>({
    start: () => startThread(orders, options, machine),
    threads,
    limit: () => AbortSignal.timeout(milliseconds),
    signal: machine.signal,
    ask: (worker) => worker.postMessage('stop'),
  });
  const here = await inThisProcess(orders, machine);
  const out = orders.publishing?.out;
  /** Output folders in which a thread may have ended while it wrote. */
  const disturbed = new Set<string>();
  let answered = 0;
  const run = async (kind: 'check' | 'build', { content: _, ...input }: InputFile) => {
    const once = () =>
      pool
        .run(() => ({ kind, input }), input.name)
        .catch((error) => {
          if (out !== undefined) disturbed.add(dirname(resolve(machine.cwd, out, input.base)));
          throw error;
        });
    const answer = await once()
      .catch((error) => (error instanceof ThreadEnded ? once() : Promise.reject(error)))
      .catch((error) => Promise.reject(error instanceof ThreadEnded ? noAnswer(input.name, error) : error));
    machine.signal.throwIfAborted();
    // By now each thread has loaded its program: V8 takes no kept code that was compiled with other flags.
    if (light && ++answered === threads * WAITING) inlineLess();
    if (answer.timings) addTimings(answer.timings);
    if ('done' in answer) return answer.done;
    if ('bug' in answer) throw ownBug(input.name, answer.bug);
    const { text, hint, details } = answer.error;
    throw new UserError(text, hint, { details });
  };
  return {
    // Some wait, so that a thread that has checked a report finds it among them when it builds.
    atOnce: threads * WAITING,
    check: (input) =>
      input.path === undefined || isPublished(input)
        ? here.check(input)
        : (run('check', input) as Promise<CheckedReport | undefined>),
    build: (input) => run('build', input) as Promise<BuiltReport>,
    close: async () => {
      await Promise.all([pool.close(), here.close()]);
      inlineAsUsual();
      for (const folder of disturbed) removeOwnLeftovers(folder);
    },
  };
}

/** Reports that are given to the pool at a time, for each thread. */
const WAITING = 4;
const NEW_MEGABYTES = 24;

function startThread(
  orders: Orders,
  { command, light = false, megabytes, connect }: ThreadsOptions,
  { cwd, env, now }: Machine,
): Worker {
  const data: ThreadData = { command, light, orders, cwd, env: { ...env }, now: now().getTime(), timed: areTimed() };
  // With a limit only for old objects, V8 would leave new ones so little room that it collects garbage all the time.
  const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: NEW_MEGABYTES };
  const file = packageFile('dist/thread.cjs');
  if (!connect) return new Worker(file, { workerData: data, resourceLimits });
  const { port1, port2 } = new MessageChannel();
  connect(port1);
  return new Worker(file, { workerData: { ...data, port: port2 }, transferList: [port2], resourceLimits });
}

const AGAIN: Text = {
  zh: '单独再试这一份；还是这样的，请把它（去掉不便公开的内容）发给维护者',
  en: 'Try this report alone. If that fails too, please send it to the maintainers (remove anything that is not public)',
};

function noAnswer(name: string, { why }: ThreadEnded): UserError {
  const said: Record<ThreadEnded['why'], Text> = {
    late: { zh: '太久没有做完', en: 'it took too long' },
    memory: { zh: '要的内存太多', en: 'it needed too much memory' },
    died: { zh: '做它的线程中途结束了', en: 'its thread ended unexpectedly' },
  };
  return new UserError(
    { zh: `${name}：${said[why].zh}，试了两次`, en: `${name}: ${said[why].en}, in two tries` },
    AGAIN,
  );
}

const ownBug = (name: string, stack: string): UserError =>
  new UserError({ zh: `${name}：report 自己出错了`, en: `${name}: a bug in this tool` }, AGAIN, {
    details: stack
      .split('\n')
      .slice(0, 6)
      .map((line) => ({ zh: line, en: line })),
  });
