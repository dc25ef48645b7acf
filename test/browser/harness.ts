import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, expect } from 'vitest';

/** A folder for this test file, removed after it. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ogi-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Bundles one of `programs/` into a folder, to run in a separate process. */
export async function bundle(name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [resolve('test/browser/programs', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
  });
  return outfile;
}

export interface Run {
  readonly child: ChildProcess;
  readonly done: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Runs a bundled program. It finds the project's npm packages unless `env` has an empty NODE_PATH. */
export function run(program: string, env: Record<string, string>, args: string[] = [], uid?: number): Run {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH, NODE_PATH: resolve('node_modules'), ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const done = new Promise<Awaited<Run['done']>>((settle) =>
    child.once('close', (code) => settle({ code, stdout, stderr })),
  );
  return { child, done };
}

/** The JSON output of a program that must succeed. */
export async function answer({ done }: Run): Promise<Record<string, string>> {
  const { stdout, stderr } = await done;
  try {
    return { ...JSON.parse(stdout), stderr };
  } catch {
    throw new Error(`no JSON on standard output: ${stdout}${stderr}`);
  }
}

/** Writes an executable shell script. */
export function script(path: string, lines: string): string {
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

export interface Process {
  readonly id: number;
  readonly command: string;
}

/**
 * The processes whose command line or environment contains `text`, and all processes of their groups. The first process
 * of a browser has its profile in both; its children may have neither. Linux only.
 */
export function processesNaming(text: string): Process[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const all = ids.map((id) => ({
    id: Number(id),
    command: read(`/proc/${id}/cmdline`),
    environment: read(`/proc/${id}/environ`),
    // The name of the command in brackets can contain spaces; state, parent and group follow it.
    group: read(`/proc/${id}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ')[2],
  }));
  // A process that has ended but still exists as a zombie has no command line.
  const living = all.filter(({ command }) => command !== '');
  const named = living.filter(({ command, environment }) => `${command}\0${environment}`.includes(text));
  const groups = new Set(named.map(({ group }) => group));
  return living.filter(({ group }) => groups.has(group)).map(({ id, command }) => ({ id, command }));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Waits until a condition is true. If it never is, the timeout of the test ends the wait. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(10);
}

/** Keeps the profiles of the browsers that this test file starts in a folder of their own. */
export function ownProfiles(folder: string) {
  const profiles = join(folder, 'profiles');
  mkdirSync(profiles);
  const { TMPDIR } = process.env;
  process.env.TMPDIR = profiles;
  afterAll(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  });
  /** The command lines of the browsers name it. */
  const prefix = join(profiles, 'ogi-report-');
  return {
    profiles,
    processes: () => processesNaming(prefix),
    async expectNothingLeft(): Promise<void> {
      await until(() => processesNaming(prefix).length === 0);
      expect(readdirSync(profiles)).toEqual([]);
    },
    /** Sends a signal to the browsers' processes whose command line matches. */
    kill(pattern: RegExp, signal: NodeJS.Signals = 'SIGKILL'): void {
      const killed = processesNaming(prefix).filter(({ command }) => pattern.test(command));
      expect(killed).not.toEqual([]);
      for (const { id } of killed) process.kill(id, signal);
    },
  };
}

/** The first process of a browser. */
export const BROWSER_PROCESS = /^(?!.*--type=)/s;
/** The process of a page. */
export const PAGE_PROCESS = /--type=renderer/;
