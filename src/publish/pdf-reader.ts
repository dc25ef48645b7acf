import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { packageFile } from '../package/package-file.ts';
import type { PdfContent } from '../render/readback/pdf-reading.ts';
import { quickRead } from '../render/readback/quick/quick-read.ts';

/** Reads PDFs. */
export interface PdfReader {
  /**
   * Reads files of anybody one after the other with pdf.js in a separate thread: a hostile PDF that takes forever or fills
   * the memory ends only this thread. Throws `UnreadablePdf`.
   */
  read(bytes: Uint8Array): Promise<PdfContent>;
  /** Reads a file that was just built, here if its form is known, otherwise like `read`. Throws `UnreadablePdf`. */
  readBuilt(bytes: Uint8Array): Promise<PdfContent>;
  close(): Promise<void>;
}

/** The file is not a PDF, is damaged or locked, or takes too long to read. The message says which, in English. */
export class UnreadablePdf extends Error {}

/** The time limit for one file. A report takes about 100 milliseconds. */
const MILLISECONDS = 60_000;
const MEGABYTES = 512;

type Answer = { readonly content: PdfContent } | { readonly reason: string };

/**
 * Creates a reader. With `early` its thread starts now, so that its library is already loaded for the first file. `limit` is
 * called for each file that the thread reads; reading stops if its signal is aborted.
 */
export function startPdfReader(early: boolean, limit = () => AbortSignal.timeout(MILLISECONDS)): PdfReader {
  let worker = early ? start() : undefined;
  let last: Promise<unknown> = Promise.resolve();
  const stop = async () => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const readNow = async (bytes: Uint8Array): Promise<PdfContent> => {
    worker ??= start();
    try {
      const answer = await answerOf(worker, bytes, limit());
      if ('content' in answer) return answer.content;
      throw new UnreadablePdf(answer.reason);
    } catch (error) {
      if (error instanceof UnreadablePdf) throw error;
      await stop();
      throw new UnreadablePdf(error instanceof Error ? error.message : String(error));
    }
  };
  const read = (bytes: Uint8Array): Promise<PdfContent> => {
    const reading = last.then(() => readNow(bytes));
    last = reading.catch(() => undefined);
    return reading;
  };
  return {
    read,
    readBuilt: async (bytes) => quickRead(bytes) ?? read(bytes),
    close: stop,
  };
}

function start(): Worker {
  const worker = new Worker(packageFile('dist/pdf-worker.js'), {
    // Users must not see the warnings of the library.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  worker.unref();
  worker.on('error', () => undefined);
  return worker;
}

async function answerOf(worker: Worker, bytes: Uint8Array, signal: AbortSignal): Promise<Answer> {
  worker.ref();
  worker.postMessage(bytes);
  const [answer] = await once(worker, 'message', { signal });
  worker.unref();
  return answer as Answer;
}
