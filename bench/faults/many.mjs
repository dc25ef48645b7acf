// Builds of many reports in threads, and what must be true of their files afterwards.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { writeReports } from '../reports.mjs';
import { BIN, ended, fractions, noProcesses, processesOf, temporariesIn } from './builds.mjs';

const PRELOADED = fileURLToPath(new URL('./thread-faults.cjs', import.meta.url));
/** Seconds in which the browser must answer: a page that is stopped is cut off after them. */
const SECONDS = 15;

/** Builds the reports once without a fault. `keep` is a folder with the cache of earlier runs, which saves that time. */
export async function createMany(folder, seed, { count, keep = join(folder, 'cache') }) {
  const reports = join(folder, 'reports');
  const files = await writeReports(reports, count);
  const names = files.map(({ path }) => basename(path, '.yaml'));
  const random = fractions(seed);
  const base = { reports, names, keep, random, seed };
  const first = newRun(join(folder, 'many'), base);
  const { code, stderr } = await first.start({ cache: keep }).end;
  if (code !== 0) throw new Error(`the build without a fault failed: ${stderr}`);
  const hashes = new Map(readdirSync(first.out).map((name) => [name, hashOf(join(first.out, name))]));
  if (hashes.size !== 2 * count) throw new Error(`${hashes.size} files of ${count} reports`);
  first.remove();
  return { prepare: (name) => newRun(join(folder, name), { ...base, hashes }) };
}

function newRun(folder, { reports, names, keep, random, seed, hashes }) {
  const [out, temporary, cache, log] = ['out', 'tmp', 'cache', 'log'].map((name) => join(folder, name));
  for (const one of [out, temporary]) mkdirSync(one, { recursive: true });
  mkdirSync(cache, { mode: 0o700 });
  writeFileSync(log, '');
  const unpacked = existsSync(keep) ? readdirSync(keep).filter((name) => name.startsWith('chromium-')) : [];
  for (const name of unpacked) execFileSync('cp', ['-al', join(keep, name), cache]);
  const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: temporary, REPORT_CACHE_DIR: cache, LANG: 'C.UTF-8' };
  /** What was seen: hits, reports that were told as failed, lost, doubled or half-written. */
  const seen = { hits: 0, told: 0, lost: 0, doubled: 0, half: 0 };
  const run = {
    folder,
    out,
    cache,
    reports,
    count: names.length,
    random,
    seen,
    /** Starts a build; `end` is its end, `often` the part of its builds in which a thread dies. */
    start({ to = out, from = reports, cache: own = cache, often = 0, where = ['--concurrency', '2'] } = {}) {
      const args = ['build', from, '-o', to, '-q', '--lang', 'en', '--reporter', 'json', ...where];
      const faults = JSON.stringify({ seed, often, log });
      const options = { FAULTS: faults, NODE_OPTIONS: `--require=${PRELOADED}`, REPORT_BROWSER_TIMEOUT: SECONDS };
      const child = spawn(process.execPath, [BIN, ...args], {
        cwd: folder,
        env: { ...env, REPORT_CACHE_DIR: own, ...options },
      });
      let stdout = '';
      child.stdout.on('data', (chunk) => {
        stdout += chunk;
      });
      const end = ended(child).then((one) => ({ ...one, stdout, to }));
      let over = false;
      const isOver = () => over;
      end
        .catch(() => undefined)
        .then(() => {
          over = true;
        });
      return { child, end, isOver };
    },
    /** Runs the command beside a build, as a process and its end. */
    command(...args) {
      const child = spawn(process.execPath, [BIN, ...args], { cwd: folder, env });
      return { child, end: ended(child) };
    },
    processes: () => processesOf(folder),
    /** Waits until about so many more reports are finished, or the build has ended. */
    async later(reportsMore, { isOver }) {
      // Two files each.
      const goal = countIn(out) + 2 * random() * 2 * reportsMore;
      while (!isOver() && countIn(out) < goal) await pause(30);
      await pause(random() * 300);
    },
    /** Notes what is missing, doubled or half-written after a build. */
    judge({ code, stdout, stderr, to }) {
      const there = new Set(readdirSync(to));
      for (const [name, hash] of hashes) if (there.has(name) && hashOf(join(to, name)) !== hash) seen.half++;
      const missing = names.filter((name) => !there.has(`${name}.html`) || !there.has(`${name}.pdf`));
      if (code === null || code > 2) return;
      if (stdout === '') throw new Error(`exit ${code}: ${stderr.slice(0, 300)}`);
      const { files, problems = [] } = JSON.parse(stdout);
      const told = problems.length;
      const listed = files.map((name) => basename(name, '.yaml'));
      seen.told += told;
      seen.doubled += listed.length - new Set(listed).size;
      // Each report is either listed with its files or told as failed.
      seen.lost += names.filter((name) => !listed.includes(name)).length - told;
      seen.lost += missing.filter((name) => listed.includes(name)).length;
      if ((code === 0) !== (told === 0)) throw new Error(`exit ${code} with ${told} failures`);
    },
    /** Throws if something was lost, or if anything is left behind once a further build has finished the rest. */
    async check() {
      await noProcesses(folder);
      const last = await run.start().end;
      if (last.code !== 0) throw new Error(`the next build fails (${last.code}): ${last.stderr.slice(0, 300)}`);
      run.judge(last);
      const extra = readdirSync(out).filter((name) => !hashes.has(name));
      if (extra.length > 0) throw new Error(`left behind in the output folder: ${extra.join(', ')}`);
      await noProcesses(folder);
      const left = [...readdirSync(temporary), ...temporariesIn(cache)];
      if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
      checkEntries(join(cache, 'built'));
      if (seen.lost !== 0 || seen.doubled !== 0 || seen.half !== 0) throw new Error(JSON.stringify(seen));
    },
    /** Threads that died, browsers that were started in place of others, and reports that were given to a thread again. */
    started() {
      const lines = readFileSync(log, 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => line.split('\t'));
      const times = (event) => lines.filter(([, one]) => one === event);
      const apart = (events) => new Set(events.map((words) => words.join())).size;
      // Each process starts one browser if it has anything to print.
      const browsers = times('browser').length - apart(times('browser'));
      return { browsers, threads: times('thread').length, again: times('build').length - apart(times('build')) };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  return run;
}

const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

const countIn = (folder) => readdirSync(folder).filter((name) => /\.(?:html|pdf)$/.test(name)).length;

/** Each file of the build cache has its hash as its name, and each entry its checksum in the first line. */
function checkEntries(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [checksum, list] = name.includes('-') ? readFileSync(join(folder, name), 'utf8').split('\n') : [name];
    const hash = list === undefined ? hashOf(join(folder, name)) : createHash('sha256').update(list).digest('hex');
    if (hash !== checksum) throw new Error(`half an entry in the cache: ${name}`);
  }
}
