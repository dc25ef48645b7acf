import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asProcess, BIN, type Folder, folderWith } from '../cli/run.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import {
  LACKS_REDIS,
  leftIn,
  PASSWORD,
  type RedisServer,
  type RunningWorker,
  startRedis,
  startWorker,
} from './redis.ts';

if (LACKS_REDIS) process.stderr.write(`skipped: ${LACKS_REDIS}\n`);

const wrong = yamlOf(put(nothingHappened(), 'reconsideration_and_litigation.litigation', 7));
const FILES = {
  '2022.yaml': yamlOf(nothingHappened(2022)),
  '2023.yaml': yamlOf({ ...nothingHappened(2023), previous: '2022.yaml' }),
  'wrong.yaml': wrong,
  'broken.yaml': 'year: 2023\nagency: {\n',
  'binary.yaml': Buffer.from([0xff, 0xfe, 0x00, 0x80]),
  'report.config.yaml': 'rules: { published-late: off }\n',
};

let folder: Folder;
beforeEach(async () => {
  folder = await folderWith(FILES);
});
afterEach(() => folder.remove());

const run = (argv: readonly string[], url?: string, env = {}) =>
  asProcess([...argv, '--lang', 'en'], {
    cwd: folder.path,
    env: { HOME: process.env.HOME ?? '', SOURCE_DATE_EPOCH: '1700000000', ...(url && { REPORT_QUEUE: url }), ...env },
  });

describe.skipIf(LACKS_REDIS)('with a worker', () => {
  let redis: RedisServer;
  let worker: RunningWorker;
  beforeAll(async () => {
    redis = await startRedis();
    worker = await startWorker(redis.url, { argv: ['--concurrency', '2'] });
  });
  afterAll(async () => {
    await worker?.end('SIGKILL');
    await redis?.remove();
  });

  test('validate prints what it prints without', async () => {
    for (const reporter of ['text', 'json', 'sarif']) {
      const argv = ['validate', '.', '--reporter', reporter];
      expect(await run(argv, redis.url)).toEqual(await run(argv));
    }
  });

  test('build writes the same files and prints the same', async () => {
    const argv = ['build', '2022.yaml', '2023.yaml', 'wrong.yaml', '--format', 'html,pdf,json,docx', '-o'];
    const [there, here] = [await run([...argv, 'out'], redis.url), await run([...argv, 'out2'])];
    expect(there.code).toBe(here.code);
    expect(there.stdout).toBe(here.stdout.replaceAll('out2/', 'out/'));
    const names = readdirSync(join(folder.path, 'out2')).sort();
    expect(readdirSync(join(folder.path, 'out')).sort()).toEqual(names);
    const content = (out: string, name: string) => readFileSync(join(folder.path, out, name));
    for (const name of names) expect(content('out', name).equals(content('out2', name)), name).toBe(true);
  });

  test('several askers do not mix', async () => {
    const both = await Promise.all(['2022.yaml', 'wrong.yaml'].map((one) => run(['validate', one], redis.url)));
    expect(both.map(({ code }) => code)).toEqual([0, 1]);
  });

  test('nothing of the reports stays in Redis, and no password is printed', async () => {
    await run(['validate', '.'], redis.url);
    expect(leftIn(redis)).toEqual([]);
    expect(redis.cli('xrange', 'ogi-report:jobs:events', '-', '+')).not.toContain('agency');
    expect(worker.printed()).not.toContain(PASSWORD);
    expect(worker.printed()).not.toContain(encodeURIComponent(PASSWORD));
    expect(worker.printed()).toContain('wrong.yaml: ');
  });
});

describe.skipIf(LACKS_REDIS)('when things fail,', () => {
  let redis: RedisServer;
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(() => redis?.remove());

  test('a wrong password is told, but not printed', async () => {
    const url = redis.url.replace(encodeURIComponent(PASSWORD), 'hidden-word');
    for (const argv of [['validate', '.'], ['worker']]) {
      const { code, stdout, stderr } = await run(argv, url);
      expect([code, stderr]).toEqual([2, expect.stringMatching(/There is no connection to the queue[\s\S]*WRONGPASS/)]);
      expect(stdout + stderr).not.toContain('hidden-word');
    }
  });

  test('a missing password is told', async () => {
    const { code, stderr } = await run(['validate', '.'], redis.url.replace(/\/\/.*@/, '//'));
    expect([code, stderr]).toEqual([2, expect.stringMatching(/it\s+wants\s+a\s+password/)]);
  });

  test('a Redis that is not there is told', async () => {
    await redis.stop();
    const { code, stderr } = await run(['validate', '.'], redis.url);
    expect([code, stderr]).toEqual([2, expect.stringContaining('ECONNREFUSED')]);
  });

  test('nobody who works is told, and nothing is left in the queue', async () => {
    const { code, stderr } = await run(['validate', '.', '--queue-timeout', '4'], redis.url);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/Nothing happened at the queue[\s\S]*there\s+is\s+no\s+report\s+worker/),
    ]);
    expect(stderr).toContain('No report worker is at the queue');
    expect(redis.cli('keys', 'ogi-report:jobs:[0-9a-f]*-*')).toBe('');
  });

  test('the reports of a killed worker are done by another, once each', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`many/${index}.yaml`, FILES['2022.yaml']]),
    );
    await folder.write(many);
    const first = await startWorker(redis.url, { argv: ['--concurrency', '2'] });
    const built = run(['build', 'many', '--format', 'html', '-o', 'out'], redis.url);
    await first.says('many/');
    await first.end('SIGKILL');
    const second = await startWorker(redis.url);
    const { code } = await built;
    await second.end('SIGKILL');
    expect(code).toBe(0);
    expect(readdirSync(join(folder.path, 'out'))).toHaveLength(12);
  });

  test('a Redis that comes back, empty, loses nothing', async () => {
    const checked = run(['validate', '.', '--reporter', 'json'], redis.url);
    while (redis.cli('keys', 'ogi-report:jobs:*-3') === '');
    await redis.stop();
    await redis.start();
    const worker = await startWorker(redis.url);
    const { code, stdout, stderr } = await checked;
    await worker.end('SIGKILL');
    expect([code, stdout]).toEqual([1, (await run(['validate', '.', '--reporter', 'json'])).stdout]);
    expect(stderr).toContain('was lost; reconnecting');
    expect(stderr).toContain('is back');
  });

  test('Ctrl-C at the asker removes what nobody has begun', async () => {
    const asker = spawn(process.execPath, [BIN, 'validate', '.', '--lang', 'en'], {
      cwd: folder.path,
      env: { PATH: process.env.PATH, REPORT_QUEUE: redis.url },
    });
    while (redis.cli('keys', 'ogi-report:jobs:*-3') === '');
    const ended = once(asker, 'exit');
    asker.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(redis.cli('keys', 'ogi-report:jobs:*-*')).not.toMatch(/[0-9a-f]{32}-/);
  });

  test('a Redis without memory is told', async () => {
    redis.cli('config', 'set', 'maxmemory', '1');
    const { code, stderr } = await run(['validate', '.', '--queue-timeout', '3'], redis.url);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/memory of Redis is full|OOM/)]);
  });

  test('Ctrl-C at the worker ends it without a job, and nobody counts it any more', async () => {
    const worker = await startWorker(redis.url);
    expect(await worker.end('SIGINT')).toBe(0);
    expect(worker.printed()).toMatch(
      /No new reports are taken; those in hand are finished[\s\S]*The worker has ended\n$/,
    );
    expect(redis.cli('zcard', 'ogi-report:workers')).toBe('0');
  });

  test('jobs that nobody of us made are refused, and the worker goes on', async () => {
    const worker = await startWorker(redis.url);
    const { Queue } = await import('bullmq');
    const { Redis } = await import('ioredis');
    const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
    const queue = new Queue('jobs', { connection, prefix: 'ogi-report' });
    const asker = 'a'.repeat(32);
    await connection.set(`ogi-report:run:${asker}`, '1');
    const strange = ['{', '{}', '[]', '{"tool":"0.0.1"}', '{"tool":1}', null, { x: 1 }];
    for (const [index, json] of strange.entries()) {
      await queue.add('report', { json }, { jobId: `${asker}-${index}`, removeOnComplete: true, removeOnFail: true });
    }
    const { code } = await run(['validate', '2022.yaml'], redis.url);
    await queue.close();
    connection.disconnect();
    expect(code).toBe(0);
    expect(worker.printed()).toContain('the job was refused');
    expect(worker.printed()).toContain('was not made by report');
    await worker.end('SIGKILL');
  });
});

test.skipIf(LACKS_REDIS)('TLS: with the certificate it works, without it is refused', async () => {
  const redis = await startRedis({ tls: true });
  try {
    const env = { NODE_EXTRA_CA_CERTS: redis.certificate };
    const worker = await startWorker(redis.url, { env });
    expect((await run(['validate', '2022.yaml'], redis.url, env)).code).toBe(0);
    await worker.end('SIGKILL');
    const { code, stderr } = await run(['validate', '2022.yaml'], redis.url);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/SELF_SIGNED|self-signed/)]);
  } finally {
    await redis.remove();
  }
});

test.each(['x', 'http://a', 'redis://', 'redis://u:secret-word@h/x'])('%s is no address of a queue', async (url) => {
  const { code, stdout, stderr } = await run(['validate', '.', '--queue', url]);
  expect([code, stderr]).toEqual([2, expect.stringContaining('The address of the queue is wrong')]);
  expect(stdout + stderr).not.toContain('secret-word');
});
