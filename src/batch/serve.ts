import { setMaxListeners } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { startTimings, takeTimings } from '../diagnostics/timings.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { Machine } from '../workspace/machine.ts';
import { type Builder, inThisProcess } from './in-process.ts';
import type { ThreadAnswer, ThreadData, ThreadTask } from './in-threads.ts';
import type { Workshop } from './workshop.ts';

/** Checked reports that a thread keeps until they are built. Each takes about 430 KB. */
const KEPT = 100;

/**
 * Does the tasks of a thread: `port` gets each task and the answer to it. `openBuilder` is called for the first report that is
 * built, or with `asksCache` for the first that is checked.
 */
export function serve(
  port: MessagePort,
  { orders, cwd, env, now, timed }: ThreadData,
  openBuilder?: (machine: Machine) => Promise<Builder>,
  { asksCache = false, check }: { readonly asksCache?: boolean; readonly check?: Builder['check'] } = {},
): void {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const machine: Machine = { cwd, env, now: () => new Date(now), signal: controller.signal };
  let builder: Promise<Builder> | undefined;
  const open = () => {
    if (!openBuilder) throw new Error('nothing to build');
    builder ??= openBuilder(machine);
    return builder;
  };
  const lazy: Builder | undefined = openBuilder && {
    check,
    build: async (file) => (await open()).build(file),
    ...(asksCache && {
      kept: async (file) => (await open()).kept?.(file),
      writeKept: async (kept) => (await open()).writeKept?.(kept),
    }),
    close: async () => (await builder)?.close(),
  };
  let opening: Promise<Workshop> | undefined;
  const answerTo = async ({ kind, input }: Exclude<ThreadTask, 'stop'>): Promise<ThreadAnswer> => {
    try {
      opening ??= inThisProcess(orders, machine, { builder: lazy, keeps: lazy ? KEPT : 0 });
      const workshop = await opening;
      return { done: kind === 'check' ? await workshop.check(input) : await workshop.build(input) };
    } catch (error) {
      if (!(error instanceof UserError)) return { bug: String(error instanceof Error ? error.stack : error) };
      const { text, hint, details } = error;
      return { error: { text, hint, details } };
    }
  };
  port.on('message', async (task: ThreadTask) => {
    if (task === 'stop') return controller.abort(new Error('interrupted'));
    if (timed) startTimings();
    const answer = await answerTo(task);
    // The start of the browser is measured where it runs.
    port.postMessage(timed ? { ...answer, timings: takeTimings().filter(({ phase }) => phase !== 'browser') } : answer);
  });
}
