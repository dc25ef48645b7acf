import type { Context } from '../context.ts';
import { type ExitCode, worst } from '../exit-codes.ts';
import { type CheckOptions, checkFiles, printResults } from './check-files.ts';

/** `report validate FILES…`: check only. */
export async function validate(args: readonly string[], options: CheckOptions, context: Context): Promise<ExitCode> {
  const { checked, code } = await checkFiles(args, options, context);
  if (checked.length === 0) return code;
  const results = checked.map(({ source, diagnostics, waived }) => ({
    file: source.file,
    text: source.text,
    diagnostics,
    waived,
    outputs: [],
  }));
  return worst([code, await printResults(results, options, context)]);
}
