import type { MessagePort } from 'node:worker_threads';
import { browserThroughPort } from '../browser/through-port.ts';
import type { PrintingMachine } from '../publish/browser-on-demand.ts';
import { openPublisher } from '../publish/publisher.ts';
import { buildReport } from './build-report.ts';
import type { ThreadData } from './in-threads.ts';
import { serve } from './serve.ts';

/** Builds reports in a thread. The browser is in the thread that started this one, at the other end of `data.port`. */
export function serveBuilds(port: MessagePort, data: ThreadData): void {
  const { publishing, browserIdentity } = data.orders;
  const { port: toBrowser } = data;
  if (!publishing || !toBrowser) throw new Error('nothing to build, or no browser');
  serve(port, data, async (machine) => {
    const startBrowser: PrintingMachine['startBrowser'] = (_, signal) => browserThroughPort(toBrowser, signal);
    const publisher = await openPublisher(publishing, { ...machine, startBrowser, browserIdentity });
    return { build: (file) => buildReport(file, publisher, publishing.out, machine), close: publisher.close };
  });
}
