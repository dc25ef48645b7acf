import type { CheckedReport } from '../../batch/checked-report.ts';
import type { BuiltReport, Workshop } from '../../batch/workshop.ts';
import { countFindings, type FileResult, fails } from '../../diagnostics/result.ts';
import { plural, type Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { isInternal } from '../../render/formats.ts';
import { inParallel } from '../../workspace/read-reports.ts';
import type { CheckRun } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { openProgress } from '../output/progress.ts';
import type { BuildOptions } from './build-options.ts';

/** Fewer reports are built before anybody wonders. */
const FEWEST = 5;
const BUILDING: Text = { zh: '生成', en: 'Building' };

type TellOptions = Pick<BuildOptions, 'draft' | 'failOn' | 'formats' | 'cache'>;

/** Builds all checked reports, and tells how far it is. Returns those that were built; `tell` gets why the others were not. */
export async function buildAll(
  checked: readonly CheckedReport[],
  workshop: Workshop,
  options: TellOptions,
  tell: CheckRun['tell'],
  context: Context,
): Promise<BuiltReport[]> {
  const { io } = context;
  const all = checked.length;
  const built: BuiltReport[] = [];
  let [done, failed] = [0, 0];
  const progress = openProgress({ bar: BUILDING, fewest: FEWEST }, context);
  const finished = (line: (seconds: string) => Text, began: number, isBuilt: boolean) => {
    done++;
    if (!isBuilt) failed++;
    const seconds = ((io.now().getTime() - began) / 1000).toFixed(1);
    progress({ done, all, failed }, line(seconds));
  };
  progress({ done, all });
  try {
    await inParallel(checked, workshop.atOnce, async ({ input, result: { file } }, index) => {
      io.signal.throwIfAborted();
      const began = io.now().getTime();
      try {
        const one = await workshop.build(input);
        tellBuilt(one, options, context);
        built[index] = one;
        finished((seconds) => lineOf(one.result, seconds), began, one.result.outputs.length > 0);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        tell(error, file);
        finished(() => ({ zh: `${file}：没有生成`, en: `${file}: not built` }), began, false);
      }
    });
  } catch (error) {
    if (io.signal.aborted && all >= FEWEST)
      context.warn(interrupted(done - failed, failed, all, options.cache !== false));
    throw error;
  }
  const finishedOnes = built.filter((one) => one !== undefined);
  const same = finishedOnes.filter(({ isUnchanged }) => isUnchanged).length;
  if (same > 0) context.progress(unchanged(same, all));
  return finishedOnes;
}

function lineOf(result: FileResult, seconds: string): Text {
  const { file, outputs } = result;
  if (outputs.length > 0) {
    // Its files are listed at the end.
    return { zh: `${file}  ${seconds} 秒`, en: `${file}  ${seconds} s` };
  }
  const { errors, warnings } = countFindings([result]);
  const [zh, en] =
    errors > 0 ? [`${errors} 个错误`, plural(errors, 'error')] : [`${warnings} 个警告`, plural(warnings, 'warning')];
  return { zh: `${file}：没有生成：${zh}`, en: `${file}: not built: ${en}` };
}

function interrupted(built: number, failed: number, all: number, cached: boolean): Text {
  const goOn: Text = cached
    ? { zh: '再运行同一条命令，就接着生成其余的', en: 'To go on with the others, run the same command again' }
    : { zh: '再运行同一条命令，全部重新生成', en: 'The same command builds all of them again' };
  return {
    zh: `${all} 份报告生成了 ${built} 份${failed > 0 ? `，${failed} 份有问题没有生成` : ''}。${goOn.zh}`,
    en: `${built} of ${all} reports were built${failed > 0 ? `, and ${failed} not, because of findings or errors` : ''}. ${goOn.en}`,
  };
}

const unchanged = (same: number, all: number): Text =>
  same === all
    ? { zh: '成品都和原来的一样，没有重写', en: 'All files are as they were; none was written' }
    : {
        zh: `其中 ${same} 份的成品和原来的一样，没有重写`,
        en: `The files of ${plural(same, 'report')} are as they were and were not written`,
      };

function tellBuilt({ result, formats }: BuiltReport, options: TellOptions, context: Context): void {
  if (formats.length === 0) return;
  if (options.draft) tellDraft(result, options, context);
  else if (!options.formats.every(isInternal) && formats.every(isInternal)) context.warn(onlySheet(result.file));
}

const onlySheet = (file: string): Text => ({
  zh: `${file}：有问题，只生成了审签单`,
  en: `${file}: it has findings, so only the sheet for sign-off was built`,
});

function tellDraft(result: FileResult, { failOn }: TellOptions, { warn, progress }: Context): void {
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
