import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BIN } from '../cli/run.ts';

/** Why there is no Redis to test with; undefined if there is one. */
export const LACKS_REDIS = ((): string | undefined => {
  try {
    execFileSync('redis-server', ['--version']);
    return undefined;
  } catch {
    return 'redis-server is not installed (apt-get install redis-server)';
  }
})();

export const PASSWORD = 'a:b@c/d';

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Its Unix socket. */
  readonly socket: string;
  /** For `NODE_EXTRA_CA_CERTS`. */
  readonly certificate: string;
  /** Runs a command of redis-cli in database 3. */
  readonly cli: (...argv: string[]) => string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** A Redis of its own on the loopback interface, with a password and on request with TLS only. */
export async function startRedis({ tls = false, options = [] as string[] } = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ogi-redis-'));
  const port = await freePort();
  const socket = join(folder, 'redis.sock');
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  if (tls) {
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate];
    execFileSync('openssl', ['req', '-x509', ...made, ...subject], { stdio: 'ignore' });
  }
  const secure = ['--tls-port', String(port), '--port', '0', '--tls-cert-file', certificate, '--tls-key-file', key];
  const listens = tls ? [...secure, '--tls-auth-clients', 'no'] : ['--port', String(port)];
  const own = [
    '--bind',
    '127.0.0.1',
    '--requirepass',
    PASSWORD,
    '--save',
    '',
    '--dir',
    folder,
    '--unixsocket',
    socket,
    ...options,
  ];
  let server: ChildProcess | undefined;
  const start = async () => {
    server = spawn('redis-server', [...listens, ...own]);
    for await (const chunk of server.stdout ?? []) if (String(chunk).includes('Ready to accept')) break;
    server.stdout?.resume();
  };
  const stop = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `${tls ? 'rediss' : 'redis'}://default:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/3`,
    port,
    socket,
    certificate,
    cli: (...argv) =>
      execFileSync('redis-cli', ['-p', String(port), '-n', '3', ...argv], {
        env: { ...process.env, REDISCLI_AUTH: PASSWORD },
      })
        .toString()
        .trim(),
    stop,
    start,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The keys of jobs, runs and answers in Redis; those of the queue itself stay. */
export const leftIn = ({ cli }: RedisServer): string[] =>
  cli('keys', '*')
    .split('\n')
    .filter((key) => !/^$|:(?:events|id|meta|workers|stalled-check|marker)$/.test(key));

/** Waits until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

export interface RunningWorker {
  readonly process: ChildProcess;
  /** Everything that it printed so far. */
  readonly printed: () => string;
  /** Waits until it has printed these words. */
  readonly says: (words: string) => Promise<void>;
  readonly end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>;
}

/** Starts `report worker` and waits until it is ready. */
export async function startWorker(
  url: string,
  { env = {}, argv = [] as string[], bin = BIN } = {},
): Promise<RunningWorker> {
  const child = spawn(process.execPath, [bin, 'worker', '--lang', 'en', ...argv], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, REPORT_QUEUE: url, ...env },
  });
  let printed = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk;
      for (const listener of listeners) listener();
    });
  }
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => printed.includes(words) && resolve();
      listeners.add(look);
      child.once('exit', () => reject(new Error(`the worker ended: ${printed}`)));
      look();
    });
  if (!argv.includes('-q')) await says('Waiting for jobs');
  return {
    process: child,
    printed: () => printed,
    says,
    end: async (signal) => {
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code, by] = await ended;
      return code ?? by;
    },
  };
}
