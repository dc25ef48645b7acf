// A queue on a Redis of its own with two workers, on this machine.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { bin, knows } from './workplace.mjs';

const WORKERS = 2;
/** Milliseconds that a server or worker may take to say its first word. */
const LIMIT = 15_000;

/** Why the queue cannot be measured here; undefined if it can. */
export function noQueue() {
  if (!knows('worker', '--queue')) return 'report worker is unknown';
  if (spawnSync('redis-server', ['--version']).status !== 0) return 'redis-server is not installed';
  return undefined;
}

/** Starts the server and the workers, each with one report at a time: together they work on as many as one local build on two cores. */
export async function startQueue(folder, env) {
  const port = await freePort();
  const started = [];
  const start = async (program, args, ready) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    await says(child, ready);
  };
  const stop = async () => {
    for (const child of started.reverse()) await ended(child);
  };
  const url = `redis://127.0.0.1:${port}`;
  try {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    await start('redis-server', args, /ready to accept/i);
    for (let worker = 0; worker < WORKERS; worker++)
      await start(process.execPath, [bin, 'worker', '--queue', url, '--concurrency', '1', '--lang', 'en'], /Waiting/);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

function says(child, words) {
  return new Promise((resolve, reject) => {
    let text = '';
    const hear = (chunk) => {
      text = (text + chunk).slice(-4000);
      if (words.test(text)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}: ${text}`)));
    void pause(LIMIT, undefined, { ref: false }).then(() =>
      reject(new Error(`${child.spawnargs[0]} is not ready: ${text}`)),
    );
  });
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return end;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
