import { numbersOf } from './check/compared-numbers.ts';
import { figuresOf, type ReadFigure, type ReadStatement, statementsIn } from './check/read-figures.ts';
import type { ComparedNumbers } from './check/rule.ts';
import { ALL_RULES } from './check/rule-list.ts';
import type { Settings } from './check/settings.ts';
import type { FailOn, Problem, RunResult } from './diagnostics/result.ts';
import type { RuleInfo } from './diagnostics/rule.ts';
import type { Language, Text } from './diagnostics/text.ts';
import { UserError } from './diagnostics/user-error.ts';
import { reportYaml } from './import/yaml/report-yaml.ts';
import { HOMEPAGE, VERSION } from './package/version.ts';
import { type Built, writeFiles as writeBelow } from './publish/outputs.ts';
import type { Publisher, PublishOptions } from './publish/publisher.ts';
import type { Report } from './report/report.ts';
import { REPORTERS, TEXT_REPORTERS, type TextReporterName } from './reporters/index.ts';
import type { ReporterOptions } from './reporters/reporter.ts';
import type { Verifier, VerifyOptions } from './verify/verifier.ts';
import {
  type CheckedFile,
  type CheckedFiles,
  type CheckFilesOptions,
  checkFiles as checkInputs,
} from './workspace/check-files.ts';
import type { GivenContent, Input } from './workspace/files.ts';
import { type FixedFile, type FixedFiles, fixFiles as fixInputs } from './workspace/fix-files.ts';
import { type ImportedFile, type ImportedFiles, importFiles as importInputs } from './workspace/import-files.ts';
import type { Machine } from './workspace/machine.ts';

export { bindFile } from './workspace/bind-file.ts';
export { saveEdited, textAfter } from './workspace/edited-file.ts';
export { resultOf, withoutKnown } from './workspace/known-findings.ts';

/** The working folder, environment, clock and abort signal to use; missing ones are those of the process. */
export type Surroundings = Partial<Machine>;

const NEVER = new AbortController().signal;

const machineOf = ({ cwd, env, now, signal }: Surroundings): Machine => ({
  cwd: cwd ?? process.cwd(),
  env: env ?? process.env,
  now: now ?? (() => new Date()),
  signal: signal ?? NEVER,
});

/**
 * Finds, reads and checks reports as `report validate` does: with settings, last year's report and waivers. `inputs` are
 * files, folders and patterns, or texts. Inputs that cannot be found or read are in `problems`.
 * Throws a UserError if `against` cannot be read.
 */
export const checkFiles = (
  inputs: readonly Input[],
  options: CheckFilesOptions & Surroundings = {},
): Promise<CheckedFiles> => checkInputs(inputs, options, machineOf(options));

/** Checks the text of one report as if it were in a file with this name. Throws a UserError if its settings cannot be read. */
export async function checkText(
  text: string,
  name: string,
  options: CheckFilesOptions & Surroundings = {},
): Promise<CheckedFile> {
  const { checked, problems } = await checkFiles([{ name, content: text }], options);
  return only(checked, problems);
}

/**
 * Opens a publisher, which builds reports as `report build` does, with one browser for all of them. Close it when you are done.
 * Throws a UserError for an unknown format.
 */
export async function openPublisher(options: PublishOptions & Surroundings = {}): Promise<Publisher> {
  const { openPublisher: open } = await import('./publish/publisher.ts');
  return open(options, machineOf(options));
}

/**
 * Writes the files of a report to a folder and returns their names. No file is left half-written. Throws a UserError if one
 * cannot be written.
 */
export const writeFiles = (built: Built, folder: string, options: Surroundings = {}): Promise<string[]> =>
  writeBelow(built, folder, machineOf(options));

/**
 * Opens a verifier, which checks as `report verify` does that a published file matches its report. Close it when you are
 * done.
 */
export async function openVerifier(options: VerifyOptions & Surroundings = {}): Promise<Verifier> {
  const { openVerifier: open } = await import('./verify/verifier.ts');
  return open(options, machineOf(options));
}

/** Corrects what is certain in reports, as `report fix --dry-run` does. No file is changed; `saveEdited` writes the result. */
export const fixFiles = (inputs: readonly Input[], options: Surroundings = {}): Promise<FixedFiles> =>
  fixInputs(inputs, machineOf(options));

/** Corrects the text of one report. Throws a UserError if the text is not a report. */
export async function fixText(text: string, name: string, options: Surroundings = {}): Promise<FixedFile> {
  const { fixed, unreadable, problems } = await fixFiles([{ name, content: text }], options);
  const [why] = unreadable.flatMap(({ diagnostics }) => diagnostics);
  return only(fixed, why ? [new UserError(why.message, why.hint ?? SEE_FINDINGS)] : problems);
}

const SEE_FINDINGS: Text = { zh: '用 checkFiles 查看全部问题', en: 'checkFiles returns all findings' };

/**
 * Reads published reports of any format as `report import` does: web pages, Word, WPS, PDF and spreadsheet files. `inputs` are
 * files, folders and patterns, or contents. Files that are not reports are in `refused`, with the reason; inputs that cannot be
 * found or opened in `problems`. No file is written. Every file is read in a thread with limits of time and memory.
 */
export const importFiles = (inputs: readonly Input[], options: Surroundings = {}): Promise<ImportedFiles> =>
  importInputs(inputs, {}, machineOf(options));

/**
 * Reads one published report: a file by its path, or its content with a name. Throws a `Refusal` if it is not a report or cannot
 * be read as one, and a UserError if it cannot be opened.
 */
export async function importFile(input: string | GivenContent, options: Surroundings = {}): Promise<ImportedFile> {
  const { imported, refused, problems } = await importFiles([input], options);
  const [first] = refused;
  if (first) throw first.refusal;
  return only(imported, problems);
}

/**
 * The text of the report file for an imported report, with a comment at every cell that was not plainly a number. A report
 * file that was inside is returned as it is.
 */
export const importedText = ({ reading }: ImportedFile, options: ImportedTextOptions = {}): string =>
  reportYaml(reading, { schema: schemaInPackage(reading.tables.form.id), ...options });

/** Options of `importedText`. */
export interface ImportedTextOptions {
  /** Path or URL of the JSON Schema for editors; default: the schema in the package `ogi-report`. */
  readonly schema?: string;
  /** Path of last year's report file, relative to the new one. */
  readonly previous?: string;
}

const schemaInPackage = (edition: string): string => `node_modules/ogi-report/schemas/${edition}/report.schema.json`;

function only<One>([one]: readonly One[], [problem]: readonly UserError[]): One {
  if (one !== undefined) return one;
  throw (
    problem ??
    new UserError(
      { zh: '这段文字不是年度报告', en: 'This text is not an annual report' },
      { zh: '给出年度报告的 YAML 文字', en: 'Give the YAML text of an annual report' },
    )
  );
}

/**
 * Lists every figure in the prose with its meaning and the cells it was compared with, as `report claims` does. Empty if
 * the file cannot be read.
 */
export const claimsOf = (checked: CheckedFile): ReadFigure[] =>
  checked.report
    ? figuresOf({ report: checked.report, previous: checked.previous?.report, settings: checked.settings })
    : [];

/** Options of `readStatements`. */
export interface ReadStatementsOptions {
  /** The report of the year before, to compare growth with. */
  readonly previous?: Report;
  /** The key of the section that the text is in; default `overview`. Beside a table, words are about what the table counts. */
  readonly section?: string;
  /** Settings with the words of the house. */
  readonly settings?: Pick<Settings, 'prose'>;
}

/**
 * Reads what a text says, as `report claims` does, and compares it with the numbers of a report. The text is Markdown and can
 * have bindings, as in a report file; it need not be in the report. The statements are in the order of the text. A figure can
 * be in several of them: as a number of the tables, and as a part of a sum. Never throws.
 */
export const readStatements = (text: string, report: Report, options: ReadStatementsOptions = {}): ReadStatement[] =>
  statementsIn(text, { ...options, report });

/** All rules, each with what it requires, the reason and the source. */
export const RULES: readonly RuleInfo[] = ALL_RULES;

/**
 * The comparisons of a rule with the numbers of a report, as `report explain` shows them; undefined if the rule compares no
 * numbers.
 */
export function explain(rule: string, checked: CheckedFile): readonly ComparedNumbers[] | undefined {
  const { report, previous, settings } = checked;
  return report && numbersOf(rule, { report, previous: previous?.report, settings });
}

/** Options of `print`. */
export interface PrintOptions {
  /** Default `zh`. */
  readonly language?: Language;
  /** The severity that fails a run; default `error`. */
  readonly failOn?: FailOn;
  readonly color?: boolean;
  /** Also print findings of severity info. */
  readonly verbose?: boolean;
  /** Width in terminal columns; default 80. */
  readonly columns?: number;
  /** Why some inputs could not be checked: the `problems` of `checkFiles`. */
  readonly problems?: readonly Problem[];
}

/** Formats results as text, JSON, SARIF or another text format of `--reporter`. */
export const print = (results: RunResult, reporter: TextReporterName, options: PrintOptions = {}): string =>
  TEXT_REPORTERS[reporter](results, reporterOptions(options));

/** The findings as a workbook for Excel and WPS (`--reporter xlsx`): a sheet with one row for each finding, and one with the files. */
export const printWorkbook = (results: RunResult, options: PrintOptions = {}): Promise<Uint8Array> =>
  REPORTERS.xlsx(results, reporterOptions(options));

function reporterOptions(options: PrintOptions): ReporterOptions {
  const { language = 'zh', failOn = 'error', color = false, verbose = false, columns = 80, problems } = options;
  const tool = { version: VERSION, ...(HOMEPAGE !== undefined && { homepage: HOMEPAGE }), rules: ALL_RULES };
  return { tool, language, failOn, color, quiet: false, verbose, columns, problems };
}
