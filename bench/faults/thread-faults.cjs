// Preloaded into the process and the threads of a build (NODE_OPTIONS): makes threads die while they build, and counts.
//
//   FAULTS  JSON: { seed, often, log }. A thread dies in this part of its builds; `log` gets a line for each event.
const { appendFileSync } = require('node:fs');
const childProcess = require('node:child_process');
const threads = require('node:worker_threads');

const { seed, often, log } = JSON.parse(process.env.FAULTS);
const note = (...words) => appendFileSync(log, `${[process.pid, ...words].join('\t')}\n`);
const LONGEST = 600;

const ENDS = {
  ends: () => process.exit(9),
  throws: () => {
    throw new Error('thrown by a fault');
  },
  'fills its memory': () => {
    for (const all = []; ; ) all.push(new Array(1000).fill(all.length));
  },
};

if (threads.isMainThread) countStarts();
else if (threads.workerData?.orders) dieNowAndThen();

function countStarts() {
  const { spawn } = childProcess;
  childProcess.spawn = (...args) => {
    note('browser');
    return spawn(...args);
  };
  const { postMessage } = threads.Worker.prototype;
  threads.Worker.prototype.postMessage = function (task, ...rest) {
    if (task?.kind) note(task.kind, task.input.name);
    return postMessage.call(this, task, ...rest);
  };
}

function dieNowAndThen() {
  const port = threads.parentPort;
  const { on } = port;
  let state = (seed + threads.threadId * 7919) >>> 0;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  port.on = (name, listener) =>
    on.call(port, name, (task) => {
      if (task?.kind === 'build' && random() < often) setTimeout(die, random() * LONGEST, random());
      return listener(task);
    });
}

function die(chance) {
  const names = Object.keys(ENDS);
  const name = names[Math.floor(chance * names.length)];
  note('thread', name);
  ENDS[name]();
}
