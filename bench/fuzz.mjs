// Attacks the public API with mutated input:
//
//   npm run fuzz -- [MINUTES] [KIND …] [--seed N] [--from INDEX] [--runs N] [--workers N] [--replay]
//
// The input of a run follows from its kind, seed and index. An input that crashes the tool, gives a wrong result, takes too
// many steps or hangs is reduced and kept in test/fixtures/fuzz/, from where `npm test` runs it again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
const KEPT = join(root, 'test/fixtures/fuzz');
/** Bytes. Larger input is written to out/fuzz/, which is not committed. */
const LARGEST_KEPT = 20_000;
/** A run that takes longer hangs. The outcome of no other run depends on the clock. */
const SECONDS_OF_A_HANG = 60;
const MINUTES_BETWEEN_LINES = 10;
/** The exit code of a worker that did all that it was told. */
const DONE = 90;

process.chdir(root);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    from: { type: 'string', default: '0' },
    runs: { type: 'string' },
    workers: { type: 'string' },
    replay: { type: 'boolean' },
  },
});
const minutes = positionals.find((one) => /^[\d.]+$/.test(one));
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const from = Number(values.from);
const end = values.runs === undefined ? 2 ** 31 - 1 : from + Number(values.runs);

const { path: bundle, KINDS } = await bundled();
const asked = positionals.filter((one) => one !== minutes);
const kinds = asked.length > 0 ? asked : Object.keys(KINDS);
let failures = 0;
try {
  if (values.replay) await replay();
  else await attack();
} finally {
  rmSync(bundle, { force: true });
}
process.exitCode = failures > 0 ? 1 : 0;

async function bundled() {
  const path = join(root, `dist/fuzz-${process.pid}.mjs`);
  const contents = "export * from './test/fuzz/worker.ts'; export * from './test/fuzz/kinds.ts';";
  const stdin = { contents, resolveDir: root, loader: 'ts' };
  await build({ stdin, outfile: path, bundle: true, packages: 'external', platform: 'node', format: 'esm' });
  return { path, ...(await import(pathToFileURL(path).href)) };
}

async function attack() {
  console.log(`seed ${seed}`);
  const workers = Number(values.workers ?? (values.runs === '1' ? 1 : availableParallelism()));
  const tallies = new Map(kinds.map((kind) => [kind, { outcomes: {}, longest: 0, largest: 0 }]));
  const clock = setInterval(() => console.log(soFar(tallies)), MINUTES_BETWEEN_LINES * 60_000);
  const shares = Array.from({ length: workers }, (_, share) => share);
  await Promise.all(shares.map((share) => attackWith(from + share, workers, tallies)));
  clearInterval(clock);
  printTable(tallies);
}

/** Runs one share of the inputs; after one that hangs or ends the process it goes on with the next. */
async function attackWith(first, stride, tallies) {
  const progress = new Int32Array(new SharedArrayBuffer(4 * (3 + kinds.length))).fill(first - stride, 3);
  for (;;) {
    const task = { kinds, seed, stride, end, progress };
    const worker = new Worker(new URL('fuzz-worker.mjs', import.meta.url), {
      workerData: { bundle: pathToFileURL(bundle).href, task },
      stdout: true,
    });
    worker.on('message', ({ failure, kind, tally }) => (failure ? keep(failure) : add(tallies.get(kind), tally)));
    const reason = await ended(worker, progress);
    if (reason === undefined) return;
    const [kind, index] = [kinds[progress[0]], progress[3 + progress[0]]];
    keep({ kind, index, reason, extension: 'txt' });
    add(tallies.get(kind), { outcomes: { FAILED: 1 }, longest: 0, largest: 0 });
  }
}

/** Waits for the worker, and tells it to stop when the time is up. Returns why it did not come to its end. */
function ended(worker, progress) {
  return new Promise((resolve, reject) => {
    let [runs, seconds] = [0, 0];
    const clock = setInterval(() => {
      seconds = progress[1] === runs ? seconds + 1 : 0;
      runs = progress[1];
      if (minutes !== undefined && process.uptime() > Number(minutes) * 60) Atomics.store(progress, 2, 1);
      if (seconds < SECONDS_OF_A_HANG) return;
      clearInterval(clock);
      resolve(`hangs for ${SECONDS_OF_A_HANG} seconds`);
      worker.terminate();
    }, 1000);
    worker.on('error', (error) => {
      clearInterval(clock);
      reject(error);
    });
    worker.on('exit', (code) => {
      clearInterval(clock);
      resolve(code === DONE ? undefined : `ends the process (exit code ${code})`);
    });
  });
}

function add(sum, { outcomes, longest, largest }) {
  for (const [name, count] of Object.entries(outcomes)) sum.outcomes[name] = (sum.outcomes[name] ?? 0) + count;
  sum.longest = Math.max(sum.longest, longest);
  sum.largest = Math.max(sum.largest, largest);
}

function runsOf({ outcomes }) {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}

function soFar(tallies) {
  const runs = [...tallies.values()].reduce((sum, tally) => sum + runsOf(tally), 0);
  return `${Math.round(process.uptime() / 60)} minutes: ${runs} runs, ${failures} failures`;
}

/** Prints a failure and keeps its input. */
function keep({ kind, index, reason, input, extension }) {
  failures += 1;
  console.log(`${kind}: ${reason}\n  npm run fuzz -- ${kind} --seed ${seed} --from ${index} --runs 1`);
  if (!input) return;
  const folder = join(input.length > LARGEST_KEPT ? join(root, 'out/fuzz') : KEPT, kind);
  const name = `${reason
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .slice(0, 50)}-${createHash('sha256').update(input).digest('hex').slice(0, 8)}`;
  const path = join(folder, `${name}.${extension}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, input);
  console.log(`  ${path}`);
}

async function replay() {
  const files = (existsSync(KEPT) ? readdirSync(KEPT) : []).flatMap((kind) =>
    readdirSync(join(KEPT, kind)).map((name) => ({ kind, name, input: readFileSync(join(KEPT, kind, name)) })),
  );
  const worker = new Worker(new URL('fuzz-worker.mjs', import.meta.url), {
    workerData: { bundle: pathToFileURL(bundle).href, files },
  });
  worker.on('message', ({ failed }) => {
    failures = failed.length;
    for (const one of failed) console.log(one);
  });
  await new Promise((resolve, reject) => worker.on('exit', resolve).on('error', reject));
  console.log(`${files.length} kept inputs, ${failures} fail`);
}

function printTable(tallies) {
  console.log('\nkind             runs    longest run    largest input  outcomes');
  let all = 0;
  for (const [kind, { outcomes, longest, largest }] of tallies) {
    const runs = runsOf({ outcomes });
    all += runs;
    const steps = `${(longest / 1e6).toFixed(1)} M steps`;
    const size = `${Math.ceil(largest / 1000)} KB`;
    const words = Object.entries(outcomes)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${count} ${name}`);
    console.log(
      `${kind.padEnd(12)}${String(runs).padStart(9)}${steps.padStart(15)}${size.padStart(17)}  ${words.join(', ')}`,
    );
  }
  const perSecond = (all / process.uptime()).toFixed(1);
  console.log(`${'all'.padEnd(12)}${String(all).padStart(9)}  (${perSecond} a second)`);
}
