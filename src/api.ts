import { figuresOf, type ReadFigure } from './check/claims.ts';
import { numbersOf } from './check/compared-numbers.ts';
import type { ComparedNumbers } from './check/rule.ts';
import { ALL_RULES } from './check/rule-list.ts';
import type { FailOn, RunResult } from './diagnostics/result.ts';
import type { RuleInfo } from './diagnostics/rule.ts';
import type { Language } from './diagnostics/text.ts';
import { UserError } from './diagnostics/user-error.ts';
import { HOMEPAGE, VERSION } from './package/version.ts';
import { type Built, writeFiles as writeBelow } from './publish/outputs.ts';
import type { Publisher, PublishOptions } from './publish/publisher.ts';
import { REPORTERS, type ReporterName } from './reporters/index.ts';
import type { Verifier, VerifyOptions } from './verify/verifier.ts';
import {
  type CheckedFile,
  type CheckedFiles,
  type CheckFilesOptions,
  checkFiles as checkInputs,
} from './workspace/check-files.ts';
import type { Input } from './workspace/files.ts';
import { type FixedFile, type FixedFiles, fixFiles as fixInputs } from './workspace/fix-files.ts';
import type { Machine } from './workspace/machine.ts';

export { bindFile } from './workspace/bind-file.ts';
export { saveEdited, textAfter } from './workspace/edited-file.ts';
export { resultOf, withoutKnown } from './workspace/known-findings.ts';

/** Where work is done; what is left out is that of the process. */
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
 * files, folders and patterns, or texts. What can't be found or read is among the `problems`.
 * Throws a UserError where `against` can't be read.
 */
export const checkFiles = (
  inputs: readonly Input[],
  options: CheckFilesOptions & Surroundings = {},
): Promise<CheckedFiles> => checkInputs(inputs, options, machineOf(options));

/** Checks the text of one report as if it lay in a file of this name. Throws a UserError where its settings can't be read. */
export async function checkText(
  text: string,
  name: string,
  options: CheckFilesOptions & Surroundings = {},
): Promise<CheckedFile> {
  const { checked, problems } = await checkFiles([{ name, content: text }], options);
  return only(checked, problems);
}

/**
 * Opens a publisher, which builds reports as `report build` does, with one browser for all of them; close it in the end.
 * Throws a UserError for a format that does not exist.
 */
export async function openPublisher(options: PublishOptions & Surroundings = {}): Promise<Publisher> {
  const { openPublisher: open } = await import('./publish/publisher.ts');
  return open(options, machineOf(options));
}

/** Writes the files of a report below a folder, each whole or not at all; gives their names. Throws a UserError where one can't be written. */
export const writeFiles = (built: Built, folder: string, options: Surroundings = {}): Promise<string[]> =>
  writeBelow(built, folder, machineOf(options));

/** Opens a verifier, which tells as `report verify` does whether a published file is what a report builds; close it in the end. */
export async function openVerifier(options: VerifyOptions & Surroundings = {}): Promise<Verifier> {
  const { openVerifier: open } = await import('./verify/verifier.ts');
  return open(options, machineOf(options));
}

/** Corrects what can be known in reports, as `report fix --dry-run` does; `saveEdited` writes what came of it. */
export const fixFiles = (inputs: readonly Input[], options: Surroundings = {}): Promise<FixedFiles> =>
  fixInputs(inputs, machineOf(options));

/** Corrects the text of one report. Throws a UserError for a text that is no report. */
export async function fixText(text: string, name: string, options: Surroundings = {}): Promise<FixedFile> {
  const { fixed, unreadable, problems } = await fixFiles([{ name, content: text }], options);
  const [why] = unreadable.flatMap(({ diagnostics }) => diagnostics);
  return only(fixed, why ? [new UserError(why.message, why.hint)] : problems);
}

function only<One>([one]: readonly One[], [problem]: readonly UserError[]): One {
  if (one !== undefined) return one;
  throw problem ?? new UserError({ zh: '这段文字不是年度报告', en: 'This text is not an annual report' });
}

/** Every figure of a report's prose, what it was read as and what it was compared with, as `report claims` lists them; none for a file that can't be read. */
export const claimsOf = (checked: CheckedFile): ReadFigure[] =>
  checked.report ? figuresOf({ report: checked.report, previous: checked.previous?.report }) : [];

/** Every rule, with what it demands, why, and its source. */
export const RULES: readonly RuleInfo[] = ALL_RULES;

/** What a rule compares in a report, with its numbers, as `report explain` shows it; undefined for a rule that compares none. */
export function explain(rule: string, checked: CheckedFile): readonly ComparedNumbers[] | undefined {
  const { report, previous, settings } = checked;
  return report && numbersOf(rule, { report, previous: previous?.report, settings });
}

/** How results are printed. */
export interface PrintOptions {
  /** Default `zh`. */
  readonly language?: Language;
  /** The severity that fails a run; default `error`. */
  readonly failOn?: FailOn;
  readonly color?: boolean;
  /** Findings of severity info too. */
  readonly verbose?: boolean;
  /** Width of the text, in columns of a terminal; default 80. */
  readonly columns?: number;
}

/** Results as text, JSON, SARIF or another format that `--reporter` takes. */
export function print(results: RunResult, reporter: ReporterName, options: PrintOptions = {}): string {
  const { language = 'zh', failOn = 'error', color = false, verbose = false, columns = 80 } = options;
  const tool = { version: VERSION, ...(HOMEPAGE !== undefined && { homepage: HOMEPAGE }), rules: ALL_RULES };
  return REPORTERS[reporter](results, { tool, language, failOn, color, quiet: false, verbose, columns });
}
