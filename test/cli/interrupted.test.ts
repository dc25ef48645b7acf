import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { processesNaming, script, until } from '../browser/harness.ts';
import { asProcess, BIN } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-test-'));
const profiles = join(folder, 'profiles');
const out = join(folder, 'out');
/** A browser that never answers. */
const browser = script(join(folder, 'silent'), 'exec sleep 600');
const cwd = new URL('../../', import.meta.url).pathname;
const argv = ['build', 'examples/wenzhou-hrss-2023.yaml', '-o', out, '--lang', 'en'];
const env = { TMPDIR: profiles, REPORT_BROWSER: browser, REPORT_CACHE_DIR: join(folder, 'cache') };

afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(profiles, { recursive: true, force: true });
  mkdirSync(profiles);
});

/** A build whose browser has started. */
async function building(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [BIN, ...argv], { cwd, env: { PATH: process.env.PATH, ...env } });
  const profile = () => readdirSync(profiles).find((name) => name.includes(`-${child.pid}-`));
  await until(() => processesNaming(profile() ?? 'none yet').some(({ command }) => command.includes('600')));
  return child;
}

const nothingRuns = () => until(() => processesNaming(join(profiles, 'ogi-report-')).length === 0);

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends a build and leaves nothing', async (signal) => {
  const child = await building();
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([128 + constants.signals[signal], null]);
  await nothingRuns();
  expect(readdirSync(profiles)).toEqual([]);
  expect(readdirSync(folder)).not.toContain('out');
});

test('a terminal that was closed does not change the exit code', async () => {
  const child = await building();
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.kill('SIGHUP');
  expect(await once(child, 'exit')).toEqual([129, null]);
});

test('the next run removes what a killed one left, and nothing of a running one', async () => {
  const [killed, running] = [await building(), await building()];
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(readdirSync(profiles)).toHaveLength(2);
  const next = await building();
  expect(readdirSync(profiles)).toHaveLength(2);
  for (const child of [running, next]) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  for (const { id } of processesNaming(join(profiles, 'ogi-report-'))) process.kill(id, 'SIGKILL');
  expect(readdirSync(profiles)).toEqual([]);
});

test('a temporary folder with too little space for the browser is told', async ({ skip }) => {
  const disk = join(folder, 'disk');
  mkdirSync(disk, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    skip('a tmpfs cannot be mounted here');
  }
  try {
    const ends = script(join(folder, 'ends'), 'exit 1');
    const { code, stderr } = await asProcess(argv, { cwd, env: { ...env, TMPDIR: disk, REPORT_BROWSER: ends } });
    expect([code, stderr.replace(/\s+/g, ' ')]).toEqual([2, expect.stringMatching(/has only 1 MB left.* set TMPDIR/)]);
  } finally {
    execFileSync('umount', [disk]);
  }
});

test.each([
  ['is missing', join(folder, 'nothing'), 'the file or folder does not exist'],
  ['is a file', join(browser, 'sub'), 'a part of the path is a file, not a folder'],
  ['has too long a name', join(folder, 'x'.repeat(300)), 'the file name or path is too long'],
])('a temporary folder that %s is exit 2 with what to do', async (_, TMPDIR, reason) => {
  const { code, stderr } = await asProcess(argv, { cwd, env: { ...env, TMPDIR } });
  const words = stderr.replace(/\s+/g, ' ');
  expect([code, words]).toEqual([2, expect.stringContaining(reason)]);
  expect(words).toContain('Set TMPDIR to a folder that exists');
  expect(words).not.toContain('bug');
});
