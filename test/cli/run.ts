import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBrowser } from '../../src/browser/start.ts';
import { run as runHere } from '../../src/cli/main.ts';
import { sharedBrowserLeftOpen } from '../shared-browser.ts';

/** The result of a run of the command. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setting {
  readonly cwd: string;
  readonly stdin?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Lets `build` use its cache; otherwise everything is built. */
  readonly cached?: boolean | undefined;
  /** Another copy of bin/report.js. */
  readonly bin?: string | undefined;
}

export type Runner = (argv: readonly string[], setting: Setting) => Promise<Outcome>;

/** Runs the command line in this process. */
export const inProcess: Runner = async (argv, { cwd, stdin = '', env = {}, cached }) => {
  const output = () => {
    const chunks: string[] = [];
    const write = (text: string | Uint8Array) => void chunks.push(Buffer.from(text as string).toString());
    return { chunks, write, isTTY: false, columns: 80 };
  };
  const [stdout, stderr] = [output(), output()];
  const code = await runHere(withCache(argv, cached), {
    stdout,
    stderr,
    stdin: (async function* () {
      yield Buffer.from(stdin);
    })(),
    cwd,
    env,
    now: () => new Date('2025-01-10T00:00:00Z'),
    signal: new AbortController().signal,
    startBrowser: (options, signal) =>
      options.browser || options.browserUrl || options.systemFonts || env.REPORT_BROWSER
        ? startBrowser(options, signal)
        : sharedBrowserLeftOpen(),
  });
  return { code, stdout: stdout.chunks.join(''), stderr: stderr.chunks.join('') };
};

const withCache = ([name = '', ...rest]: readonly string[], cached = false): string[] =>
  name === 'build' && !cached ? [name, '--no-cache', ...rest] : name === '' ? [] : [name, ...rest];

const root = fileURLToPath(new URL('../../', import.meta.url));
export const BIN = join(root, 'bin/report.js');

/** Runs the command line in a separate process, from dist/. */
export const asProcess: Runner = (argv, { cwd, stdin = '', env = {}, bin = BIN, cached }) => {
  if (!existsSync(join(root, 'dist/whole.cjs'))) throw new Error('dist/whole.cjs is not there: npm run build');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...withCache(argv, cached)], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
    });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
    child.stdin.end(stdin);
  });
};

/** Files by their path, `null` for an empty folder. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

export interface Folder {
  readonly path: string;
  readonly write: (files: Files) => Promise<void>;
  /** Removes a file in the folder, or the folder itself. */
  readonly remove: (name?: string) => Promise<void>;
}

/** Creates a folder with these files. */
export async function folderWith(files: Files): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'report-test-'));
  const write = async (more: Files): Promise<void> => {
    for (const [name, content] of Object.entries(more)) {
      const file = join(path, name);
      await mkdir(content === null ? file : dirname(file), { recursive: true });
      if (content !== null) await writeFile(file, content);
    }
  };
  await write(files);
  return { path, write, remove: (name = '.') => rm(join(path, name), { recursive: true, force: true }) };
}
