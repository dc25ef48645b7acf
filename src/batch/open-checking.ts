import { availableParallelism } from 'node:os';
import { type CheckerOptions, type CheckFilesOptions, REPORT_FILES_ONLY } from '../workspace/check-files.ts';
import type { Machine } from '../workspace/machine.ts';
import { listAgainst } from '../workspace/previous.ts';
import { openSourceReader } from '../workspace/published-source.ts';
import { inThisProcess } from './in-process.ts';
import type { Orders, Workshop } from './workshop.ts';

/** How many reports are worked on at a time; default: as many as there are processor cores. */
export interface Concurrency {
  readonly concurrency?: number | undefined;
}

/** Threads for a number of reports; 0 if there are fewer than `fewest`, which this process does sooner. */
export const threadsFor = (reports: number, fewest: number, { concurrency }: Concurrency): number =>
  reports < fewest ? 0 : Math.min(concurrency ?? availableParallelism(), reports);

/** Starting threads takes longer than checking fewer reports. */
const FEWEST = 60;

/** Opens a workshop that checks so many reports. Throws a UserError if `against` cannot be read. */
export async function openChecking(
  reports: number,
  options: Pick<CheckFilesOptions, 'against' | 'prose'> & Concurrency,
  withBaseline: boolean,
  machine: Machine,
): Promise<Workshop> {
  const orders: Orders = { checking: await checkerOptions(options, machine), withBaseline };
  const threads = threadsFor(reports, FEWEST, options);
  if (threads === 0) return inThisProcess(orders, machine);
  const { inThreads } = await import('./in-threads.ts');
  return inThreads(
    orders,
    { command: 'validate', light: true, threads, milliseconds: 60_000, megabytes: 512 },
    machine,
  );
}

/** The options of a checker, with the reports of `--against` found. Throws a UserError if they cannot be read. */
export async function checkerOptions(
  { against, prose, published = true }: Pick<CheckFilesOptions, 'against' | 'prose' | 'published'>,
  machine: Machine,
): Promise<CheckerOptions> {
  if (against === undefined) return { prose };
  const reader = published ? openSourceReader(machine.signal) : REPORT_FILES_ONLY;
  try {
    return { prose, against: await listAgainst(against, machine, reader.read) };
  } finally {
    await reader.close();
  }
}
