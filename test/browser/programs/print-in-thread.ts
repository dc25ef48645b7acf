/** Prints through the port that it is given, then starts a print that never ends. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { browserThroughPort } from '../../../src/browser/through-port.ts';
import type { InPage } from '../../../src/in-page/program.ts';

const browser = await browserThroughPort(workerData as MessagePort);
parentPort?.postMessage(await browser.printPdf('<p>1', { title: 'from a thread' }));
await browser.printPdf('<p>2', {
  look: (page) => {
    parentPort?.postMessage('at work');
    return page.run('() => new Promise(() => undefined)' as InPage<() => Promise<undefined>>);
  },
});
