import { ALL_RULES } from '../../check/rule-list.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { shellWord } from '../../diagnostics/shell-word.ts';
import { plural } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { VERSION } from '../../package/version.ts';
import { REPORTERS } from '../../reporters/index.ts';
import { locate } from '../../source/locate.ts';
import { type FixedFile, fixFiles, type UnreadableFile } from '../../workspace/fix-files.ts';
import { inputsOf, notAReport } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { deliver, patchBase, printPatch, tellChanges, tellPatchBase } from '../output/edited-file.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';

export interface FixOptions {
  readonly dryRun?: boolean;
  readonly stdinFilename?: string;
}

/** `report fix FILES…`: corrects what is certain in the files, or prints it as a patch. */
export async function fix(args: readonly string[], options: FixOptions, context: Context): Promise<ExitCode> {
  const { io, progress, warn, fail } = context;
  const { fixed, unreadable, passedOver, problems } = await fixFiles(inputsOf(args, options.stdinFilename, io), io);
  const codes: ExitCode[] = [];
  for (const { name, found } of passedOver) {
    if (found) progress(notAReport(name));
    else {
      warn(notAReport(name));
      codes.push(EXIT.findings);
    }
  }
  for (const one of unreadable) codes.push(cannotRead(one, context));
  const unable = [...problems];
  const base = patchBase(fixed, io.cwd);
  for (const one of fixed) {
    try {
      codes.push(await fixOne(one, { ...options, base }, context));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unable.push(error);
    }
  }
  if (options.dryRun) tellPatchBase(base, context);
  tellRemaining(fixed, args, context);
  for (const problem of unable) fail(problem);
  return worst([...codes, unable.length > 0 ? EXIT.unable : EXIT.ok]);
}

async function fixOne(
  fixed: FixedFile,
  { dryRun, base }: FixOptions & { readonly base: string },
  context: Context,
): Promise<ExitCode> {
  const { input, before, changes, left } = fixed;
  if (changes.length === 0) {
    context.progress({ zh: `${input.name}：没有要改的`, en: `${input.name}: nothing to change` });
  }
  if (!dryRun) await deliver(fixed, context);
  else if (changes.length > 0) await printPatch(fixed, context, base);
  const [{ length }, { name }] = [changes, input];
  const heading = { zh: `${name}：改了 ${length} 处`, en: `${name}: ${length} ${length === 1 ? 'change' : 'changes'}` };
  if (!dryRun) tellChanges(fixed, heading, context);
  // With --dry-run the file is not written, so the old line numbers apply.
  for (const one of left) tellLeft(one, dryRun ? locate(before, one.path, 'value') : one.range, context);
  return left.length > 0 || (dryRun && changes.length > 0) ? EXIT.findings : EXIT.ok;
}

function tellLeft(
  { file, message, hint }: Diagnostic,
  { line, column }: { readonly line: number; readonly column: number },
  { warn }: Context,
): void {
  const place = `${file}:${line}:${column}`;
  warn({
    zh: `${place} 没有改：${message.zh}${hint ? `。${hint.zh}` : ''}`,
    en: `${place} not changed: ${message.en}${hint ? `. ${hint.en}` : ''}`,
  });
}

/** More names than this would fill the line. */
const MOST_NAMES = 3;

/** The last line: how many errors and warnings there still are, and the next command. The exit code does not depend on it. */
function tellRemaining(fixed: readonly FixedFile[], args: readonly string[], { progress }: Context): void {
  if (fixed.length === 0) return;
  const all = fixed.flatMap(({ remaining }) => remaining);
  const count = (one: Diagnostic['severity']) => all.filter(({ severity }) => severity === one).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const names = args.length > MOST_NAMES ? '…' : args.map(shellWord).join(' ');
  progress(
    errors + warnings === 0
      ? {
          zh: `没有发现别的问题；下一步：report build ${names}`,
          en: `Nothing else was found; next: report build ${names}`,
        }
      : {
          zh: `还有 ${errors} 个错误、${warnings} 个警告，要由人来改；逐条看：report validate ${names}`,
          en: `Left for you: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}; report validate ${names} lists them`,
        },
  );
}

/** Prints the findings on standard error, because standard output has the patch or the report. */
function cannotRead({ source, diagnostics }: UnreadableFile, context: Context): ExitCode {
  const { io, language, quiet, verbose, colorOf } = context;
  const result = { file: source.file, text: source.text, diagnostics, waived: [], outputs: [] };
  const options = {
    tool: { version: VERSION, rules: ALL_RULES },
    failOn: 'error' as const,
    language,
    quiet,
    verbose,
    color: colorOf(io.stderr),
  };
  io.stderr.write(REPORTERS.text([result], { ...options, columns: io.stderr.columns }));
  return EXIT.findings;
}
