import { knownOf, splitByBaseline } from '../../config/baseline.ts';
import { countFindings, type FileResult } from '../../diagnostics/result.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode, worst } from '../exit-codes.ts';
import { nameBelow } from '../surroundings.ts';
import { type CheckedFile, type CheckOptions, checkFiles, printResults } from './check-files.ts';

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
  const { checked, code } = await checkFiles(args, options, context);
  if (checked.length === 0) return code;
  if (options.writeBaseline) {
    const { writeBaseline } = await import('../write-baseline.ts');
    return worst([code, await writeBaseline(checked, context)]);
  }
  if (options.listWaivers) {
    const { printWaivers } = await import('../list-waivers.ts');
    return worst([code, printWaivers(checked, context)]);
  }
  const results = checked.map((file) => resultOf(file, options.baseline !== false, context));
  return worst([code, await printResults(results, options, context), tooManyWarnings(results, options, context)]);
}

function resultOf(file: CheckedFile, useBaseline: boolean, { io }: Context): FileResult {
  const { source, report, diagnostics, waived, surroundings } = file;
  const { baseline, baselineFolder } = surroundings;
  // What makes a file unreadable hides everything else in it: it is never known.
  const known =
    useBaseline && report && baseline && baselineFolder !== undefined
      ? knownOf(baseline, nameBelow(baselineFolder, source.file, io.cwd))
      : [];
  const { fresh, old } = splitByBaseline(diagnostics, known);
  const inBaseline = old.map((diagnostic) => ({ diagnostic, by: 'baseline' as const, reason: '' }));
  return { file: source.file, text: source.text, diagnostics: fresh, waived: [...waived, ...inBaseline], outputs: [] };
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
