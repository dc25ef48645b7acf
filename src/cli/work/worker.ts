import { availableParallelism } from 'node:os';
import { UserError } from '../../diagnostics/user-error.ts';
import { work } from '../../queue/work.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode } from '../output/exit-codes.ts';
import { type QueueFlags, queueFrom } from './queue-from.ts';

/** `report worker`: does the jobs of a queue until it is interrupted. */
export async function worker(
  flags: Pick<QueueFlags, 'queue' | 'concurrency' | 'browser' | 'browserUrl'>,
  context: Context,
): Promise<ExitCode> {
  const { io, progress } = context;
  const address = queueFrom(flags, context);
  if (!address) throw NO_QUEUE;
  const slots = flags.concurrency ?? availableParallelism();
  const { browser, browserUrl } = flags;
  await work({ address, slots, browser, browserUrl, log: progress, warn: progress }, io);
  return EXIT.ok;
}

const NO_QUEUE = new UserError(
  { zh: '没有写队列的地址', en: 'The address of the queue is missing' },
  {
    zh: 'report worker --queue redis://主机:6379，或者设环境变量 REPORT_QUEUE',
    en: 'report worker --queue redis://host:6379, or set REPORT_QUEUE',
  },
);
