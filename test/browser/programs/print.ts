/** Prints a page and prints how long the PDF is and whether a sandbox was used; with `--hang` it then waits. */
import { startBrowser } from '../../../src/browser/start.ts';

const browser = await startBrowser();
const pdf = await browser.printPdf('<!doctype html><title>1</title><p>1');
process.stdout.write(JSON.stringify({ sandboxed: browser.sandboxed, length: pdf.length }));
if (process.argv.includes('--crash')) setTimeout(() => Promise.reject(new Error('crash')));
else if (process.argv.includes('--hang')) setInterval(() => undefined, 1000);
else await browser.close();
