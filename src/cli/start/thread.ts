import { parentPort, threadId, workerData } from 'node:worker_threads';
import type { ThreadData, ThreadTask } from '../../batch/in-threads.ts';
import { neverOptimiseWasm } from '../../fonts/never-optimise.ts';
import { keepCode } from './keep-code.ts';
import { loadProgram, type Program } from './load-program.ts';

/** The entry of a thread, dist/thread.cjs: it loads the same bundle as the command that started it. */
const data: ThreadData = workerData;
if (!data.light) neverOptimiseWasm();
if (parentPort) {
  const program = loadProgram(data.light ? 'light' : 'whole', process);
  if (threadId === 1 && !data.light) keepAfterBuild(program);
  void program.serve(parentPort, data);
}

/** Keeps the compiled code once a report is built: the process that started this thread compiles only a part of it. */
function keepAfterBuild(program: Program): void {
  const { keepIn } = program;
  let builds = 0;
  if (keepIn === undefined) return;
  parentPort?.on('message', (task: ThreadTask) => {
    if (task !== 'stop' && task.kind === 'build' && ++builds === 2) void keepCode(program, keepIn);
  });
}
