// What the processes of a command use, from /proc. Linux only; elsewhere the figures are missing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const TICKS_PER_SECOND = 100;
/** Of one core, looking at the memory takes at most one part in so many: the kernel goes through all pages for it. */
const SHARE = 20;
/** Milliseconds between two looks at the CPU times. What a process uses after its last look is lost. */
const INTERVAL = 20;

const hasProc = existsSync('/proc/self/smaps_rollup');

/** All processes that descend from this one. */
export function descendants() {
  if (!hasProc) return new Map();
  const stats = new Map();
  for (const id of readdirSync('/proc')) {
    const stat = /^\d+$/.test(id) && statOf(id);
    if (stat) stats.set(Number(id), stat);
  }
  const isOurs = (id) => {
    for (let here = stats.get(id)?.parent; here; here = stats.get(here)?.parent) if (here === process.pid) return true;
    return false;
  };
  return new Map([...stats].filter(([id]) => isOurs(id)));
}

/** Watches all processes that start from now on. `stop` gives the peak of their memory together and their CPU time. */
export function watchProcesses() {
  const before = new Set(descendants().keys());
  const cpu = new Map();
  const waitedFor = children();
  let peak = 0;
  let isOn = hasProc;

  const look = () => {
    const here = descendants();
    // A process whose parent ended has another parent now.
    for (const [id, { started }] of cpu) {
      const stat = here.has(id) ? undefined : statOf(id);
      if (stat?.started === started) here.set(id, stat);
    }
    for (const id of before) here.delete(id);
    for (const [id, stat] of here) cpu.set(id, stat);
    return [...here.keys()];
  };
  const loop = (async () => {
    for (let next = 0; isOn; await pause(INTERVAL)) {
      const ids = look();
      const start = performance.now();
      if (start < next) continue;
      peak = Math.max(
        peak,
        ids.map(pss).reduce((sum, one) => sum + one, 0),
      );
      next = start + SHARE * (performance.now() - start);
    }
  })();
  return {
    /** `memory`: kB of PSS, which counts a page that n processes share as 1/n for each. `cpu`: milliseconds. */
    stop: async () => {
      isOn = false;
      await loop;
      if (!hasProc) return {};
      const seen = [...cpu.values()].reduce((sum, stat) => sum + stat.cpu, 0);
      return { memory: peak, cpu: Math.max(seen, children() - waitedFor) };
    },
  };
}

/** CPU time in milliseconds of the processes that this one waited for, and of those that they waited for. */
function children() {
  return hasProc ? (statOf('self')?.childrenCpu ?? 0) : 0;
}

function statOf(id) {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    // The name in brackets may have blanks; the third field comes after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const field = (number) => Number(fields[number - 3]);
    const time = (first) => ((field(first) + field(first + 1)) * 1000) / TICKS_PER_SECOND;
    return { parent: field(4), started: field(22), cpu: time(14), childrenCpu: time(16) };
  } catch {
    return undefined;
  }
}

function pss(id) {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'latin1'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
