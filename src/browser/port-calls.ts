import type { MessagePort, Transferable } from 'node:worker_threads';
import { UserError } from '../diagnostics/user-error.ts';
import { type ErrorAsData, errorAsData, errorFromData } from './error-as-data.ts';

type Functions = Record<string, (...args: never[]) => unknown>;

/** The functions that a side offers. Each gets a signal first: it is aborted if nobody waits for the answer any more. */
export type Offered<F> = {
  readonly [K in keyof F]: F[K] extends (...args: infer A) => infer R ? (signal: AbortSignal, ...args: A) => R : never;
};

/** Calls functions of the other side of a port. */
export interface PortCalls<F extends Functions> {
  /** Rejects with the error of the function, with the signal's reason, or with a UserError when the port closes. */
  call<K extends keyof F>(name: K, args: Parameters<F[K]>, signal?: AbortSignal): Promise<Awaited<ReturnType<F[K]>>>;
}

type Message =
  | { readonly call: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly abort: number }
  | { readonly answer: number; readonly value?: unknown; readonly error?: ErrorAsData };

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Lets both sides of a port call each other. A port keeps its thread running only while it waits for an answer. When it closes,
 * the signals of all functions that still run are aborted.
 */
export function callsThrough<Theirs extends Functions, Ours extends Functions>(
  port: MessagePort,
  offered: Offered<Ours>,
): PortCalls<Theirs> {
  const waiting = new Map<number, Waiting>();
  const running = new Map<number, AbortController>();
  let last = 0;
  let closed = false;
  const settle = (id: number, how: (one: Waiting) => void) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) port.unref();
    if (one) how(one);
  };
  const run = async (id: number, name: string, args: readonly unknown[]) => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const value = await (offered[name] as (...all: unknown[]) => unknown)(controller.signal, ...args);
      const bytes = value instanceof Uint8Array ? alone(value) : value;
      port.postMessage({ answer: id, value: bytes } satisfies Message, transferred(bytes));
    } catch (error) {
      port.postMessage({ answer: id, error: errorAsData(error) } satisfies Message);
    } finally {
      running.delete(id);
    }
  };
  port.on('message', (message: Message) => {
    if ('call' in message) void run(message.call, message.name, message.args);
    else if ('abort' in message) running.get(message.abort)?.abort();
    else if (message.error) settle(message.answer, ({ reject }) => reject(errorFromData(message.error as ErrorAsData)));
    else settle(message.answer, ({ resolve }) => resolve(message.value as never));
  });
  port.on('close', () => {
    closed = true;
    for (const controller of running.values()) controller.abort(portClosed());
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(portClosed()));
  });
  port.unref();
  return {
    async call(name, args, signal) {
      signal?.throwIfAborted();
      if (closed) throw portClosed();
      const id = ++last;
      const abort = () => {
        port.postMessage({ abort: id } satisfies Message);
        settle(id, ({ reject }) => reject(signal?.reason));
      };
      try {
        return await new Promise<never>((resolve, reject) => {
          port.postMessage({ call: id, name: String(name), args } satisfies Message);
          waiting.set(id, { resolve, reject });
          port.ref();
          signal?.addEventListener('abort', abort);
        });
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
  };
}

/** The same bytes in a buffer of their own, which can be given away; bytes that share a buffer are copied. */
const alone = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.byteLength === bytes.buffer.byteLength ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);

const transferred = (value: unknown): Transferable[] =>
  value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [];

const portClosed = (): UserError =>
  new UserError({ zh: '浏览器已经关闭。', en: 'The browser was closed.' }, { zh: '请再试一次。', en: 'Try again.' });
