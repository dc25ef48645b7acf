import { dirname, resolve } from 'node:path';
import { type Checked, check, type Previous } from '../check/check.ts';
import { DEFAULT_SETTINGS, type Settings } from '../check/settings.ts';
import { knownOf } from '../config/baseline.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Source } from '../source/parse.ts';
import type { Input, InputFile } from './files.ts';
import { heard } from './heard.ts';
import { type Machine, todayOf } from './machine.ts';
import { type AgainstList, listAgainst, openAgainst, previousOf } from './previous.ts';
import { isPublished, openSourceReader, readReportFile, type SourceReader } from './published-source.ts';
import { looksLikeReport } from './read-report.ts';
import { type Leftovers, readReports } from './read-reports.ts';
import { nameBelow, type SettingsAround, settingsFinder } from './settings-around.ts';
import type { Shard } from './shard.ts';

/** Options of `checkFiles`. */
export interface CheckFilesOptions {
  /** The output folder; it is not searched for reports. */
  readonly out?: string | undefined;
  /** Last year's report, or a folder with such reports; used instead of `previous` in the reports. */
  readonly against?: string | undefined;
  /** Published files (web pages, Word files, PDFs, workbooks) are read as `report import` reads them; default true. */
  readonly published?: boolean | undefined;
  /** Called after each file that was checked. */
  readonly onRead?: ((done: number, all: number) => void) | undefined;
  /** Absolute paths of files that are not found in folders, such as those that are going to be written. */
  readonly ignore?: readonly string[] | undefined;
  /** Only the files of this shard are checked. */
  readonly shard?: Shard | undefined;
  /** `strict`: numbers and conclusions of the prose that were not compared are warnings. */
  readonly prose?: 'strict' | 'usual' | undefined;
}

/** A checked report with its file. */
export interface CheckedFile extends Checked {
  readonly input: InputFile;
  readonly settingsAround: SettingsAround;
  /** The settings it was checked with. */
  readonly settings: Settings;
  /** The fingerprints of its findings in the baseline. */
  readonly known: readonly string[];
  /** `against` has no report of this agency for the previous year, so the two years were not compared. */
  readonly lacksPrevious: boolean;
}

/** The checked reports in order of their names, and the inputs that could not be checked. */
export interface CheckedFiles extends Leftovers {
  readonly checked: readonly CheckedFile[];
}

/**
 * Finds, reads and checks reports, each with its settings, last year's report and today's date.
 * Throws a UserError if `against` cannot be read, and the signal's reason if it is aborted.
 */
export async function checkFiles(
  inputs: readonly Input[],
  { against, prose, published = true, ...options }: CheckFilesOptions,
  machine: Machine,
): Promise<CheckedFiles> {
  const reader = published ? openSourceReader(machine.signal) : REPORT_FILES_ONLY;
  try {
    const list = against === undefined ? undefined : await listAgainst(against, machine, reader.read);
    const check = await createChecker({ against: list, prose }, machine, reader.read);
    const { results, ...leftovers } = await readReports(inputs, { ...options, published }, machine, check);
    return { checked: results, ...leftovers };
  } finally {
    await reader.close();
  }
}

export const REPORT_FILES_ONLY: SourceReader = { read: readReportFile, close: async () => undefined };

/** How reports are checked, as plain data. */
export interface CheckerOptions extends Pick<CheckFilesOptions, 'prose'> {
  /** The reports of `--against`. */
  readonly against?: AgainstList | undefined;
}

/** Reads and checks a report; undefined for a file that was found in a folder and is not one. Throws a UserError. */
export type Checker = (input: InputFile) => Promise<CheckedFile | undefined>;

/** A report that was read, and what it is checked with. */
export interface PreparedFile
  extends Pick<CheckedFile, 'input' | 'settingsAround' | 'settings' | 'known' | 'lacksPrevious'> {
  readonly source: Source;
  /** Last year's report, or why it cannot be read. */
  readonly previous?: Previous | Finding | undefined;
}

/** Checks a report that was read. `today` is `YYYY-MM-DD`. */
export const checkPrepared = ({ source, previous, ...file }: PreparedFile, today: string): CheckedFile => ({
  ...check(source, { ...(previous && { previous }), settings: file.settings, today }),
  ...file,
});

/** Creates a checker, which keeps the settings of each folder. Throws a UserError if the report of `against` cannot be read. */
export async function createChecker(
  options: CheckerOptions,
  machine: Machine,
  read: SourceReader['read'],
  checkOne = checkPrepared,
): Promise<Checker> {
  const prepare = await createPreparer(options, machine, read);
  const today = todayOf(machine);
  return async (input) => {
    const file = await prepare(input);
    return file && checkOne(file, today);
  };
}

/** As `createChecker`, but the reports are only read. */
export async function createPreparer(
  { against, prose }: CheckerOptions,
  { cwd, signal }: Machine,
  read: SourceReader['read'],
): Promise<(input: InputFile) => Promise<PreparedFile | undefined>> {
  const settingsOf = settingsFinder(cwd);
  const chosen = against && (await openAgainst(against, read));
  return async (input) => {
    const source = await read(input);
    await heard(signal);
    if (input.found && !looksLikeReport(source)) return undefined;
    const folder = dirname(resolve(cwd, input.path ?? input.name));
    const settingsAround = await settingsOf(folder);
    // A published file may have its report file inside, whose `previous` was beside that file.
    const named =
      chosen || isPublished(input) ? undefined : await previousOf(source, { ...settingsAround, folder }, cwd);
    const previous = chosen ? await chosen(source) : named;
    const { settings: configured = DEFAULT_SETTINGS } = settingsAround.config ?? {};
    const settings = prose === 'strict' ? withStrictProse(configured) : configured;
    return {
      source,
      previous,
      input,
      settingsAround,
      settings,
      known: knownFindings(source.file, settingsAround, cwd),
      lacksPrevious: chosen !== undefined && previous === undefined,
    };
  };
}

function knownFindings(file: string, { baseline, baselineFolder }: SettingsAround, cwd: string): readonly string[] {
  return baseline && baselineFolder !== undefined ? knownOf(baseline, nameBelow(baselineFolder, file, cwd)) : [];
}

/** Makes numbers that were not compared warnings, unless the settings give the rule another severity. */
const withStrictProse = (settings: Settings): Settings => ({
  ...settings,
  severities: { 'prose-not-understood': 'warning', ...settings.severities },
});
