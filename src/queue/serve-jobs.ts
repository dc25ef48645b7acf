import { setMaxListeners } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { ThreadData } from '../batch/in-threads.ts';
import { browserThroughPort } from '../browser/through-port.ts';
import type { JobAnswer } from './answer.ts';
import { createJobDoer } from './do-job.ts';

/** What a thread of a worker is started with. */
export interface JobThreadData extends ThreadData {
  /** To the browser that sees the fonts of this machine. */
  readonly systemFontsPort: MessagePort;
  readonly port: MessagePort;
}

/** The answer of a thread. */
export type JobThreadAnswer = { readonly answer: JobAnswer } | { readonly bug: string };

/** Does the jobs that `parent` gets, and answers with what they gave. */
export function serveJobs(parent: MessagePort, { cwd, env, now, port, systemFontsPort }: JobThreadData): void {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const doer = createJobDoer((systemFonts) => ({
    cwd,
    env,
    now: () => new Date(now),
    signal,
    startBrowser: (_, stopping) => browserThroughPort(systemFonts ? systemFontsPort : port, stopping),
  }));
  parent.on('message', async (json: unknown) => {
    const answer = await doer.do(json).then(
      (given): JobThreadAnswer => ({ answer: given }),
      (error): JobThreadAnswer => ({ bug: String(error instanceof Error ? error.stack : error) }),
    );
    parent.postMessage(answer);
  });
}
