import { setTimeout as sleep } from 'node:timers/promises';
import type { UserError } from '../diagnostics/user-error.ts';
import { pageLost } from './failures.ts';

/** The events that end the wait for an answer of the browser. `timeout` is in milliseconds. */
export interface Limits {
  readonly timeout: number;
  readonly late: () => UserError;
  /** Rejects when the browser has ended. */
  readonly gone: Promise<never>;
  readonly signals: readonly (AbortSignal | undefined)[];
}

/** Settles like `work`, or rejects as soon as a limit is reached. It does not stop `work` itself. */
export async function within<T>(work: Promise<T>, limits: Limits): Promise<T> {
  const signals = limits.signals.filter((signal) => signal !== undefined);
  const settled = work.catch((error) => explained(error, limits.gone));
  // After a limit is reached, nothing waits for this promise.
  settled.catch(() => undefined);
  for (const signal of signals) signal.throwIfAborted();
  let stop: () => void = () => undefined;
  const limit = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(limits.late()), limits.timeout);
    const abort = (event: Event) => reject((event.target as AbortSignal).reason);
    for (const signal of signals) signal.addEventListener('abort', abort);
    stop = () => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener('abort', abort);
    };
  });
  try {
    return await Promise.race([settled, limits.gone, limit]);
  } finally {
    stop();
  }
}

/** A call fails as soon as the pipe closes. The reason is known a moment later, when the process has ended. */
async function explained(error: unknown, gone: Promise<never>): Promise<never> {
  if (!(error instanceof Error && OF_THE_CONNECTION.has(error.name))) throw error;
  await Promise.race([gone, sleep(300, undefined, { ref: false })]);
  throw pageLost(error);
}

/** The names of Puppeteer's errors for a call that was refused or whose page or browser is gone. */
const OF_THE_CONNECTION = new Set(['ProtocolError', 'TargetCloseError', 'ConnectionClosedError']);
