import { checkedReport, withFewLines } from '../batch/checked-report.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { VERSION } from '../package/version.ts';
import type { PrintingMachine } from '../publish/browser-on-demand.ts';
import { openPublisher, type Publisher } from '../publish/publisher.ts';
import type { TemplateFiles } from '../render/template-sources.ts';
import { checkPrepared } from '../workspace/check-files.ts';
import { resultOf } from '../workspace/known-findings.ts';
import type { JobAnswer } from './answer.ts';
import { type BuildJob, readJob, type SentTemplate } from './job.ts';
import { preparedOf } from './prepared-job.ts';

/** Does jobs one after the other. It keeps what the last builds needed: fonts, templates, the reader of PDFs. */
export interface JobDoer {
  /** Never throws for what is wrong with the job or its report; `json` can be anything. */
  do(json: unknown): Promise<JobAnswer>;
  close(): Promise<void>;
}

/** `machineFor` returns the machine for builds with or without the fonts that are installed. */
export function createJobDoer(machineFor: (systemFonts: boolean) => PrintingMachine): JobDoer {
  const publishers = openPublishers(machineFor);
  const answerTo = async (json: unknown): Promise<JobAnswer> => {
    const job = readJob(json, VERSION);
    const file = checkPrepared(preparedOf(job), job.today);
    const { result, isFixable } = checkedReport(file, '/', true);
    if (!job.build) return { result, isFixable, files: [] };
    const built = await publishers.use(job.build, (publisher) => publisher.build(file));
    const files = built.files.map(({ format, content }) => ({ format, content }));
    return { result: withFewLines(resultOf({ ...file, diagnostics: built.diagnostics })), isFixable, files };
  };
  return {
    do: (json) =>
      answerTo(json).catch((error): JobAnswer => {
        if (!(error instanceof UserError)) throw error;
        const { text, hint, details } = error;
        return { problem: { text, hint, details } };
      }),
    close: publishers.close,
  };
}

/** Publishers that are kept, each for other options. */
const MOST_KEPT = 3;

function openPublishers(machineFor: (systemFonts: boolean) => PrintingMachine) {
  const kept = new Map<string, Promise<Publisher>>();
  const drop = async (key: string) => {
    const publisher = kept.get(key);
    kept.delete(key);
    await publisher?.then((one) => one.close()).catch(() => undefined);
  };
  return {
    /** Calls `work` with the publisher for these options, which is not kept if it fails. */
    use: async <T>(build: BuildJob, work: (publisher: Publisher) => Promise<T>): Promise<T> => {
      const key = JSON.stringify(build);
      const publisher = kept.get(key) ?? open(build, machineFor(build.systemFonts));
      // The newest is last.
      kept.delete(key);
      kept.set(key, publisher);
      const [oldest] = kept.keys();
      try {
        if (kept.size > MOST_KEPT && oldest !== undefined) await drop(oldest);
        return await work(await publisher);
      } catch (error) {
        await drop(key);
        throw error;
      }
    },
    close: async () => {
      await Promise.all([...kept.keys()].map(drop));
    },
  };
}

function open({ template, epoch, ...build }: BuildJob, machine: PrintingMachine): Promise<Publisher> {
  const env = { ...machine.env, SOURCE_DATE_EPOCH: epoch };
  return openPublisher(build, { ...machine, env, ownTemplate: template && templateFiles(template) });
}

/** The names that templates can have. */
const TEMPLATE_FILE = /^(?:partials\/)?[\w-]+\.(?:hbs|css)$/;

const templateFiles = ({ folder, files }: SentTemplate): TemplateFiles => ({
  own: new Map(Object.entries(files).filter(([name]) => TEMPLATE_FILE.test(name))),
  pathOf: (name) => `${folder}/${name}`,
});
