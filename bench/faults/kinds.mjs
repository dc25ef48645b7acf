// The faults. Each disturbs a build and returns the outcome in words; builds.mjs checks what is left.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ended } from './builds.mjs';

const words = ({ code, signal }) => (signal ? `ended by ${signal}` : `exit ${code}`);
const pick = (random, list) => list[Math.floor(random() * list.length)];

/** Sends a signal at a random moment. */
const signal = (name) => async (run) => {
  const child = run.start();
  const end = ended(child);
  await Promise.race([run.moment(), end]);
  child.kill(name);
  return words(await end);
};

/** Kills the browser, or one of its processes, once it runs. */
async function killedBrowser(run) {
  const child = run.start();
  const end = ended(child);
  let over = false;
  end.then(
    () => {
      over = true;
    },
    () => {
      over = true;
    },
  );
  while (!over) {
    const browsers = run.processes().filter(({ id, command }) => id !== child.pid && /chrom/i.test(command));
    if (browsers.length > 0 && run.random() < 0.2) {
      try {
        process.kill(pick(run.random, browsers).id, 'SIGKILL');
      } catch {
        // It has just ended.
      }
      break;
    }
    await pause(20);
  }
  return words(await end);
}

/** Builds onto a disk that is too small; needs root. */
async function fullDisk(run) {
  const disk = join(run.folder, 'disk');
  mkdirSync(disk);
  const kilobytes = 16 + Math.floor(run.random() * 600);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return 'skipped: no permission to mount a small disk';
  }
  try {
    const result = await run.build(disk);
    const names = readdirSync(disk);
    const half = names.filter((name) => !/^report\.(?:html|pdf)$/.test(name));
    if (half.length > 0) throw new Error(`left behind on the full disk: ${half.join(', ')}`);
    if (result.code === 0 && names.length < 2) throw new Error('exit 0 without both files');
    for (const name of names) {
      const text = readFileSync(join(disk, name), 'latin1');
      if (!/(?:<\/html>|%%EOF)\s*$/.test(text)) throw new Error(`${name} is not complete`);
    }
    // Some disks are just large enough.
    return result.code === 0 ? 'both files fit: exit 0' : words(result);
  } finally {
    execFileSync('umount', [disk]);
  }
}

/** Damages one file of the cache. */
async function damagedCache(run) {
  const cache = run.ownCache();
  const files = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(cache, name)).isFile(),
  );
  const path = join(cache, pick(run.random, files));
  const { size, mode } = statSync(path);
  const damages = {
    'cut off': () => truncateSync(path, Math.floor(run.random() * size)),
    emptied: () => truncateSync(path),
    'changed in its place': () => {
      const bytes = readFileSync(path);
      bytes.fill(0x5a, Math.floor(run.random() * size));
      writeFileSync(path, bytes);
    },
    missing: () => rmSync(path),
    'now a folder': () => {
      rmSync(path);
      mkdirSync(path);
    },
  };
  const damage = pick(run.random, Object.keys(damages));
  damages[damage]();
  if (damage !== 'missing' && damage !== 'now a folder') chmodSync(path, mode);
  return `${damage}: ${words(await run.build())}`;
}

/** Several builds at once into one folder, with one cache that is empty or full. */
async function race(run) {
  const empty = run.random() < 0.5;
  run.ownCache({ empty });
  const results = await Promise.all(Array.from({ length: 3 }, () => run.build()));
  const failed = results.find(({ code }) => code !== 0);
  if (failed) throw new Error(`${words(failed)}: ${failed.stderr.slice(0, 300)}`);
  return empty ? 'empty cache: exit 0' : 'full cache: exit 0';
}

export const KINDS = {
  SIGINT: signal('SIGINT'),
  SIGTERM: signal('SIGTERM'),
  SIGHUP: signal('SIGHUP'),
  SIGKILL: signal('SIGKILL'),
  'killed browser': killedBrowser,
  'full disk': fullDisk,
  'damaged cache': damagedCache,
  race,
};
