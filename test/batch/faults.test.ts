import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reportFileOf } from '../../bench/reports/report-files.ts';
import { processesNaming, until } from '../browser/harness.ts';
import { asProcess } from '../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-test-'));
const [out, profiles, log, preloaded] = ['out', 'profiles', 'log', 'preloaded.cjs'].map((name) =>
  join(folder, name),
) as [string, string, string, string];
const REPORTS = Array.from({ length: 5 }, (_, index) => reportFileOf(index));
const NAMES = REPORTS.map(({ name }) => name.replace('.yaml', ''));
const THIRD = NAMES[2] ?? '';

/** The files of a build without a fault. */
const whole = new Map<string, Buffer>();

beforeAll(async () => {
  mkdirSync(join(folder, 'reports'));
  for (const { name, text } of REPORTS) writeFileSync(join(folder, 'reports', name), text);
  expect((await build('')).code).toBe(0);
  for (const name of readdirSync(out)) whole.set(name, readFileSync(join(out, name)));
  expect(whole.size).toBe(2 * REPORTS.length);
});
beforeEach(() => {
  for (const path of [out, profiles, log]) rmSync(path, { recursive: true, force: true });
  mkdirSync(profiles);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Builds the reports with a program that runs first in the process and in each thread. */
async function build(program: string, formats = 'html,json') {
  writeFileSync(preloaded, `${TOOLS}${program}`);
  const env = { NODE_OPTIONS: `--require=${preloaded}`, TMPDIR: profiles, REPORT_CACHE_DIR: join(folder, 'cache') };
  const argv = [
    'build',
    'reports',
    '-q',
    '--lang',
    'en',
    '--concurrency',
    '2',
    '--format',
    formats,
    '--reporter',
    'json',
  ];
  return asProcess(argv, { cwd: folder, env });
}

/** For the programs: `note` writes to the log, `times` reads it; `onTask` is called before a thread gets a task. */
const TOOLS = `
  const fs = require('node:fs');
  const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
  const note = (word) => fs.appendFileSync(${JSON.stringify(log)}, word + '\\n');
  const times = (word) => fs.existsSync(${JSON.stringify(log)})
    ? fs.readFileSync(${JSON.stringify(log)}, 'utf8').split('\\n').filter((one) => one === word).length : 0;
  const isThread = !isMainThread && workerData && workerData.orders !== undefined;
  const onTask = (act) => {
    if (!isMainThread) return;
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (task, ...rest) {
      postMessage.call(this, task, ...rest);
      act(task, this);
    };
  };
`;

function expectWhole(names: readonly string[]): void {
  expect(readdirSync(out).sort()).toEqual(names.flatMap((name) => [`${name}.html`, `${name}.view.json`]).sort());
  for (const name of readdirSync(out))
    expect(readFileSync(join(out, name)).equals(whole.get(name) ?? Buffer.of())).toBe(true);
}

const baseOf = (path: string): string => path.replace(/^.*\//, '').replace('.yaml', '');

describe('a thread that ends', () => {
  test('at the same report each time is told for it after two tries; the others are built', async () => {
    const { code, stdout, stderr } = await build(`
      const { renameSync } = fs;
      if (isThread) fs.renameSync = (from, to) => {
        if (to.includes('${THIRD}')) { note('ended'); process.exit(9); }
        renameSync(from, to);
      };`);
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toMatch(/0003-\S+: its thread ended unexpectedly, in two tries/);
    expect(readFileSync(log, 'utf8')).toBe('ended\nended\n');
    const { files, problems } = JSON.parse(stdout);
    expect(problems).toHaveLength(1);
    const others = NAMES.filter((name) => name !== THIRD);
    expect(files.map(baseOf)).toEqual(others);
    expectWhole(others);
  });

  test.each([
    ['while it writes the first file', 'html'],
    ['between two files', 'view.json'],
  ])('%s loses, doubles and leaves nothing', async (_, extension) => {
    const { code, stdout } = await build(`
      const { renameSync } = fs;
      if (isThread) fs.renameSync = (from, to) => {
        if (to.endsWith('${THIRD}.${extension}') && times('ended') === 0) { note('ended'); process.exit(9); }
        renameSync(from, to);
      };`);
    expect([code, readFileSync(log, 'utf8')]).toEqual([0, 'ended\n']);
    expect(JSON.parse(stdout).files.map(baseOf)).toEqual(NAMES);
    expectWhole(NAMES);
  });
});

describe('a process that ends while its threads build', () => {
  const nothingRuns = () => until(() => processesNaming(profiles).length === 0);
  const atSecondBuild = (act: string) => `
    let builds = 0;
    onTask((task) => { if (task.kind === 'build' && ++builds === 2) { ${act} } });`;

  test('by process.exit leaves no browser and no temporary folder', async () => {
    const { code } = await build(atSecondBuild('setImmediate(() => process.exit(9));'), 'html,pdf');
    expect(code).toBe(9);
    await nothingRuns();
    expect(readdirSync(profiles)).toEqual([]);
  });

  test.each([
    ['one signal', `process.kill(process.pid, 'SIGINT');`],
    ['two signals', `process.kill(process.pid, 'SIGINT'); process.kill(process.pid, 'SIGTERM');`],
  ])('by %s leaves no browser and no temporary folder', async (_, act) => {
    const { code } = await build(atSecondBuild(act), 'html,pdf');
    expect([130, 143]).toContain(code);
    await nothingRuns();
    expect(readdirSync(profiles)).toEqual([]);
  });
});
