import { ALL_RULES } from '../../check/rule-list.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { VERSION } from '../../package/version.ts';
import { REPORTERS } from '../../reporters/index.ts';
import { locate } from '../../source/locate.ts';
import { type FixedFile, fixFiles, type UnreadableFile } from '../../workspace/fix-files.ts';
import { inputsOf, notAReport } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { deliver, printPatch, tellChanges } from '../output/edited-file.ts';
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
  for (const one of fixed) {
    try {
      codes.push(await fixOne(one, options, context));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unable.push(error);
    }
  }
  for (const problem of unable) fail(problem);
  return worst([...codes, unable.length > 0 ? EXIT.unable : EXIT.ok]);
}

async function fixOne(fixed: FixedFile, { dryRun }: FixOptions, context: Context): Promise<ExitCode> {
  const { input, before, changes, left } = fixed;
  if (changes.length === 0) {
    context.progress({ zh: `${input.name}：没有要改的`, en: `${input.name}: nothing to change` });
  }
  if (!dryRun) await deliver(fixed, context);
  else if (changes.length > 0) await printPatch(fixed, context);
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
