import { type QueueAddress, queueAddress } from '../../queue/address.ts';
import type { AskOptions } from '../../queue/ask.ts';
import type { Context } from '../output/context.ts';

/** Seconds. */
const TIMEOUT = 300;

export interface QueueFlags {
  readonly queue?: string | undefined;
  readonly queueTimeout?: number | undefined;
  readonly concurrency?: number | undefined;
}

/** The queue of `--queue`, or of REPORT_QUEUE; undefined if there is none. Throws a UserError for a wrong address. */
export function queueFrom({ queue }: QueueFlags, { io }: Pick<Context, 'io'>): QueueAddress | undefined {
  const written = queue ?? io.env.REPORT_QUEUE;
  return written === undefined || written === '' ? undefined : queueAddress(written);
}

/** How the queue is asked; undefined if there is none. */
export function askingFrom(
  flags: QueueFlags,
  context: Context,
): (Omit<AskOptions, 'signal'> & Pick<QueueFlags, 'concurrency'>) | undefined {
  const address = queueFrom(flags, context);
  const { queueTimeout: timeout = TIMEOUT, concurrency } = flags;
  return address && { address, timeout, concurrency, tell: context.warn };
}
