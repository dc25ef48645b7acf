import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { type GivenContent, isSearched } from './files.ts';
import type { Machine } from './machine.ts';
import { looksLikeReport, readSource } from './read-report.ts';

/**
 * The reports of the next commit, with their content as it is staged: those that the commit changes, or all of them if it
 * changes none. So the check of a commit never looks at nothing while there are reports. `places` are files, folders and
 * patterns. Throws a UserError outside a repository.
 */
export async function stagedReports(places: readonly string[], machine: Machine): Promise<GivenContent[]> {
  const { cwd } = machine;
  // Outside a repository, `git diff` says only how it is used.
  await git(['rev-parse', '--is-inside-work-tree'], machine);
  const pathspecs = places.map((place) => pathspec(place, cwd));
  const changed = ['diff', '--cached', '--relative', '--name-only', '--diff-filter=d', '-z', '--', ...pathspecs];
  const all = ['ls-files', '--cached', '-z', '--', ...pathspecs];
  for (const list of [changed, all]) {
    const names = (await git(list, machine)).toString().split('\0').filter(isSearched);
    const reports: GivenContent[] = [];
    for (const name of names) {
      const content = await git(['cat-file', 'blob', `:./${name}`], machine);
      const given = { name, content, found: true };
      const source = await readSource({ ...given, path: undefined, base: name });
      if (looksLikeReport(source)) reports.push(given);
    }
    if (reports.length > 0) return reports;
  }
  return [];
}

/** A folder or file by its name, also if the name has a `*` or `[`; anything else is a pattern. */
const pathspec = (place: string, cwd: string): string =>
  `:(${existsSync(resolve(cwd, place)) ? 'literal' : 'glob'})${place.replaceAll('\\', '/')}`;

/** Bytes; a larger blob is far more than a report may have. */
const MOST_OUTPUT = 64 * 1024 * 1024;

function git(args: readonly string[], { cwd, env, signal }: Machine): Promise<Buffer> {
  const settings = { cwd, env, signal, encoding: 'buffer', maxBuffer: MOST_OUTPUT } as const;
  return new Promise((done, refuse) => {
    execFile('git', args, settings, (error, stdout, stderr) => {
      if (!error) done(stdout);
      else if (signal.aborted) refuse(signal.reason);
      else refuse(error.code === 'ENOENT' ? NO_GIT : failed(stderr.toString(), error));
    });
  });
}

const NO_GIT = new UserError(
  { zh: '--staged 要用 git，没有找到它', en: '--staged needs git, which was not found' },
  {
    zh: '安装 git；只核对文件夹里的文件，不写 --staged',
    en: 'Install git. To check the files in the folder, omit --staged',
  },
);

const failed = (said: string, { message }: Error): UserError => {
  const reason = said.trim().split('\n')[0] || message;
  return new UserError(
    { zh: `--staged 读不出将要提交的内容：${reason}`, en: `--staged cannot read what is staged: ${reason}` },
    {
      zh: '在 git 仓库里运行；只核对文件夹里的文件，不写 --staged',
      en: 'Run it inside a git repository. To check the files in the folder, omit --staged',
    },
  );
};
