import { join, relative, resolve, sep } from 'node:path';
import { BASELINE_FILE, baselineOf, splitByBaseline } from '../../config/baseline.ts';
import { countFindings, type FileResult } from '../../diagnostics/result.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode, worst } from '../exit-codes.ts';
import { displayName } from '../files.ts';
import { surroundingsFinder } from '../surroundings.ts';
import { writeWhole } from '../write-file.ts';
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
  if (options.writeBaseline) return worst([code, await writeBaseline(checked, context)]);
  if (options.listWaivers) {
    const { printWaivers } = await import('../list-waivers.ts');
    return worst([code, printWaivers(checked, context)]);
  }
  const results = checked.map((file) => resultOf(file, options.baseline !== false, context));
  return worst([code, await printResults(results, options, context), tooManyWarnings(results, options, context)]);
}

function resultOf(
  { source, diagnostics, waived, surroundings }: CheckedFile,
  known: boolean,
  { io }: Context,
): FileResult {
  const { baseline, baselineFolder } = surroundings;
  const name = baselineFolder === undefined ? '' : nameBelow(baselineFolder, source.file, io.cwd);
  const { fresh, old } = splitByBaseline(diagnostics, (known && baseline?.findings[name]) || []);
  const inBaseline = old.map((diagnostic) => ({ diagnostic, by: 'baseline' as const, reason: '' }));
  return { file: source.file, text: source.text, diagnostics: fresh, waived: [...waived, ...inBaseline], outputs: [] };
}

const nameBelow = (folder: string, file: string, cwd: string): string =>
  relative(folder, resolve(cwd, file)).split(sep).join('/');

/** Writes the baseline beside the settings, else into the working folder; what it knows of other files stays. */
async function writeBaseline(checked: readonly CheckedFile[], { io, progress }: Context): Promise<ExitCode> {
  const here = await surroundingsFinder(io.cwd)(io.cwd);
  const folder = here.baselineFolder ?? here.configFolder ?? io.cwd;
  const own = checked.map(({ source, diagnostics }) => ({ file: nameBelow(folder, source.file, io.cwd), diagnostics }));
  const names = new Set(own.map(({ file }) => file));
  const others = Object.entries(here.baseline?.findings ?? {}).filter(([file]) => !names.has(file));
  const { version, findings } = baselineOf(own);
  const all = [...others, ...Object.entries(findings)].sort(([a], [b]) => (a < b ? -1 : 1));
  const path = join(folder, BASELINE_FILE);
  await writeWhole(path, `${JSON.stringify({ version, findings: Object.fromEntries(all) }, null, 2)}\n`);
  const count = Object.values(findings).flat().length;
  const name = displayName(path, io.cwd);
  progress({
    zh: `已把 ${checked.length} 份报告现有的 ${count} 个问题记进 ${name}；以后只报告新的问题。请把它提交到仓库`,
    en: `Wrote the ${count} findings of ${checked.length} reports to ${name}; from now on only new ones count. Commit it`,
  });
  return EXIT.ok;
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
