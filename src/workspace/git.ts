import { execFile } from 'node:child_process';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { GivenContent } from './files.ts';
import type { Machine } from './machine.ts';

/** Bytes; a larger blob is far more than a report may have. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Why git is run, for the message if it fails. */
export interface GitPurpose {
  /** What the user wrote to have it run. */
  readonly asked: string;
  readonly failure: Text;
  readonly hint: Text;
}

/** The output of git, which is run without a shell. Throws a UserError if it fails. */
export function git(
  args: readonly string[],
  { cwd, env, signal }: Machine,
  { asked, failure, hint }: GitPurpose,
): Promise<Buffer> {
  // `reasonOf` knows what git says in English.
  const settings = { cwd, env: { ...env, LC_ALL: 'C' }, signal, encoding: 'buffer', maxBuffer: MOST_OUTPUT } as const;
  return new Promise((done, refuse) => {
    execFile('git', args, settings, (error, stdout, stderr) => {
      if (!error) done(stdout);
      else if (signal.aborted) refuse(signal.reason);
      else refuse(error.code === 'ENOENT' ? noGit(asked) : failed(failure, stderr.toString() || error.message, hint));
    });
  });
}

const noGit = (asked: string): UserError =>
  new UserError(
    { zh: `${asked} 要用 git，没有找到它`, en: `${asked} needs git, which was not found` },
    {
      zh: '安装 git；只看文件夹里的文件，不写它',
      en: 'Install git. To use the files in the folder, omit it',
    },
  );

function failed({ zh, en }: Text, said: string, hint: Text): UserError {
  const reason = reasonOf(said);
  return new UserError({ zh: `${zh}：${reason.zh}`, en: `${en}: ${reason.en}` }, hint);
}

/** What git says, in both languages; what is not known stays as it is. */
const REASONS: readonly (readonly [RegExp, (one: string, other: string) => Text])[] = [
  [
    /path '(.+)' (?:does not exist in|exists on disk, but not in) '(.+)'/u,
    (path, revision) => ({ zh: `${revision} 里没有 ${path}`, en: `${revision} has no ${path}` }),
  ],
  [
    /path '(.+)' (?:does not exist \(neither|exists on disk, but not in the index)/u,
    (path) => ({ zh: `暂存的内容里没有 ${path}`, en: `${path} is not staged` }),
  ],
  [
    /invalid object name '(.+)'/u,
    (revision) => ({ zh: `没有 ${revision} 这个版本`, en: `there is no revision ${revision}` }),
  ],
  [
    /'(.+)' is outside repository/u,
    (path) => ({ zh: `${path} 不在这个仓库里`, en: `${path} is outside the repository` }),
  ],
  [/: bad file/u, () => ({ zh: '那里不是文件', en: 'there is no file' })],
  [
    /not a git repository/u,
    () => ({ zh: '当前文件夹不在 git 仓库里', en: 'the working folder is in no git repository' }),
  ],
  [
    /dubious ownership/u,
    () => ({ zh: '仓库属于别的用户，git 不读它', en: 'git does not read a repository of another user' }),
  ],
];

function reasonOf(said: string): Text {
  for (const [pattern, words] of REASONS) {
    const [found, one = '', other = ''] = pattern.exec(said) ?? [];
    if (found !== undefined) return words(one, other);
  }
  const [first = ''] = said.trim().split('\n');
  const reason = first.replace(/^(?:fatal|error): /u, '');
  return { zh: reason, en: reason };
}

/** `git:REV:PATH`: a file as it was in a revision; without REV, as it is staged. */
const OF_GIT = /^git:([^:]*):(.+)$/su;

/** True for a name such as `git:HEAD~1:2024.yaml`. */
export const isOfGit = (name: string): boolean => name.startsWith('git:');

/**
 * The content of `git:REV:PATH`; PATH is relative to the working folder, like every other path. Throws a UserError if there is no
 * such revision or file.
 */
export async function contentOfGit(asked: string, machine: Machine): Promise<GivenContent> {
  const [, revision = '-', path = ''] = OF_GIT.exec(asked) ?? [];
  // git would take it for an option.
  if (revision.startsWith('-')) throw notARevision(asked);
  const name = path.replaceAll('\\', '/');
  const place = name.startsWith('./') || name.startsWith('../') ? name : `./${name}`;
  const content = await git(['cat-file', 'blob', `${revision}:${place}`], machine, {
    asked,
    failure: { zh: `${asked} 读不出来`, en: `${asked} cannot be read` },
    hint: CHECK_REVISION,
  });
  return { name, content };
}

const CHECK_REVISION = {
  zh: '写成 git:版本:路径，例如 git:HEAD~1:2024.yaml；路径从当前文件夹算起，版本用 git log 查',
  en: 'Write git:REVISION:PATH, for example git:HEAD~1:2024.yaml. The path is relative to the working folder; git log shows revisions',
};

const notARevision = (asked: string): UserError =>
  new UserError({ zh: `${asked} 里没有版本和路径`, en: `${asked} has no revision and path` }, CHECK_REVISION);
