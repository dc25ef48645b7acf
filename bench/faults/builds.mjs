// Builds in folders of their own, and what must be true of a folder afterwards.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const BIN = join(root, 'bin/report.js');
const REPORT = readFileSync(join(root, 'examples/wenzhou-hrss-2023.yaml'));
const FILES = ['report.html', 'report.pdf'];
const OLD = Buffer.from('the file of an earlier build\n');
/** Exit codes that say what happened: done, findings, cannot be done here, ended by a signal. Not 70, which is a bug. */
const EXPECTED = [0, 1, 2, 129, 130, 143];
/** Seconds in which the processes of a build must have ended after it. */
const SECONDS_TO_END = 10;

/** Builds once without a fault, to know the files and the time of a build. */
export async function createBuilds(folder, seed) {
  const cache = join(folder, 'cache');
  const random = fractions(seed);
  const first = newRun(join(folder, 'first'), { cache, random });
  await first.build();
  const start = process.uptime();
  const { code, stderr } = await first.build();
  if (code !== 0) throw new Error(`the build without a fault failed: ${stderr}`);
  const seconds = process.uptime() - start;
  const finished = new Map(FILES.map((name) => [name, readFileSync(join(first.out, name))]));
  return { prepare: (name) => newRun(join(folder, name), { cache, random, seconds, finished }) };
}

function newRun(folder, { cache, random, seconds, finished }) {
  const [out, temporary, own] = ['out', 'tmp', 'cache'].map((name) => join(folder, name));
  for (const one of [out, temporary]) mkdirSync(one, { recursive: true });
  writeFileSync(join(folder, 'report.yaml'), REPORT);
  if (finished) for (const name of FILES) writeFileSync(join(out, name), OLD);
  const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: temporary, REPORT_CACHE_DIR: cache, LANG: 'C.UTF-8' };
  const run = {
    folder,
    out,
    temporary,
    random,
    /** Milliseconds until a random moment of a build. */
    moment: () => pause(random() * 1000 * seconds),
    /** A cache that only this run uses: a copy of the full one, or empty. */
    ownCache: ({ empty = false } = {}) => {
      if (empty) mkdirSync(own, { mode: 0o700 });
      else cpSync(cache, own, { recursive: true });
      env.REPORT_CACHE_DIR = own;
      return own;
    },
    start: (to = out) =>
      spawn(process.execPath, [BIN, 'build', 'report.yaml', '--no-cache', '-o', to, '-q', '--lang', 'en'], {
        cwd: folder,
        env,
      }),
    build: (to) => ended(run.start(to)),
    processes: () => processesOf(folder),
    /** Throws if something is lost, half-written or left behind. */
    check: async () => {
      await noProcesses(folder);
      checkFiles(run, finished);
      // What a killed build leaves is removed by the next one.
      const { code, stderr } = await run.build();
      if (code !== 0) throw new Error(`the next build fails (${code}): ${stderr.slice(0, 300)}`);
      checkFiles(run, finished, { done: true });
      await noProcesses(folder);
      const left = [...readdirSync(temporary), ...temporariesIn(env.REPORT_CACHE_DIR)];
      if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  return run;
}

/** The end of a process. Throws for an exit code that no fault should give. */
export function ended(child) {
  return new Promise((resolve, reject) => {
    let stderr = '';
    child.stdout.resume();
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === null || EXPECTED.includes(code)) resolve({ code, signal, stderr });
      else reject(new Error(`exit code ${code}: ${stderr.slice(0, 500)}`));
    });
  });
}

function checkFiles({ out, folder }, finished, { done = false } = {}) {
  if (!readFileSync(join(folder, 'report.yaml')).equals(REPORT)) throw new Error('the report was changed');
  const names = readdirSync(out);
  const extra = names.filter((name) => !FILES.includes(name));
  if (done && extra.length > 0) throw new Error(`left behind in the output folder: ${extra.join(', ')}`);
  for (const name of FILES) {
    if (!names.includes(name)) throw new Error(`${name} is lost`);
    const content = readFileSync(join(out, name));
    if (!content.equals(finished.get(name)) && (done || !content.equals(OLD)))
      throw new Error(`${name} is not complete`);
  }
}

/** Files that a build uses only for a while. */
export const temporariesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tmp|\.lock|\.part/.test(name));

/** Processes whose arguments or environment name the folder; Linux only. */
export function processesOf(folder) {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id))
    .flatMap((id) => {
      try {
        const [command, environment] = ['cmdline', 'environ'].map((file) =>
          readFileSync(`/proc/${id}/${file}`, 'latin1'),
        );
        return command.includes(`${folder}/`) || environment.includes(`${folder}/`)
          ? [{ id: Number(id), command }]
          : [];
      } catch {
        return [];
      }
    });
}

/** Waits until the processes of a folder have ended. Throws if they do not. */
export async function noProcesses(folder) {
  for (let left = SECONDS_TO_END * 10; left > 0; left--) {
    if (processesOf(folder).length === 0) return;
    await pause(100);
  }
  const running = processesOf(folder);
  for (const { id } of running) process.kill(id, 'SIGKILL');
  throw new Error(`still running: ${running.map(({ command }) => command.slice(0, 60)).join(', ')}`);
}

/** Random numbers from 0 to below 1. */
export function fractions(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}
