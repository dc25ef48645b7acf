import type { CheckedReport } from '../../batch/checked-report.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { displayName, findFiles, type InputFile } from '../../workspace/files.ts';
import { type CommonOptions, type Context, createContext } from '../output/context.ts';
import { EXIT, type ExitCode } from '../output/exit-codes.ts';
import { writeData } from '../output/io.ts';
import { keptBrowser } from '../watch/kept-browser.ts';
import { nextChange } from '../watch/next-change.ts';
import { createWatched, type Watched } from '../watch/watched.ts';
import { build } from './build.ts';
import type { BuildFlags } from './build-options.ts';
import { askingFrom } from './queue-from.ts';

type WatchFlags = BuildFlags & CommonOptions;

/**
 * `report build --watch FILES…`: builds, then builds again what a change touches, until Ctrl-C. The browser stays open. Only
 * mistakes in the command line end it. Throws a UserError for these.
 */
export async function watchBuild(args: readonly string[], flags: WatchFlags, context: Context): Promise<ExitCode> {
  if (args.includes('-') || flags.out === '-') throw NO_FILES;
  askingFrom(flags, context);
  const { io } = context;
  const browser = keptBrowser(flags, io);
  // Not copied: that would open standard input.
  const kept = Object.assign(Object.create(io), { ...browser, close: undefined });
  const watched = createWatched(args, flags, io.cwd);
  try {
    await round(args, flags, createContext(kept, flags, context.language), watched, () => true);
    context.progress(WAITING);
    for (;;) {
      const changed = await nextChange(watched, io.signal);
      if (changed === undefined) {
        context.progress(STOPPED);
        return EXIT.ok;
      }
      await rebuild(changed, args, flags, createContext(kept, flags, context.language), watched);
    }
  } finally {
    await browser.close();
  }
}

/** Builds what a change touches. `context` is a new one for each change, because it tells a warning only once. */
async function rebuild(
  changed: readonly string[],
  args: readonly string[],
  flags: WatchFlags,
  context: Context,
  watched: Watched,
): Promise<void> {
  const { cwd, signal } = context.io;
  const { shard } = flags;
  const isWanted = watched.usersOf(changed);
  const found = await findFiles(args, { cwd, out: watched.out(), shard, signal });
  const gone = watched.reports().filter(({ input }) => !found.files.some(({ path }) => path === input.path));
  const isNeeded = found.files.some(isWanted) || found.problems.length > 0;
  if (!isNeeded && gone.length === 0) return;
  announce(changed, context);
  for (const { result } of gone) context.progress(deleted(result.file));
  if (!isNeeded) watched.found(found, watched.out());
  else {
    await round(args, flags, context, watched, isWanted).catch((error) => {
      if (!(error instanceof UserError)) throw error;
      context.fail(error);
    });
  }
  context.progress(WAITING);
}

const toldSource = new WeakSet<Watched>();

async function round(
  args: readonly string[],
  flags: WatchFlags,
  context: Context,
  watched: Watched,
  isWanted: (file: InputFile) => boolean,
): Promise<void> {
  await build(args, flags, context, {
    isWanted,
    others: watched.reports().filter(({ input }: CheckedReport) => !isWanted(input)),
    onFound: watched.found,
    onChecked: watched.checked,
    // Once for each watch.
    tellsSource: () => !toldSource.has(watched) && toldSource.add(watched) !== undefined,
  });
}

const CLEAR = '\u001b[2J\u001b[H';
/** More names than this would fill the line. */
const MOST_NAMES = 3;

/** Clears the screen of a terminal, so that what follows is about the files as they are now. */
function announce(changed: readonly string[], { io, quiet, progress }: Context): void {
  if (quiet) return;
  if (io.stderr.isTTY && io.env.TERM !== 'dumb') writeData(io.stderr, CLEAR);
  const time = io.now().toTimeString().slice(0, 8);
  const names = changed.slice(0, MOST_NAMES).map((path) => displayName(path, io.cwd));
  const more = changed.length > MOST_NAMES;
  progress({
    zh: `${time} 改了 ${names.join('、')}${more ? ` 等 ${changed.length} 个文件` : ''}`,
    en: `${time} changed: ${names.join(', ')}${more ? ` and ${changed.length - MOST_NAMES} more` : ''}`,
  });
}

const deleted = (file: string): Text => ({
  zh: `${file} 删了；已经生成的文件没有动`,
  en: `${file} was deleted; the files that were built of it are still there`,
});

const WAITING: Text = {
  zh: '等着下一次保存；按 Ctrl-C 结束',
  en: 'Waiting for files to be saved; press Ctrl-C to stop',
};

const STOPPED: Text = { zh: '不再等保存，已经结束', en: 'No longer waiting; stopped' };

const NO_FILES = new UserError(
  { zh: '--watch 要读写文件，不能用标准输入和标准输出', en: '--watch needs files, not standard input or output' },
  { zh: '例如 report build 2024.yaml --watch', en: 'For example: report build 2024.yaml --watch' },
);
