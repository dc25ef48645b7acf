import { parentPort } from 'node:worker_threads';
import { readPdf } from './read-pdf.ts';

/**
 * The thread that reads PDFs, a file of its own in the package: bytes come in one by one, each answered by a
 * `PdfContent` or, where they can't be read, the reason as text.
 */
const port = parentPort;
if (!port) throw new Error('this file is run as a worker');
// So that the library is there when the first file comes.
readPdf(new Uint8Array()).catch(() => undefined);
port.on('message', async (bytes: Uint8Array) => {
  try {
    port.postMessage({ content: await readPdf(bytes) });
  } catch (error) {
    port.postMessage({ reason: error instanceof Error ? error.message : String(error) });
  }
});
