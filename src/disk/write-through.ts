import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';

/** Milliseconds between two attempts, and the attempts to open a pipe: ten seconds in all. */
const PAUSE = 20;
const ATTEMPTS = 500;

// node:timers/promises takes longer to load than most runs need a pipe.
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Writes to a pipe, a device or an open descriptor as it is. Waits until somebody reads the pipe. A reader that stops early
 * is not an error, as for standard output. Throws the error of the file system, and the signal's reason if it is aborted.
 */
export async function writeThrough(to: string | number, content: Uint8Array, signal: AbortSignal): Promise<void> {
  const descriptor = typeof to === 'string' ? await open(to, signal) : to;
  try {
    for (let rest = content; rest.length > 0; ) {
      const written = writeSome(descriptor, rest);
      rest = rest.subarray(written);
      if (written > 0) continue;
      signal.throwIfAborted();
      await pause(PAUSE);
    }
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw error;
  } finally {
    if (typeof to === 'string') closeSync(descriptor);
  }
}

/** The path of an open descriptor is opened anew if it is a pipe, so that a full one does not block. */
export const isPipe = (descriptor: number): boolean => fstatSync(descriptor).isFIFO();

// A pipe is opened without waiting: nothing else could run meanwhile, and an interrupt would not be heard.
async function open(path: string, signal: AbortSignal): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    try {
      return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    } catch (error) {
      if (codeOf(error) !== 'ENXIO' || attempt === ATTEMPTS) throw error;
    }
    await pause(PAUSE);
  }
}

/** Bytes written; 0 if the reader is not ready. */
function writeSome(descriptor: number, bytes: Uint8Array): number {
  try {
    return writeSync(descriptor, bytes);
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return 0;
    throw error;
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
