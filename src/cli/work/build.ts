import { resolve } from 'node:path';
import type { CheckedReport } from '../../batch/checked-report.ts';
import { type BuildingMachine, openBuilding } from '../../batch/open-building.ts';
import type { BuiltReport } from '../../batch/workshop.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { refuseClashes } from '../../publish/outputs.ts';
import { outputPaths, refuseOverwriting } from '../../publish/planned-outputs.ts';
import { openQueueBuilding } from '../../queue/open-queue-building.ts';
import type { FoundFiles, InputFile } from '../../workspace/files.ts';
import { checkRun } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import type { ExitCode } from '../output/exit-codes.ts';
import { buildAll } from './build-all.ts';
import { type BuildFlags, type BuildOptions, withSettings } from './build-options.ts';
import { askingFrom } from './queue-from.ts';

/** What `--watch` adds to a build: which files are built, and what it has to know of them. */
export interface BuildRound {
  /** Only these files are built. */
  readonly isWanted: (file: InputFile) => boolean;
  /** The reports that are not built now. */
  readonly others: readonly CheckedReport[];
  readonly onFound: (found: FoundFiles, out: string) => void;
  readonly onChecked: (checked: readonly CheckedReport[]) => void;
  /** Whether to tell now that the files contain the report file; called when they do. */
  readonly tellsSource: () => boolean;
}

const WHOLE: BuildRound = {
  isWanted: () => true,
  others: [],
  onFound: () => undefined,
  onChecked: () => undefined,
  tellsSource: () => true,
};

/**
 * `report build FILES…`: checks, then writes every format. A report that fails `validate` is written only with `--draft`;
 * the exit code is that of `validate`.
 */
export async function build(
  args: readonly string[],
  flags: BuildFlags,
  context: Context,
  { isWanted, others, onFound, onChecked, tellsSource }: BuildRound = WHOLE,
): Promise<ExitCode> {
  return checkRun(args, flags, context, async ({ find, check, tell }) => {
    const options = await withSettings(flags, context);
    const { out, formats } = options;
    const all = await find({ out });
    onFound(all, out);
    const found = { ...all, files: all.files.filter(isWanted) };
    const machine = machineOf(context);
    const asking = askingFrom(options, context);
    const workshop = asking
      ? await openQueueBuilding(options, asking, machine)
      : await openBuilding(found.files, { ...options, cache: options.cache !== false }, machine);
    try {
      const outputs = (file: CheckedReport) => plannedOutputs(file, options, context);
      const checked = await check(found, workshop, outputs);
      onChecked(checked);
      if (out === '-' && checked.length * formats.length > 1) throw ONE_TO_STANDARD_OUTPUT;
      refuseClashes([...others, ...checked]);
      refuseOverwriting([...others, ...checked], checked.flatMap(outputs), context.io.cwd);
      // A worker has a cache of its own.
      const cache = options.cache !== false && !asking;
      const written = await buildAll(checked, workshop, { ...options, cache }, tell, context);
      if (written.some((one) => hasSource(one, options)) && tellsSource()) context.progress(SOURCE_INSIDE);
      return written.map(({ result }) => result);
    } finally {
      await workshop.close();
    }
  });
}

function machineOf({ io, progress }: Context): BuildingMachine {
  const { cwd, env, now, signal, startBrowser, browserIdentity } = io;
  const print = (content: Uint8Array) => io.stdout.write(content);
  return { cwd, env, now, signal, onProgress: progress, print, ...(startBrowser && { startBrowser, browserIdentity }) };
}

const plannedOutputs = (file: CheckedReport, { out, formats, draft }: BuildOptions, { io }: Context): string[] =>
  out === '-' ? [] : outputPaths(file, { formats, draft, folder: resolve(io.cwd, out) });

/** True if the files contain the report file or all its data, and neither the command line nor the settings say so. */
const hasSource = (built: BuiltReport, { source }: BuildOptions): boolean =>
  (source ?? built.source) === undefined && built.formats.some((format) => ['html', 'pdf', 'docx'].includes(format));

const SOURCE_INSIDE: Text = {
  zh: '别人从这些文件里能取出报告文件里的注释（PDF）和豁免的理由。不公开，加 --no-source；公开，加 --source，不再提醒',
  en: 'Readers can take the comments of the report file (PDF) and the reasons of waivers from these files. To leave them out, add --no-source; to keep them, --source, which stops this message',
};

const ONE_TO_STANDARD_OUTPUT = new UserError(
  { zh: '-o - 只能写一份报告的一种格式', en: '-o - can write only one format of one report' },
  {
    zh: '例如 report build 2024.yaml --format pdf -o - > 2024.pdf',
    en: 'For example: report build 2024.yaml --format pdf -o - > 2024.pdf',
  },
);
