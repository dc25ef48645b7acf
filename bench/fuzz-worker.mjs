// Runs a share of the inputs of `npm run fuzz` in a thread, which bench/fuzz.mjs can end. Steps are the blocks of code
// that V8 counts for its coverage: the same input gives almost the same number on every machine.
import { Session } from 'node:inspector/promises';
import { parentPort, workerData } from 'node:worker_threads';

const session = new Session();
session.connect();
await session.post('Profiler.enable');
// Only code that is loaded after this is counted.
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

async function steps() {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const ours = result.filter(({ url }) => url.startsWith('file:')).flatMap(({ functions }) => functions);
  return ours.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
}

const { bundle, task, files } = workerData;
const { replay, work } = await import(bundle);
if (files) parentPort.postMessage({ failed: await replay(files, steps) });
else await work(task, steps, (news) => parentPort.postMessage(news));
// The browser and the PDF reader are closed; nothing else is waited for. This code says that nothing else ended the thread.
process.exit(90);
