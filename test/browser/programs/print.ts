/** Makes a PDF and prints its length and whether a sandbox was used. With `--hang` it waits after that. */
import { startBrowser } from '../../../src/browser/start.ts';

const browser = await startBrowser({ onProgress: ({ en }) => process.stderr.write(`${en}\n`) });
const pdf = await browser.printPdf('<!doctype html><title>1</title><p>1');
process.stdout.write(JSON.stringify({ sandboxed: browser.sandboxed, length: pdf.length }));
if (process.argv.includes('--crash')) setTimeout(() => Promise.reject(new Error('crash')));
else if (process.argv.includes('--hang')) setInterval(() => undefined, 1000);
else await browser.close();
