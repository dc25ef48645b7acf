import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadData } from '../../batch/in-threads.ts';
import { neverOptimiseWasm } from '../../fonts/never-optimise.ts';
import { loadProgram } from './load-program.ts';

/** The entry of a thread, dist/thread.cjs: it loads the same bundle as the command that started it. */
const data: ThreadData = workerData;
if (!data.light) neverOptimiseWasm();
if (parentPort) void loadProgram(data.light ? 'light' : 'whole', process).serve(parentPort, data);
