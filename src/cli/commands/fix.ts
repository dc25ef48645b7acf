import { check } from '../../check/check.ts';
import { ALL_RULES } from '../../check/rule-list.ts';
import type { Diagnostic, Range } from '../../diagnostics/diagnostic.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { type Change, fixReport } from '../../edit/fix.ts';
import { EDITIONS } from '../../form/editions.ts';
import type { FormDef } from '../../form/types.ts';
import { VERSION } from '../../package/version.ts';
import { REPORTERS } from '../../reporters/index.ts';
import { locate } from '../../source/locate.ts';
import type { Source } from '../../source/parse.ts';
import { noReport } from '../../workspace/check-files.ts';
import { findFiles, type InputFile } from '../../workspace/files.ts';
import { looksLikeReport, readSource } from '../../workspace/read-report.ts';
import { rewriteWhole } from '../../workspace/write-file.ts';
import { inputsOf, notAReport } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';

export interface FixOptions {
  readonly dryRun?: boolean;
  readonly stdinFilename?: string;
}

interface Run {
  readonly options: FixOptions;
  readonly context: Context;
  /** Where it is told what was done; standard output may carry the report itself. */
  readonly output: Context['io']['stdout'];
}

/** `report fix FILES…`: writes what can be known back into the files, or shows it as a patch. */
export async function fix(args: readonly string[], options: FixOptions, context: Context): Promise<ExitCode> {
  const { io } = context;
  const { files, problems } = await findFiles(inputsOf(args, options.stdinFilename, io), io);
  const run: Run = { options, context, output: args.includes('-') ? io.stderr : io.stdout };
  const codes: (ExitCode | undefined)[] = [];
  for (const file of files) {
    io.signal.throwIfAborted();
    const code = await fixFile(file, run).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      problems.push(error);
      return EXIT.unable;
    });
    codes.push(code);
  }
  const reports = codes.filter((code) => code !== undefined);
  if (reports.length === 0 && problems.length === 0) problems.push(noReport());
  for (const problem of problems) context.fail(problem);
  return worst([...reports, problems.length > 0 ? EXIT.unable : EXIT.ok]);
}

/** undefined for a file met in a folder that is no report. */
async function fixFile(file: InputFile, run: Run): Promise<ExitCode | undefined> {
  const { options } = run;
  const source = await readSource(file);
  if (source.findings.length === 0 && !looksLikeReport(source)) return passOver(file, run);
  if (file.found && !looksLikeReport(source)) return passOver(file, run);
  const fixed = fixReport(source);
  if (fixed.source.data === undefined) return cannotRead(source, run);
  const code = await deliver(file, { source, fixed: fixed.source, changes: fixed.changes }, run);
  const left = leftAlone(check(fixed.source).diagnostics);
  // Without writing, the file's lines are where they were.
  for (const one of left) sayLeft(one, options.dryRun ? locate(source, one.path, 'value') : one.range, run);
  return left.length > 0 ? worst([code, EXIT.findings]) : code;
}

interface Result {
  readonly source: Source;
  readonly fixed: Source;
  readonly changes: readonly Change[];
}

/** Writes the file, or shows the patch, or prints what came from standard input. */
async function deliver(file: InputFile, result: Result, run: Run): Promise<ExitCode> {
  const { io, progress, colorOf } = run.context;
  const { source, fixed, changes } = result;
  const { mark = '' } = source;
  const changed = changes.length > 0;
  if (run.options.dryRun && changed) {
    const { unifiedDiff } = await import('../output/patch.ts');
    io.stdout.write(unifiedDiff(file.name, mark + source.text, mark + fixed.text, colorOf(io.stdout)));
    return EXIT.findings;
  }
  if (!changed) progress({ zh: `${file.name}：没有要改的`, en: `${file.name}: nothing to change` });
  if (run.options.dryRun) return EXIT.ok;
  io.signal.throwIfAborted();
  if (file.path === undefined) io.stdout.write(mark + fixed.text);
  else if (changed) await rewriteWhole(file.path, file.name, mark + fixed.text);
  if (changed) tell(file, changes, run);
  return EXIT.ok;
}

function tell({ name }: InputFile, changes: readonly Change[], { context, output }: Run): void {
  const { t, quiet } = context;
  if (quiet) return;
  const count = changes.length;
  const head = t({ zh: `${name}：改了 ${count} 处`, en: `${name}: ${count} ${count === 1 ? 'change' : 'changes'}` });
  const lines = changes.map(({ line, message }) =>
    t({ zh: `  第 ${line} 行 ${message.zh}`, en: `  line ${line} ${message.en}` }),
  );
  output.write(`${[head, ...lines].join('\n')}\n`);
}

/** Rules about numbers that are not what they should be, where only a person can say what they are. */
const LEFT = new Set([
  'not-a-count',
  'not-a-row',
  ...EDITIONS.flatMap(({ identities }: FormDef) => identities.flatMap((one) => (one.definesLeft ? [one.rule] : []))),
]);

const leftAlone = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ rule, cause }) => LEFT.has(rule) && cause === undefined);

function sayLeft({ file, message, hint }: Diagnostic, { line, column }: Range, { context }: Run): void {
  const place = `${file}:${line}:${column}`;
  context.warn({
    zh: `${place} 没有改：${message.zh}${hint ? `。${hint.zh}` : ''}`,
    en: `${place} left as it is: ${message.en}${hint ? `. ${hint.en}` : ''}`,
  });
}

function passOver({ name, found }: InputFile, { context }: Run): ExitCode | undefined {
  if (found) context.progress(notAReport(name));
  else context.warn(notAReport(name));
  return found ? undefined : EXIT.findings;
}

/** Findings on standard error: standard output has the patch or the report. */
function cannotRead(source: Source, { context }: Run): ExitCode {
  const { io, language, quiet, verbose, colorOf } = context;
  const { diagnostics } = check(source);
  const result = { file: source.file, text: source.text, diagnostics, waived: [], outputs: [] };
  const options = {
    tool: { version: VERSION, rules: ALL_RULES },
    failOn: 'error' as const,
    language,
    quiet,
    verbose,
    color: colorOf(io.stderr),
  };
  io.stderr.write(REPORTERS.text([result], { ...options, columns: Math.max(40, Math.min(io.stderr.columns, 120)) }));
  return EXIT.findings;
}
