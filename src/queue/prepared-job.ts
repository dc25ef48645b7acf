import { VERSION } from '../package/version.ts';
import { readReport } from '../report/report.ts';
import { parse } from '../source/parse.ts';
import type { PreparedFile } from '../workspace/check-files.ts';
import type { BuildJob, Job } from './job.ts';

/** Whether a report can be sent: a published file has more than its text, and one that is not text has none. */
export const canBeSent = ({ source, previous }: PreparedFile): boolean =>
  !source.published &&
  (source.data !== undefined || source.text !== '') &&
  !(previous && 'source' in previous && previous.source.published);

/** The job for a report that was read. */
export function jobOf(file: PreparedFile, today: string, withBaseline: boolean, build?: BuildJob): Job {
  const { input, source, previous, settings, known } = file;
  return {
    tool: VERSION,
    name: source.file,
    base: input.base,
    text: source.text,
    ...(previous && { previous: previousOf(previous) }),
    settings,
    known: withBaseline ? known : [],
    today,
    ...(build && { build }),
  };
}

function previousOf(previous: NonNullable<PreparedFile['previous']>): NonNullable<Job['previous']> {
  if ('source' in previous) return { file: previous.source.file, text: previous.source.text };
  const { rule, severity, message, path, hint, reference, range } = previous;
  return {
    finding: {
      rule,
      severity,
      message,
      path,
      ...(hint && { hint }),
      ...(reference && { reference }),
      ...(range && { range }),
    },
  };
}

/** The report of a job, ready to be checked. It has no path, so nothing that belongs to it is looked for on this machine. */
export function preparedOf({ name, base, text, previous, settings, known, build }: Job): PreparedFile {
  const source = previous && 'text' in previous ? parse(previous.text, previous.file) : undefined;
  return {
    input: { path: undefined, name, base, found: false },
    source: parse(text, name),
    previous: source
      ? { source, report: readReport(source.data) }
      : previous && 'finding' in previous
        ? previous.finding
        : undefined,
    settings,
    known,
    lacksPrevious: false,
    settingsAround: {
      root: '/',
      inRepository: false,
      folders: [],
      config: { settings, out: undefined, formats: undefined, source: build?.source },
      configFolder: undefined,
      baseline: undefined,
      baselineFolder: undefined,
      ignored: [],
    },
  };
}
