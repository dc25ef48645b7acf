import { countFindings, type FileResult } from '../../diagnostics/result.ts';
import { resultOf, withoutKnown } from '../../workspace/known-findings.ts';
import { type CheckOptions, checkAndTell, printResults } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';

export interface ValidateOptions extends CheckOptions {
  /** More warnings than this fail the run. */
  readonly maxWarnings?: number;
  /** Print the waivers of the reports instead of the findings. */
  readonly listWaivers?: boolean;
  /** Write down the findings there are, so that from now on only new ones count. */
  readonly writeBaseline?: boolean;
  /** `false`: every finding counts, known or not. */
  readonly baseline?: boolean;
}

/** `report validate FILES…`: check only. */
export async function validate(args: readonly string[], options: ValidateOptions, context: Context): Promise<ExitCode> {
  const { checked, code } = await checkAndTell(args, options, context);
  if (checked.length === 0) return code;
  if (options.writeBaseline) {
    const { writeBaseline } = await import('../output/write-baseline.ts');
    return worst([code, await writeBaseline(checked, context)]);
  }
  if (options.listWaivers) {
    const { printWaivers } = await import('../output/list-waivers.ts');
    return worst([code, printWaivers(checked, context)]);
  }
  const results = checked.map((file) => (options.baseline === false ? resultOf(file) : withoutKnown(file)));
  return worst([code, await printResults(results, options, context), tooManyWarnings(results, options, context)]);
}

function tooManyWarnings(
  results: readonly FileResult[],
  { maxWarnings }: ValidateOptions,
  { warn }: Context,
): ExitCode {
  const { warnings } = countFindings(results);
  if (maxWarnings === undefined || warnings <= maxWarnings) return EXIT.ok;
  warn({
    zh: `${warnings} 个警告，超过了 --max-warnings ${maxWarnings}`,
    en: `${warnings} warnings, more than --max-warnings ${maxWarnings}`,
  });
  return EXIT.findings;
}
