import { timeoutFrom } from '../browser/timeout.ts';
import type { Text } from '../diagnostics/text.ts';
import type { PrintingMachine } from '../publish/browser-on-demand.ts';
import { browserOnDemand } from '../publish/browser-on-demand.ts';
import { trimBuildCache } from '../publish/build-cache.ts';
import { identityOf } from '../publish/build-name.ts';
import { anyNew } from '../publish/cached-builds.ts';
import { checkFor } from '../publish/check-once.ts';
import { openPublisher } from '../publish/publisher.ts';
import { FORMATS } from '../render/formats.ts';
import type { CheckFilesOptions } from '../workspace/check-files.ts';
import type { InputFile } from '../workspace/files.ts';
import { buildReport } from './build-report.ts';
import { inThisProcess } from './in-process.ts';
import { type Concurrency, checkerOptions, threadsFor } from './open-checking.ts';
import type { Orders, Publishing, Workshop } from './workshop.ts';

export interface BuildingOptions extends Publishing, Pick<CheckFilesOptions, 'against' | 'prose'>, Concurrency {}

export interface BuildingMachine extends PrintingMachine {
  /** Called when the packaged browser is unpacked. */
  readonly onProgress: (text: Text) => void;
  /** Gets the contents of the files if `out` is `-`. */
  readonly print: (content: Uint8Array) => void;
}

/** Without what else the command line has: threads get only this. */
const publishingIn = ({
  formats,
  out,
  draft,
  browser,
  browserUrl,
  systemFonts,
  template,
  source,
  readBack,
  failOn,
  cache,
}: Publishing): Publishing => ({
  formats,
  out,
  draft,
  browser,
  browserUrl,
  systemFonts,
  template,
  source,
  readBack,
  failOn,
  cache,
});

/** A thread has to load fonts and libraries of its own. */
const FEWEST = 4;
/** Milliseconds for one report beside the browser, which has its own limit, and the number of calls to the browser. */
const [OWN, CALLS] = [120_000, 6];

/**
 * Opens a workshop that builds these reports. The browser starts at once, unless the cache may have the files. Throws a UserError if `against` cannot be read or a
 * setting of the browser is wrong.
 */
export async function openBuilding(
  reports: readonly Pick<InputFile, 'path'>[],
  options: BuildingOptions,
  machine: BuildingMachine,
): Promise<Workshop> {
  const { against, prose, concurrency, ...given } = options;
  const publishing = publishingIn(given);
  const { onProgress } = machine;
  const threads = options.out === '-' ? 0 : threadsFor(reports.length, FEWEST, { concurrency });
  const orders = async (): Promise<Orders> => ({
    checking: await checkerOptions({ against, prose }, machine),
    withBaseline: false,
    publishing,
    browserIdentity: identityOf(publishing, machine),
  });
  if (threads === 0) {
    const expected = { expected: pathsOf(reports), single: reports.length === 1 };
    const publisher = await openPublisher({ ...publishing, ...expected, onProgress }, machine);
    const build = (file: Parameters<typeof buildReport>[0]) =>
      buildReport(file, publisher, publishing.out, machine, machine.print);
    return inThisProcess(await orders(), machine, {
      builder: { build, check: checkFor(publishing, machine.env), close: publisher.close },
      keeps: Number.POSITIVE_INFINITY,
    });
  }
  const browser = browserOnDemand({ ...publishing, onProgress }, machine);
  const needsBrowser = publishing.formats.some((name) => FORMATS[name]?.needsBrowser);
  if (needsBrowser && (!publishing.cache || anyNew(machine))) await browser.start();
  const milliseconds = OWN + CALLS * timeoutFrom(undefined, machine.env as NodeJS.ProcessEnv);
  const [{ inThreads }, { serveBrowser }] = await Promise.all([
    import('./in-threads.ts'),
    import('../browser/through-port.ts'),
  ]);
  const connect = (port: Parameters<typeof serveBrowser>[1]) => serveBrowser(browser.get, port);
  const threading = { command: 'build', threads, milliseconds, megabytes: 1024, connect };
  const workshop = await inThreads(await orders(), threading, machine);
  return {
    ...workshop,
    close: async () => {
      await workshop.close();
      await browser.close();
      if (publishing.cache) trimBuildCache(machine.env as NodeJS.ProcessEnv);
    },
  };
}

const pathsOf = (reports: readonly Pick<InputFile, 'path'>[]): string[] =>
  reports.flatMap(({ path }) => (path === undefined ? [] : [path]));
