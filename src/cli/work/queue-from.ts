import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { type QueueAddress, queueAddress } from '../../queue/address.ts';
import type { AskOptions } from '../../queue/ask.ts';
import type { Context } from '../output/context.ts';

/** Seconds. */
const TIMEOUT = 300;

export interface QueueFlags extends OfWorkers, OfOneMachine {
  readonly queue?: string | undefined;
  readonly queueTimeout?: number | undefined;
}

/** Options of the machine that does the work. */
interface OfWorkers {
  readonly browser?: string | undefined;
  readonly browserUrl?: string | undefined;
  readonly concurrency?: number | undefined;
}

/** Options that only make sense where the work is done in the same run. */
interface OfOneMachine {
  readonly timings?: boolean | undefined;
  readonly timingsJson?: boolean | undefined;
  readonly watch?: boolean | undefined;
}

/** The queue of `--queue`, or of REPORT_QUEUE; undefined if there is none. Throws a UserError for a wrong address. */
export function queueFrom({ queue }: QueueFlags, { io }: Pick<Context, 'io'>): QueueAddress | undefined {
  const written = queue ?? io.env.REPORT_QUEUE;
  return written === undefined || written === '' ? undefined : queueAddress(written);
}

/** How the queue is asked; undefined if there is none. Throws a UserError for options that have no effect with a queue. */
export function askingFrom(flags: QueueFlags, context: Context): Omit<AskOptions, 'signal'> | undefined {
  const address = queueFrom(flags, context);
  if (!address) return undefined;
  const { browser, browserUrl, concurrency, timings, timingsJson, watch, queueTimeout: timeout = TIMEOUT } = flags;
  refuse({ '--browser': browser, '--browser-url': browserUrl, '--concurrency': concurrency }, TO_WORKERS);
  refuse({ '--timings': timings, '--timings-json': timingsJson }, WITHOUT_QUEUE);
  refuse({ '--watch': watch }, WATCHING);
  return { address, timeout, tell: context.warn };
}

function refuse(options: Readonly<Record<string, unknown>>, hint: Text): void {
  const given = Object.keys(options).find((name) => options[name] !== undefined);
  if (given === undefined) return;
  throw new UserError(
    {
      zh: `报告交给队列做，这里写 ${given} 不起作用`,
      en: `The work is done at the queue, so ${given} has no effect here`,
    },
    hint,
  );
}

const TO_WORKERS: Text = { zh: '写给 report worker', en: 'Give it to report worker' };
const WITHOUT_QUEUE: Text = {
  zh: '要看用了多少时间，不用 --queue 和 REPORT_QUEUE',
  en: 'To see where the time goes, run without --queue and REPORT_QUEUE',
};
const WATCHING: Text = {
  zh: '要边改边生成，不写 --queue，设了环境变量 REPORT_QUEUE 的，写 REPORT_QUEUE= report build … --watch',
  en: 'To build on each save, leave out --queue; if REPORT_QUEUE is set, write REPORT_QUEUE= report build … --watch',
};
