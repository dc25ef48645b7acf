import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type GivenContent, isSearched } from './files.ts';
import { git } from './git.ts';
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
  await git(['rev-parse', '--is-inside-work-tree'], machine, STAGED);
  const pathspecs = places.map((place) => pathspec(place, cwd));
  const changed = ['diff', '--cached', '--relative', '--name-only', '--diff-filter=d', '-z', '--', ...pathspecs];
  const all = ['ls-files', '--cached', '-z', '--', ...pathspecs];
  for (const list of [changed, all]) {
    const names = (await git(list, machine, STAGED)).toString().split('\0').filter(isSearched);
    const reports: GivenContent[] = [];
    for (const name of names) {
      const content = await git(['cat-file', 'blob', `:./${name}`], machine, STAGED);
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

const STAGED = {
  asked: '--staged',
  failure: { zh: '--staged 读不出将要提交的内容', en: '--staged cannot read what is staged' },
  hint: {
    zh: '在 git 仓库里运行；只核对文件夹里的文件，不写 --staged',
    en: 'Run it inside a git repository. To check the files in the folder, omit --staged',
  },
};
