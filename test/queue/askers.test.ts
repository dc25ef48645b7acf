import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { queueAddress } from '../../src/queue/address.ts';
import { asProcess, type Folder, folderWith } from '../cli/run.ts';
import { nothingHappened, yamlOf } from '../reports.ts';
import { LACKS_REDIS, leftIn, PASSWORD, type RedisServer, startRedis, startWorker, until } from './redis.ts';

const REPORT = yamlOf(nothingHappened(2022));

let folder: Folder;
beforeEach(async () => {
  folder = await folderWith({ 'a.yaml': REPORT });
});
afterEach(() => folder.remove());

const run = (argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  asProcess([...argv, '--lang', 'en'], { cwd: folder.path, env: { HOME: process.env.HOME ?? '', ...env } });

describe('with a queue,', () => {
  const REPORT_QUEUE = 'redis://127.0.0.1:1';

  test.each([
    ['build', '--browser', '/bin/chrome'],
    ['build', '--browser-url', 'ws://x'],
    ['build', '--concurrency', '2'],
    ['validate', '--concurrency', '2'],
  ])('%s %s is for the worker', async (command, ...option) => {
    const { code, stderr } = await run([command, 'a.yaml', ...option], { REPORT_QUEUE });
    expect([code, stderr]).toEqual([2, expect.stringContaining(`so ${option[0]} has no effect here`)]);
    expect(stderr).toContain('Give it to report worker');
  });

  test.each([
    ['build', '--timings'],
    ['validate', '--timings-json'],
  ])('%s %s is refused', async (command, option) => {
    const { code, stderr } = await run([command, 'a.yaml', option, '--queue', REPORT_QUEUE]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`so ${option} has no effect here`)]);
  });

  test.each(['--write-baseline', '--list-waivers'])('validate %s is refused', async (option) => {
    const { code, stderr } = await run(['validate', 'a.yaml', option, '--queue', REPORT_QUEUE]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`${option} is done without --queue`)]);
  });

  test('missing packages are told, with how to install them', async () => {
    const lacking = `import Module from 'node:module';
      const usual = Module._resolveFilename;
      Module._resolveFilename = (name, ...rest) => {
        if (name === 'bullmq') throw Object.assign(new Error(), { code: 'MODULE_NOT_FOUND' });
        return usual(name, ...rest);
      };`;
    const module = `data:text/javascript;base64,${Buffer.from(lacking).toString('base64')}`;
    const env = { NODE_OPTIONS: `--import ${module}`, REPORT_QUEUE };
    for (const argv of [['worker'], ['validate', 'a.yaml']]) {
      const { code, stderr } = await run(argv, env);
      expect([code, stderr]).toEqual([2, expect.stringContaining('npm install bullmq ioredis')]);
    }
  });
});

test.each([
  ['redis://h', 'redis://h'],
  ['rediss://u:secret@h:1/2', 'rediss://h:1/2'],
  ['redis://:secret@[::1]:1', 'redis://[::1]:1'],
  ['redis://h?password=secret', 'redis://h'],
  ['unix:///run/redis.sock?password=secret&db=3', 'unix:///run/redis.sock'],
])('%s is shown as %s', (written, shown) => {
  expect(queueAddress(written).shown).toBe(shown);
});

test.each(['redis://:a%zz@h', 'redis://a%:b@h', 'redis://h/%zz', 'http://h'])('%s is no address', (written) => {
  expect(() => queueAddress(written)).toThrow('The address of the queue is wrong');
});

describe.skipIf(LACKS_REDIS)('an asker', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.remove());

  test('finds the same queue by user, by password alone and by a Unix socket; nothing shows the password', async () => {
    const secret = encodeURIComponent(PASSWORD);
    const socket = `unix://${redis.socket}?db=3&password=${secret}`;
    const worker = await startWorker(socket);
    const printed: string[] = [];
    for (const url of [redis.url, `redis://:${secret}@127.0.0.1:${redis.port}/3`, socket]) {
      const { code, stdout, stderr } = await run(['build', 'a.yaml', '--format', 'pdf'], { REPORT_QUEUE: url });
      expect(code, stderr).toBe(0);
      printed.push(stdout, stderr);
    }
    // With the browser of the worker.
    const family = [worker.process.pid, ...childrenOf(worker.process.pid)].join(',');
    printed.push(worker.printed(), execFileSync('ps', ['-ww', '-o', 'args=', '-p', family]).toString());
    await worker.end('SIGKILL');
    expect(printed.join('')).toContain('report.js worker');
    for (const word of [PASSWORD, secret]) expect(printed.join('')).not.toContain(word);
  });

  test('refuses what is no answer to its jobs', async () => {
    const result = { file: 'a.yaml', text: '', diagnostics: [], waived: [], outputs: [] };
    const right = { result, isFixable: false, files: [], tries: 1 };
    const file = { format: 'html', size: 0 };
    const wrong = [
      '{',
      'null',
      '{}',
      JSON.stringify({ ...right, result: { ...result, file: '../b.yaml' } }),
      JSON.stringify({ ...right, files: [file] }),
      JSON.stringify({ ...right, files: [{ ...file, format: '../json' }] }),
      JSON.stringify({ ...right, files: [{ format: 'json', size: 9 }] }),
      JSON.stringify({ ...right, files: [{ format: 'json', size: -1 }] }),
      JSON.stringify({ ...right, tries: -1 }),
      JSON.stringify({ ...right, more: 1 }),
    ];
    for (const answer of wrong) {
      const built = run(['build', 'a.yaml', '--format', 'json'], { REPORT_QUEUE: redis.url });
      const ids = () => redis.cli('keys', 'ogi-report:jobs:*-1').split(':');
      await until(() => ids().length === 3);
      const id = ids()[2] ?? '';
      redis.cli('set', `ogi-report:answer:${id}`, `${answer}\n`);
      redis.cli('rpush', `ogi-report:run:${id.split('-')[0]}:done`, id);
      const { code, stderr } = await built;
      expect([code, stderr], answer).toEqual([2, expect.stringContaining('is not the result of this report')]);
    }
    expect(leftIn(redis)).toEqual([]);
  });
});

const childrenOf = (pid: number | undefined): string[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)])
    .toString()
    .trim()
    .split(/\s+/);
