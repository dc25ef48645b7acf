import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../diagnostics/user-error.ts';

/** What ends the waiting for a browser before it has answered. */
export interface Limits {
  readonly timeout: number;
  readonly late: () => UserError;
  /** Rejects when the browser is gone. */
  readonly gone: Promise<never>;
  readonly signals: readonly (AbortSignal | undefined)[];
}

/** Settles like `work`, or as soon as a limit is reached. `work` itself isn't stopped. */
export async function within<T>(work: Promise<T>, limits: Limits): Promise<T> {
  const signals = limits.signals.filter((signal) => signal !== undefined);
  const settled = work.catch((error) => explained(error, limits.gone));
  // Whichever comes second has nobody waiting for it.
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

/** A call fails as soon as the pipe closes; why it did is known when the process has ended, a moment later. */
async function explained(error: unknown, gone: Promise<never>): Promise<never> {
  if (!(error instanceof UserError)) await Promise.race([gone, sleep(300, undefined, { ref: false })]);
  throw error;
}
