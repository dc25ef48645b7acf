import { cellUnknown } from '../../check/structure/cell-unknown.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { factsInDoubt } from '../../import/facts-in-doubt.ts';
import type { PublishedReading } from '../../import/reading.ts';
import { reportYaml } from '../../import/yaml/report-yaml.ts';
import { checkFiles } from '../../workspace/check-files.ts';
import { type ImportedFile, importFiles } from '../../workspace/import-files.ts';
import { type PlannedImport, plannedImports } from '../../workspace/planned-imports.ts';
import { writeOutput } from '../../workspace/write-file.ts';
import { inputsOf } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { countFiles } from '../output/count-files.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';
import { type ImportResult, importJson } from '../output/import-json.ts';
import { tellImport, tellRefusal } from '../output/import-summary.ts';
import { writeData } from '../output/io.ts';
import { schemaReference } from './edition-named.ts';

export interface ImportOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly strict?: boolean;
  /** Tells what would be read; writes nothing. */
  readonly dryRun?: boolean;
  readonly reporter?: 'text' | 'json';
  readonly stdinFilename?: string;
}

const READING: Text = { zh: '读取', en: 'Reading' };

/** `report import FILES…`: reads published reports and writes them as report files, all of them or, if names clash, none. */
export async function importReports(
  args: readonly string[],
  options: ImportOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, fail } = context;
  const { out, reporter } = options;
  const asJson = reporter === 'json';
  if (asJson && out === '-') throw JSON_AND_YAML;
  const found = await importFiles(
    inputsOf(args, options.stdinFilename, io),
    { onRead: countFiles(READING, context) },
    io,
  );
  const { imported, refused } = found;
  const problems = [...found.problems];
  if (!asJson) for (const one of refused) tellRefusal(one, context);
  const results: ImportResult[] = [];
  const toOutput = out === undefined || out === '-';
  if (toOutput && !asJson && !options.dryRun && imported.length > 1) throw SEVERAL;
  const planned = toOutput ? imported : plannedImports(imported, out, { cwd: io.cwd, force: options.force ?? false });
  const written: (readonly [ImportedFile | PlannedImport, text: string])[] = [];
  const unwritten: UserError[] = [];
  for (const one of planned) {
    io.signal.throwIfAborted();
    try {
      written.push([one, await write(one, { isPrinted: toOutput && !asJson, dryRun: options.dryRun }, context)]);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unwritten.push(error);
    }
  }
  // Last year's reports are all there now.
  for (const [one, text] of written) {
    const { input, reading } = one;
    const result = await resultOf(options.dryRun ? { input, reading } : one, text, context);
    if (!asJson) tellImport(result, context);
    results.push(result);
  }
  for (const problem of [...problems, ...firstOf(unwritten)]) fail(problem);
  problems.push(...unwritten);
  if (asJson) writeData(io.stdout, importJson(results, { refused, problems }, context.language));
  const isUnsure = options.strict && results.some(({ reading }) => isDoubtful(reading));
  return worst([problems.length > 0 ? EXIT.unable : EXIT.ok, refused.length > 0 || isUnsure ? EXIT.findings : EXIT.ok]);
}

/** Files in one folder mostly cannot be written for one reason: it and the advice are told once, then the other files. */
function firstOf(unwritten: readonly UserError[]): UserError[] {
  const [first, ...others] = unwritten;
  return first
    ? [new UserError(first.text, first.hint, { cause: first, details: others.map(({ text }) => text) })]
    : [];
}

/** Writes the report file of a reading, or prints it, and returns its text. */
async function write(
  one: ImportedFile | PlannedImport,
  { isPrinted, dryRun = false }: { readonly isPrinted: boolean; readonly dryRun: boolean | undefined },
  { io }: Context,
): Promise<string> {
  const path = 'path' in one ? one.path : undefined;
  const text = reportYaml(one.reading, {
    schema: schemaReference(path, one.reading.tables.form.id, io.cwd),
    previous: 'previous' in one ? one.previous : undefined,
  });
  if (dryRun) return text;
  if (path !== undefined) await writeOutput(path, text, 'name' in one ? one.name : path);
  else if (isPrinted) writeData(io.stdout, text);
  return text;
}

/** What was read, with the number of findings of `report validate` in the report file. */
async function resultOf(one: ImportedFile | PlannedImport, text: string, { io }: Context): Promise<ImportResult> {
  const { input, reading } = one;
  const output = 'name' in one ? one.name : undefined;
  const { checked } = await checkFiles([{ name: output ?? `${input.name}.yaml`, content: text }], {}, io);
  const diagnostics = checked.flatMap((file) => file.diagnostics);
  const count = (severity: string) => diagnostics.filter((finding) => finding.severity === severity).length;
  const unread = diagnostics.filter(({ rule, severity }) => severity === 'error' && rule === cellUnknown.id).length;
  return { file: input.name, reading, output, errors: count('error'), unread, warnings: count('warning') };
}

function isDoubtful(reading: PublishedReading): boolean {
  const { doubtful, missing } = factsInDoubt(reading);
  const isUnsure = [...reading.tables.cells.values()].some(({ confidence }) => confidence !== 'sure');
  return reading.source === undefined && (isUnsure || doubtful.length + missing.length > 0);
}

const SEVERAL = new UserError(
  { zh: '标准输出只能写一份报告，读出了几份', en: 'Standard output takes one report, and several were read' },
  { zh: '写进文件夹：report import … -o reports/', en: 'Write them to a folder: report import … -o reports/' },
);
const JSON_AND_YAML = new UserError(
  { zh: '标准输出写了 JSON，就不能再写 YAML', en: 'Standard output has the JSON and cannot have the YAML too' },
  { zh: '-o 后面写一个文件，或者不写 --reporter json', en: 'Give a file with -o, or omit --reporter json' },
);
