import { timeoutFrom } from '../browser/timeout.ts';
import type { Text } from '../diagnostics/text.ts';
import { browserOnDemand, type PrintingMachine } from '../publish/browser-on-demand.ts';
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

/** A thread has to load fonts and libraries of its own. */
const FEWEST = 4;
/** Milliseconds for one report beside the browser, which has its own limit, and the number of calls to the browser. */
const [OWN, CALLS] = [120_000, 6];
const MEGABYTES = 1024;

/**
 * Opens a workshop that builds these reports. The browser starts at once, unless the cache may have the files. Throws a UserError
 * if `against` cannot be read or a setting of the browser is wrong.
 */
export async function openBuilding(
  reports: readonly Pick<InputFile, 'path'>[],
  options: BuildingOptions,
  machine: BuildingMachine,
): Promise<Workshop> {
  const { against, prose, concurrency } = options;
  const publishing = publishingIn(options);
  const orders = async (): Promise<Orders> => ({
    checking: await checkerOptions({ against, prose }, machine),
    withBaseline: false,
    publishing,
    browserIdentity: identityOf(publishing, machine),
  });
  const threads = options.out === '-' ? 0 : threadsFor(reports.length, FEWEST, { concurrency });
  return threads === 0
    ? buildingHere(reports, publishing, orders, machine)
    : buildingInThreads(threads, publishing, orders, machine);
}

/** Without what else the command line has: threads get only this. */
function publishingIn(options: BuildingOptions): Publishing {
  const { formats, out, draft, browser, browserUrl, systemFonts, template, source, readBack, failOn, cache } = options;
  return { formats, out, draft, browser, browserUrl, systemFonts, template, source, readBack, failOn, cache };
}

async function buildingHere(
  reports: readonly Pick<InputFile, 'path'>[],
  publishing: Publishing,
  orders: () => Promise<Orders>,
  machine: BuildingMachine,
): Promise<Workshop> {
  const { onProgress } = machine;
  const expected = { expected: pathsOf(reports), single: reports.length === 1 };
  const publisher = await openPublisher({ ...publishing, ...expected, onProgress }, machine);
  return inThisProcess(await orders(), machine, {
    builder: {
      build: (file) => buildReport(file, publisher, publishing.out, machine, machine.print),
      check: checkFor(publishing, machine.env),
      close: publisher.close,
    },
    keeps: Number.POSITIVE_INFINITY,
  });
}

async function buildingInThreads(
  threads: number,
  publishing: Publishing,
  orders: () => Promise<Orders>,
  machine: BuildingMachine,
): Promise<Workshop> {
  const { env, onProgress } = machine;
  const browser = browserOnDemand({ ...publishing, onProgress }, machine);
  const needsBrowser = publishing.formats.some((name) => FORMATS[name]?.needsBrowser);
  if (needsBrowser && (!publishing.cache || anyNew(machine))) await browser.start();
  const [{ inThreads }, { serveBrowser }] = await Promise.all([
    import('./in-threads.ts'),
    import('../browser/through-port.ts'),
  ]);
  const milliseconds = OWN + CALLS * timeoutFrom(undefined, env as NodeJS.ProcessEnv);
  const connect = (port: Parameters<typeof serveBrowser>[1]) => serveBrowser(browser.get, port);
  const threading = { command: 'build', threads, milliseconds, megabytes: MEGABYTES, connect };
  const workshop = await inThreads(await orders(), threading, machine);
  return {
    ...workshop,
    close: async () => {
      await workshop.close();
      await browser.close();
      if (publishing.cache) trimBuildCache(env as NodeJS.ProcessEnv);
    },
  };
}

const pathsOf = (reports: readonly Pick<InputFile, 'path'>[]): string[] =>
  reports.flatMap(({ path }) => (path === undefined ? [] : [path]));
