// The faults of builds of many reports. Each disturbs one and notes what it sees; many.mjs checks what is left.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { queueWorkers } from './queue-kind.mjs';

/** Reports between two hits, on average; fewer if there are few. */
const between = ({ count }, most = 8) => Math.min(most, count / 6);
const BROWSER = /chrom(?!.*--type=)/is;
const TAB = /--type=renderer/;

const words = ({ code, signal }) => (signal ? `ended by ${signal}` : `exit ${code}`);
const pick = (random, list) => list[Math.floor(random() * list.length)];

/** Sends a signal to one of the build's browsers or tabs. */
function hit(run, which, signal) {
  const [found] = [
    pick(
      run.random,
      run.processes().filter(({ command }) => which.test(command) && /chrom/i.test(command)),
    ),
  ];
  if (!found) return;
  try {
    process.kill(found.id, signal);
    run.seen.hits++;
  } catch {
    // It has just ended.
  }
}

const HITS = {
  browser: (run) => hit(run, BROWSER, 'SIGKILL'),
  tab: (run) => hit(run, TAB, 'SIGKILL'),
  hang: (run) => hit(run, TAB, 'SIGSTOP'),
};

/** Hits the build again and again, and the first time before anything is finished. */
const hitting =
  (names, { often = 0, most } = {}) =>
  async (run) => {
    const build = run.start({ often });
    await Promise.race([pause(run.random() * 5000), build.end]);
    while (!build.isOver()) {
      if (names.length > 0) HITS[pick(run.random, names)](run);
      await run.later(between(run, most), build);
    }
    const result = await build.end;
    run.judge(result);
    return words(result);
  };

/** Signals at a random moment; with `twice`, once more at once. */
const signal =
  (names, { twice = false } = {}) =>
  async (run) => {
    const build = run.start();
    if (run.random() < 0.3) await pause(run.random() * 5000);
    else await run.later(between(run), build);
    const name = pick(run.random, names);
    if (build.child.kill(name)) run.seen.hits++;
    if (twice) {
      await pause(run.random() * 100);
      build.child.kill(name);
    }
    const result = await build.end;
    run.judge(result);
    const left = readdirSync(run.out).filter((file) => file.endsWith('.tmp'));
    // A process that is killed, or ended at once, may leave a file; the next build removes it.
    if (name !== 'SIGKILL' && !twice && left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
    return words(result);
  };

/** A small disk in place of a folder; needs root. */
async function onSmallDisk(run, folder, megabytes, work) {
  mkdirSync(folder, { recursive: true });
  try {
    const size = `size=${Math.floor(megabytes * 1024)}k,mode=0700`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return 'skipped: no permission to mount a small disk';
  }
  try {
    run.seen.hits++;
    return await work();
  } finally {
    execFileSync('umount', [folder]);
  }
}

async function fullDisk(run) {
  const disk = join(run.folder, 'disk');
  return onSmallDisk(run, disk, 0.3 + run.random() * 3, async () => {
    const result = await run.start({ to: disk }).end;
    run.judge(result);
    const left = readdirSync(disk).filter((file) => !/\.(?:html|pdf)$/.test(file));
    if (left.length > 0) throw new Error(`left behind on the full disk: ${left.join(', ')}`);
    return words(result);
  });
}

async function fullCache(run) {
  return onSmallDisk(run, join(run.cache, 'built'), 0.3 + run.random() * 3, async () => {
    const result = await run.start().end;
    run.judge(result);
    if (result.code !== 0) throw new Error(`a full cache: ${words(result)} ${result.stderr.slice(0, 300)}`);
    return words(result);
  });
}

async function clearedCache(run) {
  const build = run.start();
  for (; !build.isOver(); await run.later(between(run, 4), build)) {
    await run.command('cache', 'clear', '-q').end;
    run.seen.hits++;
  }
  const result = await build.end;
  run.judge(result);
  if (result.code !== 0) throw new Error(`a cleared cache: ${words(result)}`);
  return words(result);
}

/** Two builds into one folder: of the same reports, or of all and of half of them. */
const together = (other) => async (run) => {
  const builds = [run.start(), run.start({ from: other(run) })];
  run.seen.hits++;
  const results = await Promise.all(builds.map(({ end }) => end));
  run.judge(results[0]);
  const failed = results.find(({ code }) => code !== 0);
  if (failed) throw new Error(`${words(failed)}: ${failed.stderr.slice(0, 300)}`);
  return 'exit 0';
};

/** A folder with every second report. */
function half(run) {
  const folder = join(run.folder, 'half');
  cpSync(run.reports, folder, { recursive: true });
  for (const name of readdirSync(folder).filter((_, index) => index % 2 === 0)) rmSync(join(folder, name));
  return folder;
}

export const MANY_KINDS = {
  browsers: hitting(['browser']),
  tabs: hitting(['tab']),
  'stopped tabs': hitting(['hang'], { most: 16 }),
  threads: hitting([], { often: 1 / 3 }),
  storm: hitting(['browser', 'tab', 'tab', 'hang'], { often: 1 / 16, most: 16 }),
  killed: signal(['SIGKILL']),
  interrupted: signal(['SIGINT', 'SIGTERM', 'SIGHUP']),
  'interrupted twice': signal(['SIGINT', 'SIGTERM'], { twice: true }),
  'full disk, many': fullDisk,
  'full cache': fullCache,
  'cleared cache': clearedCache,
  'two builds': together((run) => run.reports),
  'two builds, other reports': together(half),
  'queue workers': queueWorkers,
};
