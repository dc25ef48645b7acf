import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { editionById } from '../form/editions.ts';
import { packageFile } from '../package/package-file.ts';
import { openPool, ThreadEnded } from '../threads/pool.ts';
import type { PublishedFile } from './adapter.ts';
import type { ImportAnswer } from './import-worker.ts';
import type { PublishedReading } from './reading.ts';
import { Refusal } from './refusal.ts';

/** Reads published files in threads of their own. A hostile file that takes forever or fills the memory ends only its thread. */
export interface Importer {
  /** Reads a file, which is opened when a thread is free for it. Throws a `Refusal`, and what `open` throws. */
  read(open: () => PublishedFile | Promise<PublishedFile>): Promise<PublishedReading>;
  close(): Promise<void>;
}

/** The time limit for one file. A report takes less than a second. */
const MILLISECONDS = 60_000;
const MEGABYTES = 1024;
/** More threads would need more memory than they save time. */
const MOST_THREADS = 4;

export interface ImporterOptions {
  readonly threads?: number;
  /** The memory of one thread. */
  readonly megabytes?: number;
  /** Called for each file; reading stops if its signal is aborted. */
  readonly limit?: () => AbortSignal;
  readonly signal?: AbortSignal | undefined;
}

/** Opens an importer. Its threads start when they are needed, and again after one has ended. */
export function openImporter({
  threads = Math.min(MOST_THREADS, availableParallelism()),
  megabytes = MEGABYTES,
  limit = () => AbortSignal.timeout(MILLISECONDS),
  signal,
}: ImporterOptions = {}): Importer {
  const pool = openPool<PublishedFile, ImportAnswer>({ start: () => start(megabytes), threads, limit, signal });
  return {
    read: async (open) => {
      const answer = await pool
        .run(async () => {
          const { name, bytes, path } = await open();
          return { name, bytes, ...(path !== undefined && { path }) };
        })
        .catch((error) => {
          throw error instanceof ThreadEnded ? asRefusal(error) : error;
        });
      return readingIn(answer);
    },
    close: pool.close,
  };
}

const start = (megabytes: number): Worker =>
  new Worker(packageFile('dist/import-worker.js'), {
    // Users must not see the warnings of the libraries.
    stdout: true,
    stderr: true,
    // Flags of the program are not for the thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });

/** The form comes back as a copy; the code compares forms by identity. */
function readingIn(answer: ImportAnswer): PublishedReading {
  if ('refusal' in answer) throw new Refusal(answer.refusal.kind, answer.refusal.words, answer.refusal.hint);
  const { reading } = answer;
  const { tables } = reading;
  return { ...reading, tables: { ...tables, form: editionById(tables.form.id) ?? tables.form } };
}

const SMALLER = {
  zh: '检查文件；真是年度报告的，另存为 .docx 或 .html 再试',
  en: 'Check the file; if it is a report, save it as .docx or .html and try again',
};
function asRefusal({ why, cause }: ThreadEnded): Refusal {
  if (why === 'late')
    return new Refusal(
      'too-slow',
      { zh: '读了一分钟还没有读完，停了', en: 'It was not read within a minute, so reading was stopped' },
      SMALLER,
    );
  if (why === 'memory')
    return new Refusal(
      'too-large',
      { zh: '读它要的内存超过 1 GB，停了', en: 'It needs more than 1 GB of memory, so reading was stopped' },
      SMALLER,
    );
  const said = cause instanceof Error ? cause.message : String(cause);
  return new Refusal('damaged', { zh: `读不出来（${said}）`, en: `It cannot be read (${said})` }, SMALLER);
}
