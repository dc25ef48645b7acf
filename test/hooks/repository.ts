import { execFile, execFileSync } from 'node:child_process';
import { cp, link, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import '../ends-by-exit.ts';
import { temporaryFolder } from '../../src/browser/temporary.ts';
import { folderWith, type Outcome } from '../cli/run.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Variables of the user who runs the tests. Git, npm, CI and language settings must not affect a test repository. */
const FOREIGN = /^(GIT_|GITHUB_|CI|npm_|PRE_COMMIT|NODE_VIRTUAL_ENV|REPORT_|INIT_CWD|VITEST|NODE_ENV|NODE_OPTIONS)/i;
const NEEDED = /^npm_config_(registry|cache|cafile|userconfig)$/i;

export const ENVIRONMENT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && (NEEDED.test(name) || !FOREIGN.test(name)) ? [[name, value]] : [],
    ),
  ),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
};

export interface Repository {
  readonly path: string;
  /** Runs a program in the repository. */
  readonly run: (program: string, ...args: string[]) => Promise<Outcome>;
  readonly git: (...args: string[]) => Promise<Outcome>;
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  /** Stages everything and commits it, hooks included. */
  readonly commit: () => Promise<Outcome>;
  readonly remove: () => Promise<void>;
}

/** An empty git repository. */
export async function repository(env: Readonly<Record<string, string>> = {}): Promise<Repository> {
  const { path, remove } = await folderWith({ '.gitignore': 'node_modules/\n' });
  const run = runIn(path, { ...ENVIRONMENT, ...env });
  const git = (...args: string[]) => run('git', ...args);
  const write = async (files: Readonly<Record<string, string>>) => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), content);
    }
  };
  const commit = async () => {
    await git('add', '--all');
    return git('commit', '-m', 'x');
  };
  await git('init', '--quiet');
  return { path, run, git, write, commit, remove };
}

export const runIn =
  (cwd: string, env: Readonly<Record<string, string>>) =>
  (program: string, ...args: string[]): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const child = execFile(program, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') reject(error);
        else resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      });
      child.stdin?.end();
    });

let packing: Promise<string> | undefined;

/** The folder with the files that npm would install, copied once for all tests of a worker. */
async function packed(): Promise<string> {
  const path = temporaryFolder();
  const left = /^docs\/(pictures|\.vitepress)|^dist\/types/;
  for (const part of ['bin', 'dist', 'schemas', 'templates', 'docs', 'package.json']) {
    const filter = (file: string) => !left.test(relative(ROOT, file));
    await cp(join(ROOT, part), join(path, part), { recursive: true, filter });
  }
  return path;
}

/**
 * Installs the package in a folder's node_modules like npm does, without browser and fonts. The files are hard links: do
 * not change them.
 */
export async function install(folder: string): Promise<void> {
  packing ??= packed();
  const source = await packing;
  const target = join(folder, 'node_modules/ogi-report');
  for (const entry of await readdir(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const place = join(target, relative(source, file));
    await mkdir(dirname(place), { recursive: true });
    await link(file, place);
  }
  await mkdir(join(folder, 'node_modules/.bin'), { recursive: true });
  await symlink('../ogi-report/bin/report.js', join(folder, 'node_modules/.bin/report'));
}

/** Adds the browser and the fonts, for HTML and PDF, to an installed package. */
export async function installPrinting(folder: string): Promise<void> {
  for (const name of ['harfbuzzjs', '@sparticuz', '@expo-google-fonts', '@fontsource']) {
    await symlink(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
}

/** True if a program is on the PATH. */
export function available(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** True if npm can reach its registry. */
export function registryReachable(): boolean {
  try {
    execFileSync('npm', ['view', 'yaml@2.9.1', 'version', '--fetch-retries=0'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
