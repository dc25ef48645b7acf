import { checkedReport } from '../batch/checked-report.ts';
import { changed } from '../batch/in-process.ts';
import type { BuiltReport, Orders, Workshop } from '../batch/workshop.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { WrittenFiles } from '../publish/outputs.ts';
import { checkPrepared, createPreparer, type PreparedFile } from '../workspace/check-files.ts';
import type { InputFile } from '../workspace/files.ts';
import { filesRead } from '../workspace/files-read.ts';
import { type Machine, todayOf } from '../workspace/machine.ts';
import { isPublished, openSourceReader } from '../workspace/published-source.ts';
import type { AnsweredFile, JobAnswer } from './answer.ts';
import { type Asker, type AskOptions, openAsker } from './ask.ts';
import type { BuildJob, Job } from './job.ts';
import { canBeSent, jobOf } from './prepared-job.ts';

/** How reports are built that others check and finish. */
export interface QueueBuilder {
  /** `source` is in the job of each report. */
  readonly job: Omit<BuildJob, 'source'> & Partial<Pick<BuildJob, 'source'>>;
  /** Writes the files of a report where this process says, and returns their names. */
  write(input: InputFile, files: readonly AnsweredFile[]): Promise<WrittenFiles>;
}

/** Reports that are read and asked for at a time, however many workers there are. */
const AT_ONCE = 256;

/**
 * Opens a workshop whose reports are checked and built by the workers of a queue. This process reads them with what belongs to
 * them, and writes the finished files. What is more than text, such as a published file, is checked here. Throws a UserError.
 */
export async function openQueueWorkshop(
  { checking, withBaseline }: Orders,
  asking: Omit<AskOptions, 'signal'>,
  machine: Machine,
  builder?: QueueBuilder,
): Promise<Workshop> {
  const reader = openSourceReader(machine.signal);
  const prepare = await createPreparer(checking, machine, reader.read);
  const asker = await openAsker({ ...asking, signal: machine.signal });
  const sender = createSender(prepare, todayOf(machine), machine.cwd, withBaseline);
  return {
    atOnce: AT_ONCE,
    check: async (input) => {
      const read = await sender.toCheck(input, builder);
      if (!read?.job) return read?.known;
      const { result, isFixable } = await answerTo(read.job, asker);
      return { ...read.known, result: { ...result, outputs: [] }, isFixable };
    },
    build: async (input): Promise<BuiltReport> => {
      if (!builder) throw new Error('no builder');
      const { job, here, source } = await sender.toBuild(input, builder);
      if (!job) return { result: here, formats: [], isUnchanged: false, source };
      const { result, files } = await answerTo(job, asker);
      const { outputs, isUnchanged } = await builder.write(input, files);
      return { result: { ...result, outputs }, formats: files.map(({ format }) => format), isUnchanged, source };
    },
    close: async () => {
      await Promise.all([reader.close(), asker.close()]);
    },
  };
}

/**
 * Reads reports and makes their jobs, or checks here what cannot be sent. Returns only what is needed later, because many reports
 * wait for their answers at a time.
 */
function createSender(
  prepare: Awaited<ReturnType<typeof createPreparer>>,
  today: string,
  cwd: string,
  withBaseline: boolean,
) {
  // Given content can be read only once.
  const kept = new Map<string, PreparedFile>();
  const checkedHere = (file: PreparedFile) => checkedReport(checkPrepared(file, today), cwd, withBaseline);
  return {
    /** A report that will be built is checked then, by the same job. */
    toCheck: async (input: InputFile, builder: QueueBuilder | undefined) => {
      const file = await prepare(input);
      if (!file) return undefined;
      if (builder && input.path === undefined) kept.set(input.name, file);
      if (!canBeSent(file)) return { known: checkedHere(file) };
      const known = asRead(file, cwd);
      return builder ? { known } : { known, job: jobOf(file, today, withBaseline) };
    },
    toBuild: async (input: InputFile, { job: choices }: QueueBuilder) => {
      const file = kept.get(input.name) ?? (await prepare(input));
      kept.delete(input.name);
      if (!file) throw changed(input.name);
      const source = file.settingsAround.config?.source;
      if (canBeSent(file)) {
        const build: BuildJob = { ...choices, source: choices.source ?? source ?? true };
        return { job: jobOf(file, today, withBaseline, build), source };
      }
      if (file.source.data !== undefined) throw importFirst(input.name);
      return { here: checkedHere(file).result, source };
    },
  };
}

async function answerTo(job: Job, asker: Asker): Promise<Exclude<JobAnswer, { problem: unknown }>> {
  const answer = await asker.ask(job);
  if (!('problem' in answer)) return answer;
  const { text, hint = TRY_HERE, details } = answer.problem;
  throw new UserError(text, hint, { ...(details && { details }) });
}

/** What is known of a report before it is checked. */
function asRead(file: PreparedFile, cwd: string) {
  const { input, source, previous, settingsAround, lacksPrevious } = file;
  const { content: _, ...rest } = input;
  return {
    input: rest,
    result: { file: source.file, text: '', diagnostics: [], waived: [], outputs: [] },
    isPublished: isPublished(input),
    isFixable: false,
    lacksPrevious,
    ignored: settingsAround.ignored,
    filesRead: filesRead(
      { ...file, ...(previous && 'source' in previous ? { previous } : { previous: undefined }) },
      cwd,
    ),
  };
}

const TRY_HERE = { zh: '在本机单独再试这一份', en: 'Try this report alone, without --queue' };

const importFirst = (name: string): UserError =>
  new UserError(
    {
      zh: `${name}：上年的报告不是报告文件（YAML），不能交给队列`,
      en: `${name}: last year's report is not a report file (YAML) and cannot be sent to the queue`,
    },
    {
      zh: '先用 report import 读出上年的报告，或者不用 --queue',
      en: "First read last year's report with report import, or build without --queue",
    },
  );
