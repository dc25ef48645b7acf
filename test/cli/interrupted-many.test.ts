import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reportFileOf } from '../../bench/reports/report-files.ts';
import { processesNaming, until } from '../browser/harness.ts';
import { BIN } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-test-'));
const profiles = join(folder, 'profiles');
const out = join(folder, 'out');
const COUNT = 20;

beforeAll(() => {
  mkdirSync(join(folder, 'reports'));
  for (let index = 0; index < COUNT; index++) {
    const { name, text } = reportFileOf(index);
    writeFileSync(join(folder, 'reports', name), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  for (const one of [profiles, out]) rmSync(one, { recursive: true, force: true });
  mkdirSync(profiles);
});

interface Running {
  readonly child: ChildProcess;
  /** What was written to standard error so far. */
  readonly stderr: () => string;
  /** Waits for a line. */
  readonly line: (pattern: RegExp) => Promise<void>;
  readonly end: Promise<[number | null, NodeJS.Signals | null]>;
}

/** Starts the command with an own folder for browsers, and an own cache of this name. */
function start(argv: readonly string[], cache = 'cache'): Running {
  const env = { PATH: process.env.PATH, TMPDIR: profiles, REPORT_CACHE_DIR: join(folder, cache) };
  const child = spawn(process.execPath, [BIN, ...argv, '--lang', 'en'], { cwd: folder, env });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  child.stdout.resume();
  const line = (pattern: RegExp) => until(() => lines.some((one) => pattern.test(one)));
  return { child, stderr: () => lines.join('\n'), line, end: once(child, 'close') as Running['end'] };
}

const build = (...rest: string[]) => ['build', 'reports', '-o', 'out', ...rest];

/** No browser, no temporary folder, no hidden file; every PDF and page has its end. */
async function expectNothingHalf(): Promise<void> {
  await until(() => processesNaming(join(profiles, 'ogi-report-')).length === 0);
  expect(readdirSync(profiles)).toEqual([]);
  const names = readdirSync(folder).includes('out') ? readdirSync(out) : [];
  expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
  for (const name of names) {
    const text = readFileSync(join(out, name), 'latin1').trimEnd();
    expect([name, text.slice(-7)]).toEqual([name, name.endsWith('.pdf') ? expect.stringMatching(/%%EOF$/) : '</html>']);
  }
}

describe.each([
  ['one thread', '1'],
  ['two threads', '2'],
])('Ctrl-C while many reports are built in %s', (_, concurrency) => {
  test('leaves whole files only, says how many are built and how to go on', async () => {
    const { child, line, end, stderr } = start(build('--concurrency', concurrency), `own-${concurrency}`);
    await line(/^\[ 3\/20\]/);
    child.kill('SIGINT');
    expect(await end).toEqual([130, null]);
    await expectNothingHalf();
    const [, built] = /^(\d+) of 20 reports were built\. To go on/m.exec(stderr()) ?? [];
    expect(Number(built)).toBeGreaterThanOrEqual(3);
    expect(stderr()).toMatch(/run the same command again\nInterrupted; no half-written file is left$/);
    const pdfs = readdirSync(out).filter((name) => name.endsWith('.pdf'));
    expect(pdfs.length).toBeGreaterThanOrEqual(Number(built));
  });

  test('a second one ends at once, and leaves whole files only', async () => {
    const { child, line, end } = start(build('--concurrency', concurrency));
    await line(/^\[ 2\/20\]/);
    child.kill('SIGINT');
    child.kill('SIGINT');
    child.kill('SIGTERM');
    const [code] = await end;
    expect([130, 143]).toContain(code);
    await expectNothingHalf();
  });
});

test('Ctrl-C while the packaged browser is unpacked leaves nothing', async () => {
  const { child, line, end } = start(build(), 'never-unpacked');
  await line(/^Unpacking the packaged browser/);
  child.kill('SIGINT');
  expect(await end).toEqual([130, null]);
  await expectNothingHalf();
  const kept = readdirSync(join(folder, 'never-unpacked'), { recursive: true, encoding: 'utf8' });
  expect(kept.filter((name) => /tmp|lock|part/.test(name))).toEqual([]);
});

test('Ctrl-C while many reports are checked', async () => {
  const many = join(folder, 'many');
  mkdirSync(many);
  for (let index = 0; index < 120; index++) {
    const { name, text } = reportFileOf(index);
    writeFileSync(join(many, name), text);
  }
  const { child, line, end, stderr } = start(['validate', 'many']);
  await line(/^100 of 120 files read/);
  child.kill('SIGINT');
  expect(await end).toEqual([130, null]);
  expect(stderr()).toMatch(/Interrupted/);
});
