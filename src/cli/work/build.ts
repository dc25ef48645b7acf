import { resolve } from 'node:path';
import type { CheckedReport } from '../../batch/checked-report.ts';
import { openBuilding } from '../../batch/open-building.ts';
import type { BuiltReport } from '../../batch/workshop.ts';
import { type FileResult, fails } from '../../diagnostics/result.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { formatsNamed } from '../../publish/format-names.ts';
import { refuseClashes } from '../../publish/outputs.ts';
import { outputPaths, refuseOverwriting } from '../../publish/planned-outputs.ts';
import { openQueueBuilding } from '../../queue/open-queue-building.ts';
import { isInternal } from '../../render/formats.ts';
import { inParallel } from '../../workspace/read-reports.ts';
import { settingsFinder } from '../../workspace/settings-around.ts';
import { settingsOut } from '../../workspace/settings-out.ts';
import { type CheckCommandOptions, checkRun } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import type { ExitCode } from '../output/exit-codes.ts';
import { askingFrom, type QueueFlags } from './queue-from.ts';

export interface BuildOptions extends CheckCommandOptions, QueueFlags {
  /** The output folder; `-` writes one format of one report to standard output. */
  readonly out: string;
  readonly formats: readonly string[];
  readonly draft?: boolean;
  readonly systemFonts?: boolean;
  readonly template?: string;
  readonly readBack?: boolean;
  readonly source?: boolean | undefined;
  readonly cache?: boolean;
}

/** The options from the command line. Missing ones come from the settings; the defaults are `out` and `html,pdf`. */
export type BuildFlags = Omit<BuildOptions, 'out' | 'formats'> & { readonly out?: string; readonly format?: string };

/**
 * `report build FILES…`: checks, then writes every format. A report that fails `validate` is written only with `--draft`;
 * the exit code is that of `validate`.
 */
export async function build(args: readonly string[], flags: BuildFlags, context: Context): Promise<ExitCode> {
  const { io } = context;
  return checkRun(args, flags, context, async ({ find, check, tell }) => {
    const options = await withSettings(flags, context);
    const { out, formats } = options;
    const found = await find({ out });
    const { cwd, env, now, signal, startBrowser } = io;
    const print = (content: Uint8Array) => io.stdout.write(content);
    const machine = {
      cwd,
      env,
      now,
      signal,
      onProgress: context.progress,
      print,
      ...(startBrowser && { startBrowser }),
    };
    const asking = askingFrom(options, context);
    const workshop = asking
      ? await openQueueBuilding(options, asking, machine)
      : await openBuilding(found.files, { ...options, cache: options.cache !== false }, machine);
    try {
      const outputs = (file: CheckedReport) => plannedOutputs(file, options, context);
      const checked = await check(found, workshop, outputs);
      if (out === '-' && checked.length * formats.length > 1) throw ONE_TO_STANDARD_OUTPUT;
      refuseClashes(checked);
      refuseOverwriting(checked, checked.flatMap(outputs), io.cwd);
      const built: BuiltReport[] = [];
      await inParallel(checked, workshop.atOnce, async ({ input, result }, index) => {
        io.signal.throwIfAborted();
        try {
          const one = await workshop.build(input);
          tellBuilt(one, options, context);
          built[index] = one;
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          tell(error, result.file);
        }
      });
      const written = built.filter((one) => one !== undefined);
      if (written.some((one) => hasSource(one, options))) context.progress(SOURCE_INSIDE);
      return written.map(({ result }) => result);
    } finally {
      await workshop.close();
    }
  });
}

const plannedOutputs = (file: CheckedReport, { out, formats, draft }: BuildOptions, { io }: Context): string[] =>
  out === '-' ? [] : outputPaths(file, { formats, draft, folder: resolve(io.cwd, out) });

/** True if the files contain the report file or all its data, and neither the command line nor the settings say so. */
const hasSource = (built: BuiltReport, { source }: BuildOptions): boolean =>
  (source ?? built.source) === undefined && built.formats.some((format) => ['html', 'pdf'].includes(format));

const SOURCE_INSIDE: Text = {
  zh: 'PDF 附有报告文件原文，包括注释；PDF 和网页的数据里有豁免的理由和批准人。不公开这些，加 --no-source；公开而且不再提醒，加 --source；也可以在设置里写 build.source',
  en: 'The PDF contains the report file with its comments, and the data of PDF and page contain the waivers with reasons and names. To leave them out, use --no-source; to keep them without this message, --source; or set build.source',
};

/** Adds the output folder and formats from the settings of the working folder, if the command line does not give them. */
async function withSettings({ format, ...flags }: BuildFlags, { io, warn }: Context): Promise<BuildOptions> {
  const { config, configFolder, ignored } = await settingsFinder(io.cwd)(io.cwd);
  for (const one of ignored) warn(one);
  const named = config?.out !== undefined && configFolder !== undefined;
  const formats = formatsNamed(format?.split(',') ?? config?.formats ?? ['html', 'pdf']);
  // The settings around each report also apply; of two answers, the one that publishes less counts.
  const source = flags.source ?? (config?.source === false ? false : undefined);
  return { ...flags, out: flags.out ?? (named ? settingsOut(config.out, configFolder) : 'out'), formats, source };
}

const ONE_TO_STANDARD_OUTPUT = new UserError(
  { zh: '-o - 只能写一份报告的一种格式', en: '-o - can write only one format of one report' },
  {
    zh: '例如 report build 2024.yaml --format pdf -o - > 2024.pdf',
    en: 'For example: report build 2024.yaml --format pdf -o - > 2024.pdf',
  },
);

function tellBuilt({ result, formats }: BuiltReport, options: BuildOptions, context: Context): void {
  if (formats.length === 0) return;
  if (options.draft) tellDraft(result, options, context);
  else if (!options.formats.every(isInternal) && formats.every(isInternal)) context.warn(onlySheet(result.file));
}

const onlySheet = (file: string): Text => ({
  zh: `${file}：有问题，只生成了审签单`,
  en: `${file}: it has findings, so only the sheet for sign-off was built`,
});

function tellDraft(result: FileResult, { failOn }: BuildOptions, { warn, progress }: Context): void {
  const { file } = result;
  if (!fails(result, failOn)) {
    progress({ zh: `${file}：生成的是草稿`, en: `${file}: built as a draft` });
    return;
  }
  warn({
    zh: `${file}：按草稿生成，问题改好之前不能发布`,
    en: `${file}: built as a draft; do not publish it until the findings are corrected`,
  });
}
