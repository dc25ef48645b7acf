import { parentPort } from 'node:worker_threads';
import { readPdf } from './read-pdf.ts';

/**
 * The worker thread that reads PDFs, a separate file in the package. For the bytes of each PDF it posts a `PdfContent`,
 * or the reason as text if the PDF cannot be read.
 */
const port = parentPort;
if (!port) throw new Error('this file is run as a worker');
// Loads the library before the first file arrives.
readPdf(new Uint8Array()).catch(() => undefined);
port.on('message', async (bytes: Uint8Array) => {
  try {
    port.postMessage({ content: await readPdf(bytes) });
  } catch (error) {
    port.postMessage({ reason: error instanceof Error ? error.message : String(error) });
  }
});
