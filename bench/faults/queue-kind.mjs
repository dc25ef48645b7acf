// Builds through a queue on a Redis of its own: a worker is killed again and again, and Redis once, which comes back empty.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const WORKERS = 2;
/** Redis is killed too after so many workers. */
const REDIS_AFTER = 5;

/** Builds with workers that are killed and replaced. Skipped without redis-server. */
export async function queueWorkers(run) {
  const port = await freePort();
  let redis = startRedis(port, run.folder);
  if (!(await redis.ready)) return 'skipped: redis-server is not installed';
  const url = `redis://127.0.0.1:${port}/0`;
  const startWorker = () => run.command('worker', '--queue', url, '--concurrency', '1', '-q');
  const workers = Array.from({ length: WORKERS }, startWorker);
  try {
    const build = run.start({ where: ['--queue', url] });
    const between = Math.min(16, run.count / 12);
    await run.later(between, build);
    for (let kills = 1; !build.isOver(); kills++) {
      const index = Math.floor(run.random() * WORKERS);
      workers[index].child.kill('SIGKILL');
      await workers[index].end;
      workers[index] = startWorker();
      run.seen.hits++;
      if (kills === REDIS_AFTER) {
        await redis.stop();
        redis = startRedis(port, run.folder);
        await redis.ready;
        run.seen.hits++;
      }
      await run.later(between, build);
    }
    const result = await build.end;
    run.judge(result);
    return result.code === null ? `ended by ${result.signal}` : `exit ${result.code}`;
  } finally {
    for (const { child } of workers) child.kill('SIGKILL');
    await Promise.all(workers.map(({ end }) => end));
    await redis.stop();
  }
}

function startRedis(port, folder) {
  const options = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--dir', folder];
  const server = spawn('redis-server', options, { stdio: 'ignore' });
  const ended = Promise.race([once(server, 'exit'), once(server, 'error')]);
  const missing = once(server, 'error').then(() => false);
  return {
    ready: Promise.race([missing, pause(1000).then(() => true)]),
    async stop() {
      server.kill('SIGKILL');
      await ended;
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
