import type { MessagePort } from 'node:worker_threads';
import { browserThroughPort } from '../browser/through-port.ts';
import type { PrintingMachine } from '../publish/browser-on-demand.ts';
import { anyNew } from '../publish/cached-builds.ts';
import { checkFor } from '../publish/check-once.ts';
import { openPublisher } from '../publish/publisher.ts';
import type { Machine } from '../workspace/machine.ts';
import { buildReport, keptReport, writeKept } from './build-report.ts';
import type { Builder } from './in-process.ts';
import type { ThreadData } from './in-threads.ts';
import { serve } from './serve.ts';

/** Builds reports in a thread. The browser is in the thread that started this one, at the other end of `data.port`. */
export function serveBuilds(port: MessagePort, data: ThreadData): void {
  const { publishing, browserIdentity } = data.orders;
  const { port: toBrowser } = data;
  if (!publishing || !toBrowser) throw new Error('nothing to build, or no browser');
  const open = async (machine: Machine): Promise<Builder> => {
    const startBrowser: PrintingMachine['startBrowser'] = (_, signal) => browserThroughPort(toBrowser, signal);
    const publisher = await openPublisher(publishing, { ...machine, startBrowser, browserIdentity });
    const { out } = publishing;
    return {
      build: (file) => buildReport(file, publisher, out, machine),
      kept: (file) => keptReport(file, publisher),
      writeKept: (kept) => writeKept(kept, publisher, out, machine),
      close: publisher.close,
    };
  };
  const asksCache = publishing.cache === true && !anyNew(data);
  serve(port, data, open, { asksCache, check: checkFor(publishing, data.env) });
}
