import { spawn } from 'node:child_process';
import { watchProcesses } from './processes.mjs';

/**
 * Runs a program once. `before` and `after` are not timed, but the memory of what they start counts: workers that
 * wait for a command are part of it. Returns milliseconds of time and of CPU, and kB of memory at the peak.
 */
export async function measure({ before, run, after }) {
  const watch = watchProcesses();
  try {
    await before?.();
    const own = process.cpuUsage();
    const start = performance.now();
    await run();
    const time = performance.now() - start;
    const { user, system } = process.cpuUsage(own);
    await after?.();
    const { memory, cpu } = await watch.stop();
    // The programs that run in this process: the driver of the browser.
    return { time, memory, cpu: cpu + (user + system) / 1000 };
  } finally {
    await watch.stop();
  }
}

/** Runs a command to its end. Throws if it fails, since a failed command is fast. */
export function command(program, args, { env = {}, cwd } = {}) {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd, env: { ...process.env, ...env } });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr = (stderr + chunk).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}: ${stderr}`)),
    );
  });
}
