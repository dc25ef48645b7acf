import { parentPort } from 'node:worker_threads';
import { savedBeside } from '../disk/saved-page.ts';
import type { PublishedFile } from './adapter.ts';
import { readPublished } from './read-published.ts';
import type { PublishedReading } from './reading.ts';
import { Refusal } from './refusal.ts';

/** What the thread answers for one file; plain data, because an error loses its class on the way. */
export type ImportAnswer =
  | { readonly reading: PublishedReading }
  | { readonly refusal: Pick<Refusal, 'kind' | 'words' | 'hint'> };

parentPort?.on('message', async (file: PublishedFile) => {
  parentPort?.postMessage(await answerFor(file));
});

async function answerFor(file: PublishedFile): Promise<ImportAnswer> {
  try {
    const { path } = file;
    return { reading: await readPublished({ ...file, ...(path !== undefined && { companion: savedBeside(path) }) }) };
  } catch (error) {
    const { kind, words, hint } = error instanceof Refusal ? error : damaged(error);
    return { refusal: { kind, words, hint } };
  }
}

/** A reader of a format throws errors of its own for a file that is not whole. */
function damaged(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  return new Refusal(
    'damaged',
    { zh: `文件不完整或者坏了，读不出来（${reason}）`, en: `The file is damaged or incomplete (${reason})` },
    {
      zh: '看它能不能用平常的程序打开；能打开的，另存一份再试',
      en: 'Try to open it in its usual program; if it opens, save a copy and try that',
    },
  );
}
