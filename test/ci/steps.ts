import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Outcome } from '../cli/run.ts';
import { ENVIRONMENT } from '../hooks/repository.ts';

export interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { description: string; default: string }>>;
  readonly outputs: Readonly<Record<string, { value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const readAction = async (): Promise<Action> => parse(await readFile('action.yml', 'utf8'));

/** A folder for a test's own programs, first in the PATH. */
export const TOOLS = '.tools';

export type Ran = Outcome & { readonly outputs: string };

/**
 * Runs the scripts of an action like GitHub does: in bash with the same options, inputs in the environment, and the
 * folders that a script adds to GITHUB_PATH in the PATH of the next scripts. Stops at the first script that fails.
 */
export async function runAction(
  action: Action,
  inputs: Readonly<Record<string, string>>,
  workspace: string,
): Promise<Ran> {
  const folder = join(workspace, '.github-runner');
  await mkdir(folder, { recursive: true });
  const files = { GITHUB_PATH: join(folder, 'path'), GITHUB_OUTPUT: join(folder, 'output') };
  for (const file of Object.values(files)) await writeFile(file, '');
  const fixed = { ...files, RUNNER_TEMP: folder, GITHUB_WORKSPACE: workspace, GITHUB_ACTION_PATH: process.cwd() };
  let last: Outcome = { code: 0, stdout: '', stderr: '' };
  for (const step of action.runs.steps) {
    if (step.run === undefined || last.code !== 0) continue;
    const added = (await readFile(files.GITHUB_PATH, 'utf8')).split('\n').filter((line) => line !== '');
    const path = [...added.reverse(), join(workspace, TOOLS), ENVIRONMENT.PATH].join(':');
    last = await bash(step.run, workspace, { ...fixed, ...valuesOf(step, action, inputs), PATH: path });
  }
  return { ...last, outputs: await readFile(files.GITHUB_OUTPUT, 'utf8') };
}

function valuesOf(
  { env = {} }: Step,
  action: Action,
  inputs: Readonly<Record<string, string>>,
): Record<string, string> {
  const value = (text: string): string => {
    const name = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(text)?.[1] ?? '';
    const input = action.inputs[name];
    if (!input) throw new Error(`${text} is no input of the action`);
    return inputs[name] ?? input.default;
  };
  return Object.fromEntries(Object.entries(env).map(([name, text]) => [name, value(text)]));
}

/** Runs a script like CI systems do: it ends at the first command that fails. */
export function bash(script: string, cwd: string, env: Readonly<Record<string, string>>): Promise<Outcome> {
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  return new Promise((resolve, reject) => {
    const child = spawn('bash', args, { cwd, env: { ...ENVIRONMENT, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: { stdout: string; stderr: string } = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text) => {
        chunks[name] += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...chunks }));
  });
}
